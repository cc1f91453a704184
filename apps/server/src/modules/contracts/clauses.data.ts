import type { Words } from '@kaitong/values';

export type Clause = {
  readonly id: string;
  readonly title: Words;
  readonly lines: readonly Words[];
  /** Left out when it does not fit the plan. */
  readonly when?: 'deposit' | 'noDeposit';
};

/** How a fee rule is said; the parts are joined. */
export const feeWords = {
  rate: {
    'zh-Hans': '按交易金额的 {rate} 收取',
    'zh-Hant': '按交易金額的 {rate} 收取',
    en: '{rate} of the amount',
  },
  min: {
    'zh-Hans': '，每笔最低 {min}',
    'zh-Hant': '，每筆最低 {min}',
    en: ', at least {min} a sale',
  },
  cap: {
    'zh-Hans': '，每笔最高 {cap}',
    'zh-Hant': '，每筆最高 {cap}',
    en: ', at most {cap} a sale',
  },
  fixed: {
    'zh-Hans': '，另加每笔 {fixed}',
    'zh-Hant': '，另加每筆 {fixed}',
    en: ', plus {fixed} a sale',
  },
} as const satisfies Record<string, Words>;

/** The headings and labels of the paper. */
export const paperWords = {
  title: {
    'zh-Hans': '银行卡及条码支付受理合同',
    'zh-Hant': '銀行卡及條碼支付受理合約',
    en: 'Card and QR payment acceptance contract',
  },
  number: { 'zh-Hans': '合同编号', 'zh-Hant': '合約編號', en: 'Contract number' },
  made: { 'zh-Hans': '生成日期', 'zh-Hant': '產生日期', en: 'Made on' },
  check: {
    'zh-Hans': '扫码验真，或在网站输入合同编号',
    'zh-Hant': '掃碼驗真，或在網站輸入合約編號',
    en: 'Scan to check, or enter the number on the site',
  },
  summary: { 'zh-Hans': '要点', 'zh-Hant': '要點', en: 'In short' },
  provider: { 'zh-Hans': '收单机构', 'zh-Hant': '收單機構', en: 'Acquirer' },
  merchant: { 'zh-Hans': '商户', 'zh-Hant': '商戶', en: 'Merchant' },
  merchantNo: { 'zh-Hans': '商户编号', 'zh-Hant': '商戶編號', en: 'Merchant number' },
  store: { 'zh-Hans': '门店', 'zh-Hant': '門店', en: 'Store' },
  account: { 'zh-Hans': '结算账户', 'zh-Hant': '結算帳戶', en: 'Settlement account' },
  plan: { 'zh-Hans': '方案', 'zh-Hant': '方案', en: 'Plan' },
  debit: { 'zh-Hans': '借记卡', 'zh-Hant': '借記卡', en: 'Debit card' },
  credit: { 'zh-Hans': '贷记卡', 'zh-Hant': '信用卡', en: 'Credit card' },
  qr: { 'zh-Hans': '扫码', 'zh-Hant': '掃碼', en: 'QR' },
  cycle: { 'zh-Hans': '到账', 'zh-Hant': '到帳', en: 'Money arrives' },
  cycleT1: {
    'zh-Hans': '下一个工作日（T+1）',
    'zh-Hant': '下一個工作日（T+1）',
    en: 'on the next working day (T+1)',
  },
  deposit: { 'zh-Hans': '押金', 'zh-Hant': '押金', en: 'Deposit' },
  depositTerms: {
    'zh-Hans': '{amount}；激活后 {windowDays} 天内交易额达到 {turnover} 全额退还',
    'zh-Hant': '{amount}；啟用後 {windowDays} 天內交易額達到 {turnover} 全額退還',
    en: '{amount}; all back at a turnover of {turnover} within {windowDays} days of activation',
  },
  none: { 'zh-Hans': '无', 'zh-Hant': '無', en: 'none' },
  device: { 'zh-Hans': '终端与设备价', 'zh-Hant': '終端機與設備價', en: 'Terminal and its price' },
  installation: { 'zh-Hans': '安装费', 'zh-Hant': '安裝費', en: 'Installation' },
  yearly: {
    'zh-Hans': '每年服务费 / 通信费',
    'zh-Hant': '每年服務費 / 通訊費',
    en: 'Yearly service / SIM',
  },
  term: { 'zh-Hans': '合同期', 'zh-Hant': '合約期', en: 'Term' },
  months: {
    'zh-Hans': '{termMonths} 个月',
    'zh-Hant': '{termMonths} 個月',
    en: '{termMonths} months',
  },
  page: {
    'zh-Hans': '第 {page} 页，共 {pages} 页',
    'zh-Hant': '第 {page} 頁，共 {pages} 頁',
    en: 'Page {page} of {pages}',
  },
  evidence: { 'zh-Hans': '签署证据', 'zh-Hant': '簽署證據', en: 'Evidence of signing' },
  signedBy: { 'zh-Hans': '签署人', 'zh-Hant': '簽署人', en: 'Signed by' },
  phone: { 'zh-Hans': '验证手机', 'zh-Hant': '驗證手機', en: 'Verified phone' },
  signedAt: { 'zh-Hans': '签署时间', 'zh-Hant': '簽署時間', en: 'Signed at' },
  code: { 'zh-Hans': '验证码流水', 'zh-Hant': '驗證碼流水', en: 'One-time code id' },
  fileHash: {
    'zh-Hans': '签署前所读文件的 SHA-256',
    'zh-Hant': '簽署前所讀檔案的 SHA-256',
    en: 'SHA-256 of the file that was read',
  },
  termsHash: {
    'zh-Hans': '条款的 SHA-256',
    'zh-Hant': '條款的 SHA-256',
    en: 'SHA-256 of the terms',
  },
  evidenceNote: {
    'zh-Hans':
      '签署人登录后阅读本合同，填写发送到其手机的一次性验证码完成签署。验证码只用一次，五分钟内有效。以上记录另存于不可改的审计链。',
    'zh-Hant':
      '簽署人登入後閱讀本合約，填寫發送到其手機的一次性驗證碼完成簽署。驗證碼只用一次，五分鐘內有效。以上記錄另存於不可改的稽核鏈。',
    en: 'The signer read this contract after signing in and entered a one-time code sent to the phone above. A code works once, for five minutes. These facts are also kept in an audit chain that can not be changed unseen.',
  },
} as const satisfies Record<string, Words>;

/** What the parties agree; `{name}` is filled from the terms. */
export const clauses: readonly Clause[] = [
  {
    id: 'parties',
    title: { 'zh-Hans': '合作双方', 'zh-Hant': '合作雙方', en: 'The parties' },
    lines: [
      {
        'zh-Hans':
          '甲方（收单机构）：{provider}。乙方（特约商户）：{merchantName}，商户编号 {merchantNo}。',
        'zh-Hant':
          '甲方（收單機構）：{provider}。乙方（特約商戶）：{merchantName}，商戶編號 {merchantNo}。',
        en: 'Party A, the acquirer: {provider}. Party B, the merchant: {merchantName}, merchant number {merchantNo}.',
      },
      {
        'zh-Hans': '首页“要点”是本合同的一部分；与条款不一致的，按对乙方有利的执行。',
        'zh-Hant': '首頁「要點」是本合約的一部分；與條款不一致的，按對乙方有利的執行。',
        en: 'The summary on page one is part of this contract; where it differs from a clause, what favours Party B counts.',
      },
    ],
  },
  {
    id: 'service',
    title: { 'zh-Hans': '服务内容', 'zh-Hant': '服務內容', en: 'What is provided' },
    lines: [
      {
        'zh-Hans': '甲方为乙方提供刷卡与扫码收款、对账、结算、终端维护和客服。',
        'zh-Hant': '甲方為乙方提供刷卡與掃碼收款、對帳、結算、終端機維護和客服。',
        en: 'Party A provides card and QR acceptance, statements, settlement, upkeep of the terminal, and support.',
      },
      {
        'zh-Hans':
          '开通条件：资料审核通过、合同已签、应付款到账、安装验收、培训合格、终端自检通过。',
        'zh-Hant':
          '開通條件：資料審核通過、合約已簽、應付款到帳、安裝驗收、培訓合格、終端機自檢通過。',
        en: 'Trading opens once the papers are approved, the contract is signed, what is due is paid, the installation is accepted, the training is passed and the terminal has tested itself.',
      },
    ],
  },
  {
    id: 'fees',
    title: { 'zh-Hans': '手续费', 'zh-Hant': '手續費', en: 'Fees' },
    lines: [
      {
        'zh-Hans': '借记卡：{debit}。',
        'zh-Hant': '借記卡：{debit}。',
        en: 'Debit card: {debit}.',
      },
      {
        'zh-Hans': '贷记卡：{credit}。',
        'zh-Hant': '信用卡：{credit}。',
        en: 'Credit card: {credit}.',
      },
      { 'zh-Hans': '扫码：{qr}。', 'zh-Hant': '掃碼：{qr}。', en: 'QR: {qr}.' },
      {
        'zh-Hans':
          '手续费逐笔计算，四舍五入到分，计算过程随时可查。除本合同写明的以外，甲方不收取任何费用。',
        'zh-Hant':
          '手續費逐筆計算，四捨五入到分，計算過程隨時可查。除本合約寫明的以外，甲方不收取任何費用。',
        en: 'Fees are taken sale by sale, rounded half up to the fen; each sum can be looked up. Party A takes nothing that is not written here.',
      },
      {
        'zh-Hans': '上调手续费须提前 30 天通知；乙方可在生效前无责解约。',
        'zh-Hant': '上調手續費須提前 30 天通知；乙方可在生效前無責解約。',
        en: 'A higher fee is announced 30 days ahead; until then Party B may leave without cost.',
      },
    ],
  },
  {
    id: 'settlement',
    title: { 'zh-Hans': '结算', 'zh-Hant': '結算', en: 'Settlement' },
    lines: [
      {
        'zh-Hans': '每日 23:00 日切。日切前的交易扣除手续费后，{cycle}结算到账户 {account}。',
        'zh-Hant': '每日 23:00 日切。日切前的交易扣除手續費後，{cycle}結算到帳戶 {account}。',
        en: 'The day is cut at 23:00. What was sold before, less fees, is paid {cycle} to account {account}.',
      },
      {
        'zh-Hans':
          '结算被银行退回的，款项留在乙方余额，账户更正后补发。退款、拒付与差错逐笔列明后从结算中扣除。',
        'zh-Hant':
          '結算被銀行退回的，款項留在乙方餘額，帳戶更正後補發。退款、拒付與差錯逐筆列明後從結算中扣除。',
        en: 'Money that the bank returns stays in the balance of Party B and is sent again once the account is right. Refunds, chargebacks and errors are listed one by one and deducted.',
      },
    ],
  },
  {
    id: 'deposit',
    when: 'deposit',
    title: { 'zh-Hans': '押金', 'zh-Hant': '押金', en: 'Deposit' },
    lines: [
      {
        'zh-Hans': '押金 {depositAmount}，只由甲方收取，推广人员不得代收。',
        'zh-Hant': '押金 {depositAmount}，只由甲方收取，推廣人員不得代收。',
        en: 'The deposit is {depositAmount}. Only Party A collects it, never an agent.',
      },
      {
        'zh-Hans':
          '自激活起 {windowDays} 天内，已清算且未退款的交易额累计达到 {turnover} 的，押金无需申请，全额退回乙方余额，随下一次结算到账。',
        'zh-Hant':
          '自啟用起 {windowDays} 天內，已清算且未退款的交易額累計達到 {turnover} 的，押金無需申請，全額退回乙方餘額，隨下一次結算到帳。',
        en: 'Once sales that were cleared and not refunded reach {turnover} within {windowDays} days of activation, the whole deposit goes back to the balance of Party B by itself and comes with the next payout.',
      },
      {
        'zh-Hans': '期满未达到的，押金抵作设备款，不再退还。因甲方原因解约的，押金全额退还。',
        'zh-Hant': '期滿未達到的，押金抵作設備款，不再退還。因甲方原因解約的，押金全額退還。',
        en: 'If that is not reached in time, the deposit pays for the device and is not returned. If the contract ends because of Party A, all of it is returned.',
      },
    ],
  },
  {
    id: 'deposit',
    when: 'noDeposit',
    title: { 'zh-Hans': '押金', 'zh-Hant': '押金', en: 'Deposit' },
    lines: [
      {
        'zh-Hans': '本方案不收押金。任何人以押金名义收钱，乙方均可拒绝并举报。',
        'zh-Hant': '本方案不收押金。任何人以押金名義收錢，乙方均可拒絕並舉報。',
        en: 'This plan has no deposit. Party B may refuse, and report, whoever asks for one.',
      },
    ],
  },
  {
    id: 'device',
    title: {
      'zh-Hans': '终端、安装与维护',
      'zh-Hant': '終端機、安裝與維護',
      en: 'Terminal, installation, upkeep',
    },
    lines: [
      {
        'zh-Hans':
          '终端 {model}，设备价 {devicePrice}，安装费 {installationFee}。年服务费 {serviceFee}，年通信费 {simFee}，到期前 15 天提醒。',
        'zh-Hant':
          '終端機 {model}，設備價 {devicePrice}，安裝費 {installationFee}。年服務費 {serviceFee}，年通訊費 {simFee}，到期前 15 天提醒。',
        en: 'Terminal {model}, price {devicePrice}, installation {installationFee}. Yearly service {serviceFee}, yearly SIM {simFee}, announced 15 days ahead.',
      },
      {
        'zh-Hans':
          '保修 12 个月。非人为故障免费维修或换机；换机时旧机解绑，密钥销毁，新机重新验收。',
        'zh-Hant':
          '保修 12 個月。非人為故障免費維修或換機；換機時舊機解除綁定，金鑰銷毀，新機重新驗收。',
        en: 'There are twelve months of warranty. Faults not caused by Party B are repaired, or the terminal replaced, for free; the old one is unbound, its keys destroyed, the new one accepted anew.',
      },
    ],
  },
  {
    id: 'duties',
    title: {
      'zh-Hans': '双方的权利与义务',
      'zh-Hant': '雙方的權利與義務',
      en: 'Rights and duties',
    },
    lines: [
      {
        'zh-Hans':
          '乙方安排受过培训的人使用终端，每日日切前签退结算，妥善保管密码，交易凭证保存五年。',
        'zh-Hant':
          '乙方安排受過培訓的人使用終端機，每日日切前簽退結算，妥善保管密碼，交易憑證保存五年。',
        en: 'Party B lets trained people use the terminal, signs out and settles before the day is cut, keeps passwords safe and slips for five years.',
      },
      {
        'zh-Hans':
          '甲方按时结算，一个工作日内响应故障，如实公布费用；停用终端须告知原因与恢复办法，乙方可在 15 天内申诉。',
        'zh-Hant':
          '甲方按時結算，一個工作日內回應故障，如實公布費用；停用終端機須告知原因與恢復辦法，乙方可在 15 天內申訴。',
        en: 'Party A settles on time, answers faults within a working day and publishes its fees as they are; who stops a terminal says why and how it comes back, and Party B may appeal within 15 days.',
      },
    ],
  },
  {
    id: 'location',
    title: {
      'zh-Hans': '终端与门店绑定',
      'zh-Hant': '終端機與門店綁定',
      en: 'Terminal bound to its place',
    },
    lines: [
      {
        'zh-Hans':
          '终端只在登记门店使用：{storeName}，{storeAddress}。收单机构、商户编号、主体、结算账户与地址五要素绑定。',
        'zh-Hant':
          '終端機只在登記門店使用：{storeName}，{storeAddress}。收單機構、商戶編號、主體、結算帳戶與地址五要素綁定。',
        en: 'The terminal is used only at the registered store: {storeName}, {storeAddress}. Acquirer, merchant number, subject, settlement account and address are bound together.',
      },
      {
        'zh-Hans': '移机须先申请变更；未经批准移机的，甲方可以停用终端。',
        'zh-Hant': '移機須先申請變更；未經批准移機的，甲方可以停用終端機。',
        en: 'To move it, apply first; Party A may stop a terminal that was moved without approval.',
      },
    ],
  },
  {
    id: 'prohibited',
    title: { 'zh-Hans': '禁止行为', 'zh-Hant': '禁止行為', en: 'What is forbidden' },
    lines: [
      {
        'zh-Hans':
          '不得套现、虚构交易、替他人收款、转借终端、向持卡人加收手续费，不得留存卡号、有效期、密码等信息。',
        'zh-Hant':
          '不得套現、虛構交易、替他人收款、轉借終端機、向持卡人加收手續費，不得留存卡號、有效期、密碼等資訊。',
        en: 'No cashing out, no invented sales, no taking money for others, no lending of the terminal, no surcharge to cardholders, no keeping of card numbers, expiry dates or PINs.',
      },
    ],
  },
  {
    id: 'breach',
    title: { 'zh-Hans': '违约责任', 'zh-Hant': '違約責任', en: 'Breach' },
    lines: [
      {
        'zh-Hans': '乙方有禁止行为的，甲方可暂停结算或停用终端并依法报告；造成损失的，乙方赔偿。',
        'zh-Hant': '乙方有禁止行為的，甲方可暫停結算或停用終端機並依法報告；造成損失的，乙方賠償。',
        en: 'If Party B does what is forbidden, Party A may hold settlement or stop the terminal and reports it as the law asks; Party B makes good the loss.',
      },
      {
        'zh-Hans': '甲方逾期结算的，每日按逾期金额的 0.05% 支付违约金；多收的费用双倍退还。',
        'zh-Hant': '甲方逾期結算的，每日按逾期金額的 0.05% 支付違約金；多收的費用雙倍退還。',
        en: 'If Party A settles late, it pays 0.05% of the amount for each day; what it took too much it returns twice.',
      },
    ],
  },
  {
    id: 'dataProtection',
    title: { 'zh-Hans': '数据安全', 'zh-Hant': '資料安全', en: 'Data security' },
    lines: [
      {
        'zh-Hans':
          '上传的资料加密保存，每次查看留痕。终端与系统不保存完整卡号与密码。发生泄露的，甲方在 72 小时内通知乙方。',
        'zh-Hant':
          '上傳的資料加密保存，每次查看留痕。終端機與系統不保存完整卡號與密碼。發生洩露的，甲方在 72 小時內通知乙方。',
        en: 'Uploaded papers are kept encrypted, each look is recorded. Neither terminal nor system keeps whole card numbers or PINs. Party A tells Party B of a leak within 72 hours.',
      },
    ],
  },
  {
    id: 'privacy',
    title: { 'zh-Hans': '个人信息', 'zh-Hant': '個人資料', en: 'Privacy' },
    lines: [
      {
        'zh-Hans':
          '个人信息只用于开户审核、反洗钱、结算与售后，保存到合作结束后五年。乙方可查询、复制、更正，并可要求删除不再需要的信息。',
        'zh-Hant':
          '個人資料只用於開戶審核、反洗錢、結算與售後，保存到合作結束後五年。乙方可查詢、複製、更正，並可要求刪除不再需要的資料。',
        en: 'Personal data serves review, anti-money-laundering, settlement and support only, and is kept until five years after the end. Party B may see, copy and correct it, and have deleted what is no longer needed.',
      },
    ],
  },
  {
    id: 'termination',
    title: { 'zh-Hans': '期限与解除', 'zh-Hant': '期限與解除', en: 'Term and ending' },
    lines: [
      {
        'zh-Hans':
          '合同期 {termMonths} 个月，期满无异议的按年续期；任一方可提前 30 天通知解除。解除后结清款项，收回终端，退还应退押金。',
        'zh-Hant':
          '合約期 {termMonths} 個月，期滿無異議的按年續期；任一方可提前 30 天通知解除。解除後結清款項，收回終端機，退還應退押金。',
        en: 'The contract runs {termMonths} months and then from year to year; either party may end it with 30 days’ notice. At the end all money is settled, the terminal taken back and any deposit due returned.',
      },
    ],
  },
  {
    id: 'disputes',
    title: { 'zh-Hans': '投诉与争议', 'zh-Hant': '投訴與爭議', en: 'Complaints and disputes' },
    lines: [
      {
        'zh-Hans':
          '先通过客服工单处理，七日内答复；不服的，可向当地人民银行投诉，或向乙方所在地法院起诉。',
        'zh-Hant':
          '先透過客服工單處理，七日內答覆；不服的，可向當地人民銀行投訴，或向乙方所在地法院起訴。',
        en: 'A support ticket comes first and is answered within seven days; then Party B may turn to the local branch of the central bank, or to the court of its own place.',
      },
    ],
  },
];
