import type { Words } from '@kaitong/values';
import type { CasePath, CaseReason } from './model.ts';

type Answer = { readonly id: string; readonly text: Words } & (
  | { readonly step: string }
  | { readonly finding: string }
);

/** One question of the guided diagnosis. */
export type Step = {
  readonly id: string;
  readonly question: Words;
  readonly hint?: Words;
  readonly answers: readonly Answer[];
};

/** Where the questions end: with something to do at once, or with a review. */
export type Finding = {
  readonly id: string;
  readonly text: Words;
  readonly advice: readonly Words[];
  readonly route: 'selfHelp' | 'review';
  /** What the reviewer is likely to approve. */
  readonly suggests?: CasePath;
};

export const firstSteps: Readonly<Record<CaseReason, string>> = {
  system_maintenance: 'notice',
  hardware_fault: 'part',
  software_fault: 'restart',
  network: 'hotspot',
  operator_error: 'mistake',
  account_abnormal: 'account',
  risk_abnormal: 'risk',
};

const helped = { 'zh-Hans': '好了', 'zh-Hant': '好了', en: 'That helped' };
const still = { 'zh-Hans': '还是不行', 'zh-Hant': '還是不行', en: 'Still the same' };
const yes = { 'zh-Hans': '是', 'zh-Hant': '是', en: 'Yes' };
const no = { 'zh-Hans': '否', 'zh-Hant': '否', en: 'No' };

export const steps: readonly Step[] = [
  {
    id: 'notice',
    question: {
      'zh-Hans': '消息里有系统维护的通知吗？',
      'zh-Hant': '訊息裡有系統維護的通知嗎？',
      en: 'Is there a notice of maintenance in your messages?',
    },
    answers: [
      { id: 'yes', text: yes, finding: 'maintenance' },
      { id: 'no', text: no, step: 'restart' },
    ],
  },
  {
    id: 'part',
    question: {
      'zh-Hans': '哪个部分不正常？',
      'zh-Hant': '哪個部分不正常？',
      en: 'Which part does not work?',
    },
    answers: [
      {
        id: 'power',
        text: { 'zh-Hans': '开不了机', 'zh-Hant': '開不了機', en: 'It does not start' },
        step: 'power',
      },
      {
        id: 'printer',
        text: { 'zh-Hans': '打印', 'zh-Hant': '列印', en: 'The printer' },
        step: 'paper',
      },
      {
        id: 'reader',
        text: { 'zh-Hans': '读卡或扫码', 'zh-Hant': '讀卡或掃碼', en: 'Card reader or scanner' },
        step: 'clean',
      },
      {
        id: 'screen',
        text: { 'zh-Hans': '屏幕或按键', 'zh-Hant': '螢幕或按鍵', en: 'Screen or keys' },
        step: 'damage',
      },
    ],
  },
  {
    id: 'power',
    question: {
      'zh-Hans': '换一个插座和电源线，充电 30 分钟后能开机吗？',
      'zh-Hant': '換一個插座和電源線，充電 30 分鐘後能開機嗎？',
      en: 'Try another socket and cord, and charge for 30 minutes. Does it start?',
    },
    answers: [
      { id: 'helped', text: helped, finding: 'cured' },
      { id: 'still', text: still, step: 'damage' },
    ],
  },
  {
    id: 'paper',
    question: {
      'zh-Hans': '重装热敏纸（光面朝外），用酒精棉擦打印头，等机器凉下来再打。能打吗？',
      'zh-Hant': '重裝熱感紙（光面朝外），用酒精棉擦列印頭，等機器涼下來再印。能印嗎？',
      en: 'Put the paper in again with the shiny side out, wipe the head with alcohol, let it cool. Does it print?',
    },
    hint: {
      'zh-Hans': '打印头发热时不要碰。',
      'zh-Hant': '列印頭發熱時不要碰。',
      en: 'Do not touch the head while it is hot.',
    },
    answers: [
      { id: 'helped', text: helped, finding: 'cured' },
      { id: 'still', text: still, step: 'damage' },
    ],
  },
  {
    id: 'clean',
    question: {
      'zh-Hans': '用清洁卡插拔两次，擦干净扫码窗。现在能读吗？',
      'zh-Hant': '用清潔卡插拔兩次，擦乾淨掃碼窗。現在能讀嗎？',
      en: 'Use the cleaning card twice and wipe the scanner window. Does it read now?',
    },
    answers: [
      { id: 'helped', text: helped, finding: 'cured' },
      { id: 'still', text: still, step: 'damage' },
    ],
  },
  {
    id: 'damage',
    question: {
      'zh-Hans': '机器进过水、摔过，或封条破了吗？',
      'zh-Hant': '機器進過水、摔過，或封條破了嗎？',
      en: 'Did the machine get wet, fall, or is its seal broken?',
    },
    answers: [
      { id: 'yes', text: yes, finding: 'damaged' },
      { id: 'no', text: no, finding: 'defective' },
    ],
  },
  {
    id: 'restart',
    question: {
      'zh-Hans': '长按电源键关机，等一分钟再开。恢复了吗？',
      'zh-Hant': '長按電源鍵關機，等一分鐘再開。恢復了嗎？',
      en: 'Switch it off with the power key, wait a minute, start it. Is it back?',
    },
    answers: [
      { id: 'helped', text: helped, finding: 'cured' },
      { id: 'still', text: still, step: 'update' },
    ],
  },
  {
    id: 'update',
    question: {
      'zh-Hans': '在“管理—系统更新”里更新软件并清理缓存。恢复了吗？',
      'zh-Hant': '在「管理—系統更新」裡更新軟體並清理快取。恢復了嗎？',
      en: 'Update the software and clear the cache under Manage, System update. Is it back?',
    },
    answers: [
      { id: 'helped', text: helped, finding: 'cured' },
      { id: 'still', text: still, finding: 'defective' },
    ],
  },
  {
    id: 'hotspot',
    question: {
      'zh-Hans': '用手机热点连一下，终端能上网吗？',
      'zh-Hant': '用手機熱點連一下，終端機能上網嗎？',
      en: 'Connect the terminal to a phone’s hotspot. Does it get through?',
    },
    answers: [
      { id: 'yes', text: yes, finding: 'router' },
      { id: 'no', text: no, step: 'sim' },
    ],
  },
  {
    id: 'sim',
    question: {
      'zh-Hans': '关机，取出流量卡擦净重插，再开机。恢复了吗？',
      'zh-Hant': '關機，取出 SIM 卡擦淨重插，再開機。恢復了嗎？',
      en: 'Switch off, take out the SIM card, wipe it, put it back, start. Is it back?',
    },
    answers: [
      { id: 'helped', text: helped, finding: 'cured' },
      { id: 'still', text: still, finding: 'defective' },
    ],
  },
  {
    id: 'mistake',
    question: { 'zh-Hans': '发生了什么？', 'zh-Hant': '發生了什麼？', en: 'What happened?' },
    answers: [
      {
        id: 'password',
        text: {
          'zh-Hans': '密码输错被锁',
          'zh-Hant': '密碼輸錯被鎖',
          en: 'Locked after wrong passwords',
        },
        finding: 'password',
      },
      {
        id: 'deleted',
        text: {
          'zh-Hans': '误删了应用或参数',
          'zh-Hant': '誤刪了應用或參數',
          en: 'The app or its settings were deleted',
        },
        step: 'update',
      },
      {
        id: 'other',
        text: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Something else' },
        finding: 'unclear',
      },
    ],
  },
  {
    id: 'account',
    question: {
      'zh-Hans': '账户哪里不正常？',
      'zh-Hant': '帳戶哪裡不正常？',
      en: 'What is wrong with the account?',
    },
    answers: [
      {
        id: 'frozen',
        text: {
          'zh-Hans': '提示冻结或受限',
          'zh-Hant': '提示凍結或受限',
          en: 'It says frozen or limited',
        },
        finding: 'frozen',
      },
      {
        id: 'card',
        text: {
          'zh-Hans': '结算卡换了或注销了',
          'zh-Hant': '結算卡換了或註銷了',
          en: 'The settlement card was changed or closed',
        },
        finding: 'card',
      },
    ],
  },
  {
    id: 'risk',
    question: {
      'zh-Hans': '能提供交易对应的凭证（小票、订单、送货单）吗？',
      'zh-Hant': '能提供交易對應的憑證（簽單、訂單、送貨單）嗎？',
      en: 'Can you show what was sold: slips, orders, delivery notes?',
    },
    answers: [
      { id: 'yes', text: yes, finding: 'explained' },
      { id: 'no', text: no, finding: 'unexplained' },
    ],
  },
];

export const findings: readonly Finding[] = [
  {
    id: 'cured',
    route: 'selfHelp',
    text: { 'zh-Hans': '现场已排除', 'zh-Hant': '現場已排除', en: 'Cured on site' },
    advice: [
      {
        'zh-Hans': '请确认已恢复，然后做一笔小额测试交易。',
        'zh-Hant': '請確認已恢復，然後做一筆小額測試交易。',
        en: 'Confirm that it works again, then make a small test sale.',
      },
    ],
  },
  {
    id: 'maintenance',
    route: 'selfHelp',
    text: { 'zh-Hans': '系统维护中', 'zh-Hant': '系統維護中', en: 'Maintenance is going on' },
    advice: [
      {
        'zh-Hans': '等通知里的时间结束后重启终端并签到。',
        'zh-Hant': '等通知裡的時間結束後重新啟動終端機並簽到。',
        en: 'Wait for the time of the notice to end, then restart and sign in.',
      },
      {
        'zh-Hans': '期间可用收款码收款。',
        'zh-Hant': '期間可用收款碼收款。',
        en: 'Take QR payments meanwhile.',
      },
    ],
  },
  {
    id: 'router',
    route: 'selfHelp',
    text: {
      'zh-Hans': '店里的网络有问题',
      'zh-Hant': '店裡的網路有問題',
      en: 'The network of the store is the trouble',
    },
    advice: [
      {
        'zh-Hans': '重启路由器；仍不行请联系宽带运营商，先用手机热点收款。',
        'zh-Hant': '重新啟動路由器；仍不行請聯絡寬頻業者，先用手機熱點收款。',
        en: 'Restart the router; else call the network provider and use the hotspot meanwhile.',
      },
    ],
  },
  {
    id: 'password',
    route: 'selfHelp',
    text: { 'zh-Hans': '密码被锁', 'zh-Hant': '密碼被鎖', en: 'The password is locked' },
    advice: [
      {
        'zh-Hans': '用主管密码在“操作员管理”里重置；主管密码也忘了请开工单，由客服核实身份后重置。',
        'zh-Hant':
          '用主管密碼在「操作員管理」裡重設；主管密碼也忘了請開工單，由客服核實身分後重設。',
        en: 'Reset it with the supervisor’s password under Operators; if that is lost too, open a ticket and support resets it after checking who you are.',
      },
    ],
  },
  {
    id: 'defective',
    route: 'review',
    suggests: 'replacement',
    text: {
      'zh-Hans': '机器自身故障，建议换机',
      'zh-Hant': '機器自身故障，建議換機',
      en: 'The machine is defective; replace it',
    },
    advice: [
      {
        'zh-Hans': '请补充屏幕提示的照片和购买凭证，审核约需三个工作日。',
        'zh-Hant': '請補充螢幕提示的照片和購買憑證，審核約需三個工作日。',
        en: 'Add a photo of the screen and the purchase voucher; the review takes up to three working days.',
      },
    ],
  },
  {
    id: 'damaged',
    route: 'review',
    suggests: 'repair',
    text: {
      'zh-Hans': '外力损坏，建议维修',
      'zh-Hant': '外力損壞，建議維修',
      en: 'Damaged from outside; repair it',
    },
    advice: [
      {
        'zh-Hans': '请停止使用并拍照。封条破损的机器不能再输密码。',
        'zh-Hant': '請停止使用並拍照。封條破損的機器不能再輸密碼。',
        en: 'Stop using it and take a photo. No PIN may be entered on a machine with a broken seal.',
      },
    ],
  },
  {
    id: 'unclear',
    route: 'review',
    text: {
      'zh-Hans': '原因不明，转人工',
      'zh-Hant': '原因不明，轉人工',
      en: 'Not clear; a person looks into it',
    },
    advice: [
      {
        'zh-Hans': '请在材料里写清当时的操作和屏幕提示。',
        'zh-Hant': '請在材料裡寫清當時的操作和螢幕提示。',
        en: 'Write down what was done and what the screen said.',
      },
    ],
  },
  {
    id: 'frozen',
    route: 'review',
    suggests: 'lift',
    text: {
      'zh-Hans': '账户受限，需核实身份',
      'zh-Hant': '帳戶受限，需核實身分',
      en: 'The account is limited; identity must be checked',
    },
    advice: [
      {
        'zh-Hans': '请补充身份证件和银行账户材料。',
        'zh-Hant': '請補充身分證件和銀行帳戶材料。',
        en: 'Add an identity document and papers of the bank account.',
      },
    ],
  },
  {
    id: 'card',
    route: 'review',
    suggests: 'lift',
    text: {
      'zh-Hans': '结算账户需要更正',
      'zh-Hant': '結算帳戶需要更正',
      en: 'The settlement account must be corrected',
    },
    advice: [
      {
        'zh-Hans': '请补充新账户的开户证明；户名须与商户一致。',
        'zh-Hant': '請補充新帳戶的開戶證明；戶名須與商戶一致。',
        en: 'Add proof of the new account; its holder must be the merchant.',
      },
    ],
  },
  {
    id: 'explained',
    route: 'review',
    suggests: 'lift',
    text: {
      'zh-Hans': '有凭证，待风控核实',
      'zh-Hant': '有憑證，待風控核實',
      en: 'There is proof; risk checks it',
    },
    advice: [
      {
        'zh-Hans': '请把凭证加到材料里。',
        'zh-Hant': '請把憑證加到材料裡。',
        en: 'Add the proof as material.',
      },
    ],
  },
  {
    id: 'unexplained',
    route: 'review',
    text: {
      'zh-Hans': '暂无凭证，待风控核实',
      'zh-Hant': '暫無憑證，待風控核實',
      en: 'No proof yet; risk looks into it',
    },
    advice: [
      {
        'zh-Hans': '请说明交易背景；能补的凭证尽快补上。',
        'zh-Hant': '請說明交易背景；能補的憑證盡快補上。',
        en: 'Say what the sales were for, and bring proof as soon as you can.',
      },
    ],
  },
];
