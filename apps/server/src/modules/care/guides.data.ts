import type { Words } from '@kaitong/values';
import type { TicketCategory } from './ticket-model.ts';

export type Guide = {
  readonly id: string;
  readonly category: TicketCategory;
  readonly minutes: number;
  readonly title: Words;
  readonly summary: Words;
  readonly steps: readonly Words[];
};

/** Short guides for those who stand at the counter. */
export const guides: readonly Guide[] = [
  {
    id: 'activation',
    category: 'activation',
    minutes: 8,
    title: { 'zh-Hans': '激活终端', 'zh-Hant': '啟用終端機', en: 'Activate the terminal' },
    summary: {
      'zh-Hans': '从拆箱到第一笔收款。',
      'zh-Hant': '從開箱到第一筆收款。',
      en: 'From the box to the first sale.',
    },
    steps: [
      {
        'zh-Hans': '拆箱核对：外观、电源线、数据线、说明书，序列号与订单一致。',
        'zh-Hant': '開箱核對：外觀、電源線、資料線、說明書，序號與訂單一致。',
        en: 'Check the box: looks, power cord, data cable, manual, and that the serial number is that of the order.',
      },
      {
        'zh-Hans': '接电，连 Wi-Fi 或装好流量卡。',
        'zh-Hant': '接電，連 Wi-Fi 或裝好 SIM 卡。',
        en: 'Plug it in and connect it by Wi-Fi or SIM card.',
      },
      {
        'zh-Hans': '在网页“我的终端”取激活码，在终端上输入序列号和激活码。',
        'zh-Hant': '在網頁「我的終端機」取啟用碼，在終端機上輸入序號和啟用碼。',
        en: 'Take the activation code from “My terminals” and enter it on the terminal with the serial number.',
      },
      {
        'zh-Hans': '设置登录密码和主管密码，两个不能一样。',
        'zh-Hant': '設定登入密碼和主管密碼，兩個不能一樣。',
        en: 'Set the login and the supervisor’s password; they must differ.',
      },
      {
        'zh-Hans': '做自检：刷卡、扫码、退货、打印四项都过，再签到收款。',
        'zh-Hant': '做自檢：刷卡、掃碼、退貨、列印四項都過，再簽到收款。',
        en: 'Run the self test: card, QR, refund and print must pass; then sign in and sell.',
      },
    ],
  },
  {
    id: 'sale',
    category: 'payment',
    minutes: 3,
    title: { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Take a payment' },
    summary: {
      'zh-Hans': '刷卡、扫码，以及失败时怎么办。',
      'zh-Hant': '刷卡、掃碼，以及失敗時怎麼辦。',
      en: 'By card, by QR, and what to do when it fails.',
    },
    steps: [
      {
        'zh-Hans': '刷卡：输金额，顾客核对，插卡或挥卡，顾客自己输密码，打印小票。',
        'zh-Hant': '刷卡：輸金額，顧客核對，插卡或感應，顧客自己輸密碼，列印簽單。',
        en: 'Card: amount, customer checks, insert or tap, customer enters the PIN, slip prints.',
      },
      {
        'zh-Hans': '扫码：输金额，扫顾客付款码，听到“收款成功”再交货。',
        'zh-Hant': '掃碼：輸金額，掃顧客付款碼，聽到「收款成功」再交貨。',
        en: 'QR: amount, scan the customer’s code, hand over after “paid”.',
      },
      {
        'zh-Hans': '被拒：请顾客换卡或换方式，屏幕上有原因。不要拆分金额重试。',
        'zh-Hant': '被拒：請顧客換卡或換方式，螢幕上有原因。不要拆分金額重試。',
        en: 'Declined: ask for another card or way; the screen says why. Do not split the amount.',
      },
      {
        'zh-Hans': '没有结果：先在“查询”里看，系统会自动冲正未成功的交易。',
        'zh-Hant': '沒有結果：先在「查詢」裡看，系統會自動沖正未成功的交易。',
        en: 'No result: look it up; what did not succeed is reversed by itself.',
      },
    ],
  },
  {
    id: 'refund',
    category: 'payment',
    minutes: 3,
    title: { 'zh-Hans': '撤销与退货', 'zh-Hant': '撤銷與退貨', en: 'Void and refund' },
    summary: {
      'zh-Hans': '结算前撤销，结算后退货。',
      'zh-Hant': '結算前撤銷，結算後退貨。',
      en: 'Void before settlement, refund after.',
    },
    steps: [
      {
        'zh-Hans': '还没结算：选“撤销”，输凭证号和主管密码，整笔取消。',
        'zh-Hant': '還沒結算：選「撤銷」，輸憑證號和主管密碼，整筆取消。',
        en: 'Not settled: choose “void”, enter the voucher number and the supervisor’s password.',
      },
      {
        'zh-Hans': '已经结算：选“退货”，输原交易日期、参考号和金额，可以部分退。',
        'zh-Hant': '已經結算：選「退貨」，輸原交易日期、參考號和金額，可以部分退。',
        en: 'Settled: choose “refund”, enter date, reference and amount; part of it is possible.',
      },
      {
        'zh-Hans': '退款原路返回，通常 1 到 7 个工作日到账；不要退现金。',
        'zh-Hant': '退款原路返回，通常 1 到 7 個工作日到帳；不要退現金。',
        en: 'The money goes back the same way in 1 to 7 working days; never give cash.',
      },
      {
        'zh-Hans': '退货超过余额会被拒，请等下一次结算或联系客服。',
        'zh-Hant': '退貨超過餘額會被拒，請等下一次結算或聯絡客服。',
        en: 'A refund beyond your balance is declined; wait for more sales or call support.',
      },
    ],
  },
  {
    id: 'signout',
    category: 'settlement',
    minutes: 2,
    title: { 'zh-Hans': '签退与结算', 'zh-Hant': '簽退與結算', en: 'Settle and sign out' },
    summary: {
      'zh-Hans': '每天 23:00 前做一次。',
      'zh-Hant': '每天 23:00 前做一次。',
      en: 'Once a day, before 23:00.',
    },
    steps: [
      {
        'zh-Hans': '选“结算”，终端与后台核对笔数和金额。',
        'zh-Hant': '選「結算」，終端機與後台核對筆數和金額。',
        en: 'Choose “settle”: terminal and house compare counts and amounts.',
      },
      {
        'zh-Hans': '显示“对账平”：收好结算单，选“签退”。',
        'zh-Hant': '顯示「對帳平」：收好結算單，選「簽退」。',
        en: 'If they agree, keep the slip and sign out.',
      },
      {
        'zh-Hans': '显示“对账不平”：别再收款，开工单选“结算与签退”。',
        'zh-Hant': '顯示「對帳不平」：別再收款，開工單選「結算與簽退」。',
        en: 'If not, stop selling and open a ticket under “settlement”.',
      },
      {
        'zh-Hans': '款项扣除手续费后，下一个工作日到结算账户，明细在“对账单”。',
        'zh-Hant': '款項扣除手續費後，下一個工作日到結算帳戶，明細在「對帳單」。',
        en: 'The money less fees arrives on the next working day; details are in the statement.',
      },
    ],
  },
  {
    id: 'paper',
    category: 'printing',
    minutes: 2,
    title: {
      'zh-Hans': '换纸与打印不清',
      'zh-Hant': '換紙與列印不清',
      en: 'Paper and faint print',
    },
    summary: {
      'zh-Hans': '空白、模糊、卡纸。',
      'zh-Hant': '空白、模糊、卡紙。',
      en: 'Blank, faint or jammed.',
    },
    steps: [
      {
        'zh-Hans': '打开纸仓，热敏纸光面朝外，留出一段再合盖。',
        'zh-Hant': '打開紙倉，熱感紙光面朝外，留出一段再合蓋。',
        en: 'Open the lid, shiny side of the paper outwards, leave a bit out, close.',
      },
      {
        'zh-Hans': '空白：多半是纸装反，或不是热敏纸（用指甲划一下会变黑的才是）。',
        'zh-Hant': '空白：多半是紙裝反，或不是熱感紙（用指甲劃一下會變黑的才是）。',
        en: 'Blank: the paper is the wrong way round or not thermal (a scratch turns thermal paper black).',
      },
      {
        'zh-Hans': '模糊：关机，用酒精棉擦打印头，晾干再打。',
        'zh-Hant': '模糊：關機，用酒精棉擦列印頭，晾乾再印。',
        en: 'Faint: switch off, wipe the head with alcohol, let it dry.',
      },
      {
        'zh-Hans': '连续打印过热会停，等几分钟。小票可以重打，不用重刷。',
        'zh-Hant': '連續列印過熱會停，等幾分鐘。簽單可以重印，不用重刷。',
        en: 'After much printing it stops to cool. Reprint the slip; do not sell again.',
      },
    ],
  },
  {
    id: 'network',
    category: 'network',
    minutes: 3,
    title: { 'zh-Hans': '连不上网', 'zh-Hant': '連不上網', en: 'No network' },
    summary: {
      'zh-Hans': '四步排查。',
      'zh-Hant': '四步排查。',
      en: 'Four steps.',
    },
    steps: [
      {
        'zh-Hans': '看屏幕上方的信号：Wi-Fi 名称对不对，流量有没有信号。',
        'zh-Hant': '看螢幕上方的訊號：Wi-Fi 名稱對不對，行動網路有沒有訊號。',
        en: 'Look at the top of the screen: the right Wi-Fi, or a mobile signal?',
      },
      {
        'zh-Hans': '用手机热点连一下：能连，说明店里网络有问题，重启路由器。',
        'zh-Hant': '用手機熱點連一下：能連，說明店裡網路有問題，重新啟動路由器。',
        en: 'Try a phone’s hotspot: if it works, restart the router of the store.',
      },
      {
        'zh-Hans': '还不行：关机，取出流量卡擦净重插，再开机。',
        'zh-Hant': '還不行：關機，取出 SIM 卡擦淨重插，再開機。',
        en: 'Still nothing: switch off, wipe the SIM card, put it back, start.',
      },
      {
        'zh-Hans': '仍不行：在“停用恢复”里报告“网络不通”，按提示诊断。',
        'zh-Hant': '仍不行：在「停用恢復」裡報告「網路不通」，按提示診斷。',
        en: 'Still nothing: report “no network” as a case and follow the questions.',
      },
    ],
  },
  {
    id: 'fees',
    category: 'fee',
    minutes: 4,
    title: { 'zh-Hans': '费用与押金', 'zh-Hant': '費用與押金', en: 'Fees and deposit' },
    summary: {
      'zh-Hans': '每一分钱怎么来的，押金怎么退。',
      'zh-Hant': '每一分錢怎麼來的，押金怎麼退。',
      en: 'Where each fen comes from, and how the deposit comes back.',
    },
    steps: [
      {
        'zh-Hans': '每笔交易的详情里有手续费算式：金额、费率、封顶。',
        'zh-Hant': '每筆交易的詳情裡有手續費算式：金額、費率、封頂。',
        en: 'Each sale shows how its fee was reckoned: amount, rate, cap.',
      },
      {
        'zh-Hans': '除合同写明的，没有别的收费。被多收请开工单选“费用与押金”。',
        'zh-Hant': '除合約寫明的，沒有別的收費。被多收請開工單選「費用與押金」。',
        en: 'There is nothing beyond the contract. If too much was taken, open a ticket under “fees”.',
      },
      {
        'zh-Hans': '押金进度在“押金”页：已清算的交易额达到约定数就自动退。',
        'zh-Hant': '押金進度在「押金」頁：已清算的交易額達到約定數就自動退。',
        en: 'The deposit page shows progress: at the agreed cleared turnover it comes back by itself.',
      },
      {
        'zh-Hans': '押金只交给收单机构。有人向您个人收押金，请拒绝并举报。',
        'zh-Hant': '押金只交給收單機構。有人向您個人收押金，請拒絕並舉報。',
        en: 'The deposit goes to the acquirer only. Refuse and report anyone who collects it in person.',
      },
    ],
  },
  {
    id: 'fraud',
    category: 'fraud',
    minutes: 3,
    title: {
      'zh-Hans': '遇到可疑交易',
      'zh-Hant': '遇到可疑交易',
      en: 'When something looks wrong',
    },
    summary: {
      'zh-Hans': '先停，再问，留证据。',
      'zh-Hant': '先停，再問，留證據。',
      en: 'Stop, ask, keep proof.',
    },
    steps: [
      {
        'zh-Hans': '可疑迹象：多张卡轮流试、金额拆小、卡与人不符、催促、请您代刷。',
        'zh-Hant': '可疑跡象：多張卡輪流試、金額拆小、卡與人不符、催促、請您代刷。',
        en: 'Signs: card after card, split amounts, a card that does not fit, hurry, “take it for me”.',
      },
      {
        'zh-Hans': '停止交易，礼貌请对方换方式付款，不要扣人、扣卡。',
        'zh-Hant': '停止交易，禮貌請對方換方式付款，不要扣人、扣卡。',
        en: 'Stop, politely ask for another way to pay; hold neither person nor card.',
      },
      {
        'zh-Hans': '保留小票、监控和订单，开工单选“疑似诈骗”，我们 15 分钟内联系您。',
        'zh-Hant': '保留簽單、監視器畫面和訂單，開工單選「疑似詐騙」，我們 15 分鐘內聯絡您。',
        en: 'Keep slips, video and orders, open a ticket under “fraud”; we call within 15 minutes.',
      },
      {
        'zh-Hans': '有人自称工作人员索要密码或验证码，一律不给。',
        'zh-Hant': '有人自稱工作人員索要密碼或驗證碼，一律不給。',
        en: 'Give passwords and codes to nobody, whoever they say they are.',
      },
    ],
  },
];
