import type { Words } from '@kaitong/values';

export type TrainingPart = {
  readonly id: string;
  readonly minutes: number;
  readonly title: Words;
  readonly lines: readonly Words[];
};

export type Question = {
  readonly id: string;
  readonly text: Words;
  readonly choices: readonly { readonly id: string; readonly text: Words }[];
  readonly right: string;
  /** Told to who answered wrongly. */
  readonly why: Words;
};

/** What everyone who uses a terminal reads first. */
export const trainingParts: readonly TrainingPart[] = [
  {
    id: 'basics',
    minutes: 3,
    title: { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Taking money' },
    lines: [
      {
        'zh-Hans': '开机后先签到，屏幕显示“签到成功”再收款。',
        'zh-Hant': '開機後先簽到，螢幕顯示「簽到成功」再收款。',
        en: 'Sign in after switching on; take money once the screen says so.',
      },
      {
        'zh-Hans': '刷卡：输金额、请顾客核对、插卡或挥卡，密码由顾客自己输入。',
        'zh-Hant': '刷卡：輸金額、請顧客核對、插卡或感應，密碼由顧客自己輸入。',
        en: 'Card: enter the amount, let the customer check it, insert or tap; the customer enters the PIN alone.',
      },
      {
        'zh-Hans': '扫码：输金额、扫顾客的付款码。以终端显示“成功”为准，不看顾客手机截图。',
        'zh-Hant': '掃碼：輸金額、掃顧客的付款碼。以終端機顯示「成功」為準，不看顧客手機截圖。',
        en: 'QR: enter the amount, scan the customer’s code. Believe the terminal, not a picture on a phone.',
      },
    ],
  },
  {
    id: 'refunds',
    minutes: 3,
    title: {
      'zh-Hans': '打印、撤销与退货',
      'zh-Hant': '列印、撤銷與退貨',
      en: 'Slips, voids and refunds',
    },
    lines: [
      {
        'zh-Hans': '当日结算前的错账用“撤销”；已结算的用“退货”，款退回原卡。',
        'zh-Hant': '當日結算前的錯帳用「撤銷」；已結算的用「退貨」，款退回原卡。',
        en: 'Before the batch is settled use “void”; after it use “refund”. Money goes back to the same card.',
      },
      {
        'zh-Hans': '退货需要主管密码，金额不能大于原交易。不要用现金代替退卡。',
        'zh-Hant': '退貨需要主管密碼，金額不能大於原交易。不要用現金代替退卡。',
        en: 'A refund needs the supervisor’s password and is never more than the sale. Never give cash for a card sale.',
      },
      {
        'zh-Hans': '可随时重打小票；商户联保存五年。',
        'zh-Hant': '可隨時重印簽單；商戶聯保存五年。',
        en: 'A slip can be printed again; keep the merchant copy for five years.',
      },
    ],
  },
  {
    id: 'signout',
    minutes: 2,
    title: { 'zh-Hans': '每日签退结算', 'zh-Hant': '每日簽退結算', en: 'Settling every day' },
    lines: [
      {
        'zh-Hans': '每天固定时间结算并签退，最晚 23:00 日切前。',
        'zh-Hant': '每天固定時間結算並簽退，最晚 23:00 日切前。',
        en: 'Settle and sign out at the same time every day, before the cut at 23:00.',
      },
      {
        'zh-Hans': '对账“平”就收好结算单；“不平”先别收款，联系客服。',
        'zh-Hant': '對帳「平」就收好結算單；「不平」先別收款，聯絡客服。',
        en: 'If the totals agree, keep the slip. If not, stop selling and call support.',
      },
    ],
  },
  {
    id: 'faults',
    minutes: 3,
    title: { 'zh-Hans': '常见故障', 'zh-Hant': '常見故障', en: 'Common faults' },
    lines: [
      {
        'zh-Hans': '交易没有结果：先查询，再决定。不要马上重刷，系统会自动冲正。',
        'zh-Hant': '交易沒有結果：先查詢，再決定。不要馬上重刷，系統會自動沖正。',
        en: 'No result: look it up first. Do not sell again at once; an open sale is reversed by itself.',
      },
      {
        'zh-Hans': '打不出字：看纸装反没有、打印头脏不脏、是否过热。',
        'zh-Hant': '印不出字：看紙裝反沒有、列印頭髒不髒、是否過熱。',
        en: 'Nothing prints: is the paper the right way round, the head clean, the machine too hot?',
      },
      {
        'zh-Hans': '连不上网：换网络、重启，再不行在“停用恢复”里按步骤诊断。',
        'zh-Hant': '連不上網：換網路、重新啟動，再不行在「停用恢復」裡按步驟診斷。',
        en: 'No network: try another one, restart; then follow the diagnosis of the case page.',
      },
    ],
  },
  {
    id: 'security',
    minutes: 3,
    title: { 'zh-Hans': '数据安全', 'zh-Hant': '資料安全', en: 'Data security' },
    lines: [
      {
        'zh-Hans': '不抄、不拍、不留卡号、有效期、背面三位码和密码。',
        'zh-Hant': '不抄、不拍、不留卡號、有效期、背面三位碼和密碼。',
        en: 'Never write down, photograph or keep card numbers, expiry dates, the three digits or PINs.',
      },
      {
        'zh-Hans': '每天看终端有没有加装的东西、封条完不完好；主管密码不给收银员。',
        'zh-Hant': '每天看終端機有沒有加裝的東西、封條完不完好；主管密碼不給收銀員。',
        en: 'Look every day for parts that were added and for broken seals; the supervisor’s password is not for cashiers.',
      },
      {
        'zh-Hans': '自称工程师的人，先打官方电话核实再让他碰机器。',
        'zh-Hant': '自稱工程師的人，先打官方電話核實再讓他碰機器。',
        en: 'Call the official number before anyone who says he is a technician touches the machine.',
      },
    ],
  },
  {
    id: 'fraud',
    minutes: 3,
    title: { 'zh-Hans': '识别诈骗', 'zh-Hant': '識別詐騙', en: 'Signs of fraud' },
    lines: [
      {
        'zh-Hans': '多张卡轮流试、金额拆得很细、催促、卡和人不符：停下来，联系客服。',
        'zh-Hant': '多張卡輪流試、金額拆得很細、催促、卡和人不符：停下來，聯絡客服。',
        en: 'Card after card, split amounts, hurry, a card that does not fit the person: stop and call support.',
      },
      {
        'zh-Hans': '有人让您“帮忙刷一笔再转给他”，是洗钱，绝对不做。',
        'zh-Hant': '有人讓您「幫忙刷一筆再轉給他」，是洗錢，絕對不做。',
        en: '“Take this payment for me and pass it on” is money laundering: never.',
      },
    ],
  },
  {
    id: 'rules',
    minutes: 2,
    title: { 'zh-Hans': '使用规则', 'zh-Hant': '使用規則', en: 'Rules of use' },
    lines: [
      {
        'zh-Hans': '终端只能在登记的门店用；搬店先申请变更。',
        'zh-Hant': '終端機只能在登記的門店用；搬店先申請變更。',
        en: 'The terminal stays at the registered store; apply before you move.',
      },
      {
        'zh-Hans': '不得套现、转借、向顾客加收手续费。违反会被停用。',
        'zh-Hant': '不得套現、轉借、向顧客加收手續費。違反會被停用。',
        en: 'No cashing out, no lending, no surcharge to customers. Who does so is stopped.',
      },
    ],
  },
];

/** The bank of questions; five are asked. */
export const questions: readonly Question[] = [
  {
    id: 'screenshot',
    text: {
      'zh-Hans': '顾客给您看手机上的“支付成功”截图，终端没有提示。怎么办？',
      'zh-Hant': '顧客給您看手機上的「支付成功」截圖，終端機沒有提示。怎麼辦？',
      en: 'A customer shows a picture saying “paid”, but the terminal says nothing. What now?',
    },
    choices: [
      {
        id: 'a',
        text: {
          'zh-Hans': '看到截图就交货',
          'zh-Hant': '看到截圖就交貨',
          en: 'Hand over the goods',
        },
      },
      {
        id: 'b',
        text: {
          'zh-Hans': '在终端上查询，以终端为准',
          'zh-Hant': '在終端機上查詢，以終端機為準',
          en: 'Look it up on the terminal and believe that',
        },
      },
      {
        id: 'c',
        text: {
          'zh-Hans': '让顾客再付一次',
          'zh-Hant': '讓顧客再付一次',
          en: 'Let them pay again',
        },
      },
    ],
    right: 'b',
    why: {
      'zh-Hans': '截图可以伪造。只有终端或后台查到的成功才算收到钱。',
      'zh-Hant': '截圖可以偽造。只有終端機或後台查到的成功才算收到錢。',
      en: 'Pictures can be faked. Only what the terminal or the portal shows is money received.',
    },
  },
  {
    id: 'noresult',
    text: {
      'zh-Hans': '刷卡后网络断了，屏幕显示“结果未知”。先做什么？',
      'zh-Hant': '刷卡後網路斷了，螢幕顯示「結果未知」。先做什麼？',
      en: 'The network breaks during a sale and the result is unknown. What first?',
    },
    choices: [
      {
        id: 'a',
        text: {
          'zh-Hans': '马上重新刷一遍',
          'zh-Hant': '馬上重新刷一遍',
          en: 'Sell again at once',
        },
      },
      {
        id: 'b',
        text: { 'zh-Hans': '给顾客退现金', 'zh-Hant': '給顧客退現金', en: 'Give cash back' },
      },
      {
        id: 'c',
        text: {
          'zh-Hans': '先查询这笔交易，等系统冲正',
          'zh-Hant': '先查詢這筆交易，等系統沖正',
          en: 'Look the sale up and let it be reversed',
        },
      },
    ],
    right: 'c',
    why: {
      'zh-Hans': '没有明确成功的交易会自动冲正。马上重刷可能让顾客付两次。',
      'zh-Hant': '沒有明確成功的交易會自動沖正。馬上重刷可能讓顧客付兩次。',
      en: 'A sale without a clear yes is reversed by itself. Selling again may charge twice.',
    },
  },
  {
    id: 'void',
    text: {
      'zh-Hans': '刚刚金额输错了，当天还没结算，用哪个功能？',
      'zh-Hant': '剛剛金額輸錯了，當天還沒結算，用哪個功能？',
      en: 'You just sold a wrong amount and have not settled yet. Which function?',
    },
    choices: [
      { id: 'a', text: { 'zh-Hans': '撤销', 'zh-Hant': '撤銷', en: 'Void' } },
      { id: 'b', text: { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'Refund' } },
      { id: 'c', text: { 'zh-Hans': '退现金', 'zh-Hant': '退現金', en: 'Cash' } },
    ],
    right: 'a',
    why: {
      'zh-Hans': '结算前用撤销，整笔取消，不产生手续费；结算后才用退货。',
      'zh-Hant': '結算前用撤銷，整筆取消，不產生手續費；結算後才用退貨。',
      en: 'Before settlement a void cancels the whole sale without a fee; refunds are for later.',
    },
  },
  {
    id: 'cash',
    text: {
      'zh-Hans': '顾客刷卡买的东西要退，可以直接退现金吗？',
      'zh-Hant': '顧客刷卡買的東西要退，可以直接退現金嗎？',
      en: 'A customer returns goods paid by card. May you give cash?',
    },
    choices: [
      {
        id: 'a',
        text: { 'zh-Hans': '可以，方便', 'zh-Hant': '可以，方便', en: 'Yes, it is easy' },
      },
      {
        id: 'b',
        text: {
          'zh-Hans': '不可以，退回原卡',
          'zh-Hant': '不可以，退回原卡',
          en: 'No, back to the same card',
        },
      },
      { id: 'c', text: { 'zh-Hans': '小额可以', 'zh-Hant': '小額可以', en: 'For small amounts' } },
    ],
    right: 'b',
    why: {
      'zh-Hans': '刷卡退现金等于套现，违反合同。',
      'zh-Hant': '刷卡退現金等於套現，違反合約。',
      en: 'Cash for a card sale is cashing out and breaks the contract.',
    },
  },
  {
    id: 'settle',
    text: {
      'zh-Hans': '每天什么时候结算签退？',
      'zh-Hant': '每天什麼時候結算簽退？',
      en: 'When do you settle and sign out?',
    },
    choices: [
      {
        id: 'a',
        text: { 'zh-Hans': '想起来再做', 'zh-Hant': '想起來再做', en: 'When you think of it' },
      },
      { id: 'b', text: { 'zh-Hans': '每周一次', 'zh-Hant': '每週一次', en: 'Once a week' } },
      {
        id: 'c',
        text: {
          'zh-Hans': '每天固定时间，23:00 之前',
          'zh-Hant': '每天固定時間，23:00 之前',
          en: 'Every day at the same time, before 23:00',
        },
      },
    ],
    right: 'c',
    why: {
      'zh-Hans': '23:00 是日切。之前结算的，下一个工作日到账。',
      'zh-Hant': '23:00 是日切。之前結算的，下一個工作日到帳。',
      en: 'The day is cut at 23:00; what is settled before arrives on the next working day.',
    },
  },
  {
    id: 'cardnumber',
    text: {
      'zh-Hans': '为了方便熟客，可以记下他的卡号和有效期吗？',
      'zh-Hant': '為了方便熟客，可以記下他的卡號和有效期嗎？',
      en: 'May you note a regular customer’s card number and expiry date?',
    },
    choices: [
      { id: 'a', text: { 'zh-Hans': '不可以', 'zh-Hant': '不可以', en: 'No' } },
      {
        id: 'b',
        text: { 'zh-Hans': '顾客同意就可以', 'zh-Hant': '顧客同意就可以', en: 'If they agree' },
      },
      {
        id: 'c',
        text: {
          'zh-Hans': '锁在抽屉里就可以',
          'zh-Hant': '鎖在抽屜裡就可以',
          en: 'If it is locked away',
        },
      },
    ],
    right: 'a',
    why: {
      'zh-Hans': '商户不得留存卡片信息，无论顾客是否同意。',
      'zh-Hant': '商戶不得留存卡片資訊，無論顧客是否同意。',
      en: 'A merchant keeps no card data, whether the customer agrees or not.',
    },
  },
  {
    id: 'stranger',
    text: {
      'zh-Hans': '有人自称工程师，要把终端拿走检修。怎么办？',
      'zh-Hant': '有人自稱工程師，要把終端機拿走檢修。怎麼辦？',
      en: 'Somebody says he is the technician and wants to take the terminal away. What now?',
    },
    choices: [
      {
        id: 'a',
        text: {
          'zh-Hans': '看到工牌就给他',
          'zh-Hant': '看到工牌就給他',
          en: 'Hand it over when he has a badge',
        },
      },
      {
        id: 'b',
        text: {
          'zh-Hans': '先打官方客服电话核实',
          'zh-Hant': '先打官方客服電話核實',
          en: 'Call the official support number first',
        },
      },
      {
        id: 'c',
        text: {
          'zh-Hans': '让他当场拆开修',
          'zh-Hant': '讓他當場拆開修',
          en: 'Let him open it on the spot',
        },
      },
    ],
    right: 'b',
    why: {
      'zh-Hans': '工牌可以伪造，终端可能被调包或加装盗刷设备。',
      'zh-Hant': '工牌可以偽造，終端機可能被調包或加裝盜刷設備。',
      en: 'Badges can be faked; the terminal could be swapped or rigged.',
    },
  },
  {
    id: 'manycards',
    text: {
      'zh-Hans': '一位顾客连续换了五张卡都被拒，还要再试。怎么办？',
      'zh-Hant': '一位顧客連續換了五張卡都被拒，還要再試。怎麼辦？',
      en: 'A customer tries five cards, all declined, and wants to go on. What now?',
    },
    choices: [
      {
        id: 'a',
        text: {
          'zh-Hans': '继续试，总有一张行',
          'zh-Hant': '繼續試，總有一張行',
          en: 'Go on, one will work',
        },
      },
      {
        id: 'b',
        text: { 'zh-Hans': '拆成小金额再试', 'zh-Hant': '拆成小金額再試', en: 'Split the amount' },
      },
      {
        id: 'c',
        text: {
          'zh-Hans': '停下，请他换别的方式，并联系客服',
          'zh-Hant': '停下，請他換別的方式，並聯絡客服',
          en: 'Stop, ask for another way to pay, tell support',
        },
      },
    ],
    right: 'c',
    why: {
      'zh-Hans': '连续试卡和拆分金额是盗刷的典型迹象，损失会追到商户。',
      'zh-Hant': '連續試卡和拆分金額是盜刷的典型跡象，損失會追到商戶。',
      en: 'Card after card and split amounts are signs of stolen cards; the loss may come back to you.',
    },
  },
  {
    id: 'move',
    text: {
      'zh-Hans': '门店要搬到隔壁街，终端怎么办？',
      'zh-Hant': '門店要搬到隔壁街，終端機怎麼辦？',
      en: 'Your store moves to the next street. What about the terminal?',
    },
    choices: [
      {
        id: 'a',
        text: {
          'zh-Hans': '先申请地址变更，批准后再移机',
          'zh-Hant': '先申請地址變更，批准後再移機',
          en: 'Apply for the new address first',
        },
      },
      {
        id: 'b',
        text: { 'zh-Hans': '直接带过去用', 'zh-Hant': '直接帶過去用', en: 'Just take it along' },
      },
      {
        id: 'c',
        text: { 'zh-Hans': '借给朋友用', 'zh-Hant': '借給朋友用', en: 'Lend it to a friend' },
      },
    ],
    right: 'a',
    why: {
      'zh-Hans': '终端和登记地址绑定；未批准移机会被停用。',
      'zh-Hant': '終端機和登記地址綁定；未批准移機會被停用。',
      en: 'The terminal is bound to its address; moved without approval it is stopped.',
    },
  },
  {
    id: 'passon',
    text: {
      'zh-Hans': '朋友说：帮我刷五万，你留一千，其余转给我。可以吗？',
      'zh-Hant': '朋友說：幫我刷五萬，你留一千，其餘轉給我。可以嗎？',
      en: 'A friend says: take fifty thousand for me, keep a thousand, pass on the rest. May you?',
    },
    choices: [
      { id: 'a', text: { 'zh-Hans': '熟人可以', 'zh-Hant': '熟人可以', en: 'For friends, yes' } },
      {
        id: 'b',
        text: { 'zh-Hans': '分几笔就可以', 'zh-Hant': '分幾筆就可以', en: 'In several sales, yes' },
      },
      { id: 'c', text: { 'zh-Hans': '绝对不可以', 'zh-Hant': '絕對不可以', en: 'Never' } },
    ],
    right: 'c',
    why: {
      'zh-Hans': '没有真实商品的交易是虚假交易，可能涉及洗钱，会被停用并报告。',
      'zh-Hant': '沒有真實商品的交易是虛假交易，可能涉及洗錢，會被停用並報告。',
      en: 'A sale without goods is a false sale, perhaps money laundering; it is stopped and reported.',
    },
  },
];
