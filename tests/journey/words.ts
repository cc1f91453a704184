/** What the story says, in three languages. */
import type { Words } from '@kaitong/values';

const w = (hans: string, hant: string, en: string): Words => ({
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
});

export const words = {
  title: w(
    '开通 · 从“我要一台 POS”到钱进银行',
    '開通 · 從「我要一台 POS」到錢進銀行',
    'Kaitong · from “I need a POS” to money in the bank',
  ),
  'title.own': w(
    '自己的房子，在临时目录里，演完即拆：{base}',
    '自己的房子，在暫存目錄裡，演完即拆：{base}',
    'A house of its own in a temporary folder, gone afterwards: {base}',
  ),
  'title.running': w(
    '正在运行的房子：{base}',
    '正在運行的房子：{base}',
    'The house that runs at {base}',
  ),
  'title.building': w('正在启动……', '正在啟動……', 'Starting the house …'),

  'step.1': w('选方案', '選方案', 'Choosing a plan'),
  'step.2': w('注册与申请', '註冊與申請', 'Registration and application'),
  'step.3': w('审核', '審核', 'Review'),
  'step.4': w('合同', '合約', 'Contract'),
  'step.5': w('订单与押金', '訂單與押金', 'Order and deposit'),
  'step.6': w('装机、培训、激活', '裝機、培訓、啟用', 'Installation, training, activation'),
  'step.7': w('收款的一天', '收款的一天', 'A day of sales'),
  'step.8': w('清算、到账、押金返还', '清算、入帳、押金返還', 'Clearing, payout, deposit back'),
  'step.9': w('停机、换机、恢复', '停機、換機、恢復', 'Suspension, replacement, back in service'),
  'step.10': w('客服工单', '客服工單', 'A support ticket'),
  'step.11': w('大家看到的', '大家看到的', 'What everyone sees'),

  'party.anyone': w('访客', '訪客', 'A visitor'),
  'party.terminal': w('终端', '終端機', 'The terminal'),
  'party.bank': w('沙盒银行', '沙盒銀行', 'The sandbox bank'),
  'party.courier': w('沙盒快递', '沙盒快遞', 'The sandbox courier'),
  'party.system': w('系统', '系統', 'The system'),

  'advise.asked': w(
    '回答问卷：餐馆，每月 {month}，每笔约 {ticket}，要随身带、要打小票、次日到账',
    '回答問卷：餐館，每月 {month}，每筆約 {ticket}，要隨身帶、要列印簽單、次日入帳',
    'answers the questions: a restaurant, {month} a month, {ticket} a sale, portable, printed slips, next-day money',
  ),
  'advise.cost': w(
    '一年 {year}（每千元 {thousand}），押金 {deposit}',
    '一年 {year}（每千元 {thousand}），押金 {deposit}',
    '{year} a year ({thousand} per thousand), deposit {deposit}',
  ),
  'advise.chose': w(
    '选了“{plan}”配“{model}”',
    '選了「{plan}」配「{model}」',
    'chooses “{plan}” with “{model}”',
  ),

  'apply.registered': w(
    '用手机 {phone} 和验证码注册（先输错一次）',
    '用手機 {phone} 和驗證碼註冊（先輸錯一次）',
    'registers with the phone {phone} and a one-time code (after a wrong one)',
  ),
  'apply.opened': w(
    '开始申请 {number}：{type}',
    '開始申請 {number}：{type}',
    'opens application {number}: {type}',
  ),
  'apply.mistyped': w(
    '身份证号码最后一位写错，当场查出',
    '身分證號碼最後一位寫錯，當場查出',
    'mistypes the last digit of the ID number; it is found at once',
  ),
  'apply.filled': w('填好 {count} 项', '填好 {count} 項', 'fills in {count} fields'),
  'apply.documents': w(
    '上传 {count} 份材料（加密保存）',
    '上傳 {count} 份材料（加密保存）',
    'uploads {count} documents (kept encrypted)',
  ),
  'apply.sent': w('提交', '提交', 'sends it'),
  'apply.checked': w('机器核对 {count} 项', '機器核對 {count} 項', 'made {count} machine checks'),

  'review.claimed': w('领取申请 {number}', '領取申請 {number}', 'claims application {number}'),
  'review.comment': w(
    '门牌写得不够细，请补充。',
    '門牌寫得不夠細，請補充。',
    'The address is not exact enough. Please complete it.',
  ),
  'review.returned': w(
    '退回补正：{field}（{reason}）',
    '退回補正：{field}（{reason}）',
    'sends it back: {field} ({reason})',
  ),
  'review.saw': w('看到要改什么', '看到要改什麼', 'sees what to repair'),
  'review.repaired': w(
    '没改就提交不行；改好后提交第 {revision} 版',
    '沒改就提交不行；改好後提交第 {revision} 版',
    'can not send it unchanged; repairs it and sends revision {revision}',
  ),
  'review.approved': w(
    '初审通过；自己复核自己不行',
    '初審通過；自己複核自己不行',
    'approves; confirming oneself is refused',
  ),
  'review.confirmed': w('复核通过', '複核通過', 'confirms as the second person'),
  'review.opened': w(
    '有了商户号 {merchantNo}',
    '有了商戶號 {merchantNo}',
    'has merchant number {merchantNo}',
  ),

  'contract.read': w(
    '读合同 {number}（PDF，{kilobytes} KB）',
    '讀合約 {number}（PDF，{kilobytes} KB）',
    'reads contract {number} (PDF, {kilobytes} KB)',
  ),
  'contract.device': w('终端 {price}', '終端機 {price}', 'Device {price}'),
  'contract.yearly': w(
    '每年服务费 {service}，流量费 {sim}',
    '每年服務費 {service}，流量費 {sim}',
    'A year: service {service}, SIM {sim}',
  ),
  'contract.deposit': w(
    '押金 {amount}，{days} 天内交易满 {turnover} 退还',
    '押金 {amount}，{days} 天內交易滿 {turnover} 退還',
    'Deposit {amount}, back after {turnover} of sales within {days} days',
  ),
  'contract.sections': w(
    '共 {count} 条：{titles}',
    '共 {count} 條：{titles}',
    '{count} sections: {titles}',
  ),
  'contract.signed': w(
    '用验证码签署（换一份文件不行）',
    '用驗證碼簽署（換一份檔案不行）',
    'signs with a one-time code (another file is refused)',
  ),
  'contract.verified': w(
    '按指纹 {hash} 查验：有效，签约方 {party}',
    '按指紋 {hash} 查驗：有效，簽約方 {party}',
    'checks the hash {hash}: valid, signed by {party}',
  ),

  'order.tooEarly': w(
    '没付款就配机，不行',
    '沒付款就配機，不行',
    'can not allocate before it is paid',
  ),
  'order.paying': w('付押金 {amount}', '付押金 {amount}', 'pays the deposit of {amount}'),
  'order.paid': w(
    '收到 {amount}，通知房子',
    '收到 {amount}，通知房子',
    'took {amount} and told the house',
  ),
  'order.allocated': w(
    '配机，序列号 {serial}',
    '配機，序號 {serial}',
    'allocates serial number {serial}',
  ),
  'order.shipped': w(
    '发货，运单 {tracking}',
    '出貨，運單 {tracking}',
    'ships it, tracking {tracking}',
  ),
  'order.delivered': w('送达', '送達', 'delivered it'),
  'order.unboxed': w('开箱检查，齐全完好', '開箱檢查，齊全完好', 'unpacks it: complete and sound'),

  'install.scheduled': w('约好 {at} 上门', '約好 {at} 上門', 'makes an appointment for {at}'),
  'install.started': w('到店，开始安装', '到店，開始安裝', 'is at the shop and begins'),
  'install.alone': w('这次自己安装', '這次自己安裝', 'installs it alone this time'),
  'install.ticked': w('逐项确认', '逐項確認', 'ticks the checklist'),
  'install.activated': w(
    '机器 {serial} 用激活码激活（先输错一次），终端号 {terminalNo}',
    '機器 {serial} 用啟用碼啟用（先輸錯一次），終端號 {terminalNo}',
    'machine {serial} is activated by code (after a wrong one) as terminal {terminalNo}',
  ),
  'install.bound': w(
    '五项绑定：机构 {acquirer} · 商户 {merchantNo} · 主体 {subject}… · 账户 {account}… · {address}',
    '五項綁定：機構 {acquirer} · 商戶 {merchantNo} · 主體 {subject}… · 帳戶 {account}… · {address}',
    'Bound by five items: acquirer {acquirer} · merchant {merchantNo} · subject {subject}… · account {account}… · {address}',
  ),
  'install.keys': w(
    '主密钥已装入，校验值 {kcv}，第 {epoch} 次绑定',
    '主金鑰已裝入，校驗值 {kcv}，第 {epoch} 次綁定',
    'Main key loaded, check value {kcv}, binding {epoch}',
  ),
  'install.accepted': w('验收', '驗收', 'accepts the installation'),
  'install.gate': w('离开通只差自检', '離開通只差自檢', 'only the self test is missing'),
  'install.tested': w(
    '自检通过：刷卡、扫码、退货、打印；闸门打开',
    '自檢通過：刷卡、掃碼、退貨、列印；閘門打開',
    'self test passed: card, QR, refund, print; the gate opens',
  ),

  'train.read': w(
    '读完 {count} 节培训',
    '讀完 {count} 節培訓',
    'reads {count} parts of the training',
  ),
  'train.failed': w(
    '答题 {score}/{of}，没过，看解释',
    '答題 {score}/{of}，沒過，看解釋',
    'scores {score}/{of}: not enough, reads why',
  ),
  'train.passed': w(
    '第 {attempt} 次答题 {score}/{of}，通过',
    '第 {attempt} 次答題 {score}/{of}，通過',
    'scores {score}/{of} at try {attempt} and passes',
  ),

  'sell.signedIn': w('签到，批次 {batch}', '簽到，批次 {batch}', 'signs in, batch {batch}'),
  'sell.sold': w('刷卡消费 {amount}', '刷卡消費 {amount}', 'sells {amount} by card'),
  'sell.saw': w(
    '看到这一笔：手续费 {fee}，到手 {net}',
    '看到這一筆：手續費 {fee}，到手 {net}',
    'sees it: fee {fee}, net {net}',
  ),
  'sell.declined': w(
    '刷卡 {amount}，拒绝 {code}',
    '刷卡 {amount}，拒絕 {code}',
    'tries {amount} by card: declined, {code}',
  ),
  'sell.soldByQr': w('扫码消费 {amount}', '掃碼消費 {amount}', 'sells {amount} by QR code'),
  'sell.voided': w(
    '消费 {amount} 后撤销（凭证 {trace}）',
    '消費 {amount} 後撤銷（憑證 {trace}）',
    'sells {amount} and voids it (trace {trace})',
  ),
  'sell.refunded': w(
    '退货 {amount}；原消费手续费 {fee}',
    '退貨 {amount}；原消費手續費 {fee}',
    'refunds {amount} of the first sale (fee {fee})',
  ),
  'sell.lost': w(
    '消费 {amount}，应答丢了',
    '消費 {amount}，應答丟了',
    'tries {amount}; the answer is lost',
  ),
  'sell.reversed': w(
    '冲正了，没人多付一分',
    '沖正了，沒人多付一分',
    'reversed it: nobody pays for nothing',
  ),
  'sell.settled': w('批次 {batch} 结算', '批次 {batch} 結算', 'settles batch {batch}'),
  'sell.unequal': w('结算不平', '結算不平', 'the batch differs'),
  'sell.signedOut': w('签退，今天的交易：', '簽退，今天的交易：', 'signs out; the day:'),

  'settle.cleared': w(
    '{day} 清算：文件 {lines} 行，对上 {matched} 行',
    '{day} 清算：檔案 {lines} 行，對上 {matched} 行',
    'cleared {day}: {lines} lines in the file, {matched} matched',
  ),
  'settle.sums': w(
    '毛额 {gross}，费用 {fees}，净额 {net}',
    '毛額 {gross}，費用 {fees}，淨額 {net}',
    'gross {gross}, fees {fees}, net {net}',
  ),
  'settle.paid': w(
    '{amount} 到账 {account}',
    '{amount} 入帳 {account}',
    '{amount} arrived on {account}',
  ),
  'settle.balance': w(
    '账户余额 {balance}',
    '帳戶餘額 {balance}',
    'balance of the account {balance}',
  ),
  'settle.statement': w('看 {day} 的对账单', '看 {day} 的對帳單', 'reads the statement of {day}'),
  'settle.deposit': w(
    '押金进度 {percent}%：{turnover} / {needed}',
    '押金進度 {percent}%：{turnover} / {needed}',
    'sees the deposit at {percent} %: {turnover} of {needed}',
  ),
  'settle.sold': w('这一天卖了 {amount}', '這一天賣了 {amount}', 'sold {amount} on this day'),
  'settle.refunded': w(
    '押金 {amount} 退回，随结算款到账',
    '押金 {amount} 退回，隨結算款入帳',
    'gave the deposit of {amount} back with the payout',
  ),
  'settle.arrived': w(
    '银行里：{nets}，加押金 {deposit}，共 {balance}',
    '銀行裡：{nets}，加押金 {deposit}，共 {balance}',
    'At the bank: {nets}, and the deposit {deposit}, makes {balance}',
  ),

  'repair.symptom': w(
    '开不了机，换了插座也没反应。',
    '開不了機，換了插座也沒反應。',
    'It does not start, on another socket neither.',
  ),
  'repair.material': w(
    '保修卡在，购买一个月内。',
    '保固卡在，購買一個月內。',
    'Warranty card at hand, bought within a month.',
  ),
  'repair.approval': w(
    '硬件故障属实，在保修期内，换机。',
    '硬體故障屬實，在保固期內，換機。',
    'A real fault within warranty: replace it.',
  ),
  'repair.unbindReason': w('故障换机', '故障換機', 'replaced because of a fault'),
  'repair.call': w(
    '一切正常，商户满意。',
    '一切正常，商戶滿意。',
    'All well, the merchant is content.',
  ),
  'repair.lesson': w(
    '原因：电源模块老化。措施：换机。以后：到货时加做通电测试。',
    '原因：電源模組老化。措施：換機。以後：到貨時加做通電測試。',
    'Cause: a worn power module. Measure: replaced. Better: power test on arrival.',
  ),
  'repair.reported': w(
    '报障，终端停用，再刷就被拒',
    '報障，終端機停用，再刷就被拒',
    'reports a fault; the terminal stops, and a try is refused',
  ),
  'repair.diagnosed': w(
    '跟着问题走：{finding}',
    '跟著問題走：{finding}',
    'follows the questions: {finding}',
  ),
  'repair.approved': w('批准：{path}', '批准：{path}', 'approves: {path}'),
  'repair.unbound': w(
    '旧机 {serial} 解绑，密钥销毁，网关拒绝它',
    '舊機 {serial} 解綁，金鑰銷毀，閘道拒絕它',
    'unbinds the old machine {serial}, its keys are destroyed, the gateway refuses it',
  ),
  'repair.tested': w('新机自检通过', '新機自檢通過', 'tests the new machine: all good'),
  'repair.restored': w(
    '测试消费成功，恢复营业',
    '測試消費成功，恢復營業',
    'makes the test sale: back in service',
  ),
  'repair.called': w('七天后回访', '七天後回訪', 'calls after seven days'),
  'repair.closed': w('结案，留下教训', '結案，留下教訓', 'closes the case with its lesson'),

  'support.subject': w('对账单怎么看', '對帳單怎麼看', 'How to read the statement'),
  'support.text': w(
    '对账单里的手续费是怎么算的？',
    '對帳單裡的手續費是怎麼算的？',
    'How is the fee on the statement made up?',
  ),
  'support.question': w('请问是哪一天的？', '請問是哪一天的？', 'Which day is it?'),
  'support.answer': w('第一天的。', '第一天的。', 'The first day.'),
  'support.solution': w(
    '每笔按合同费率计算，点开交易可看算式。',
    '每筆按合約費率計算，點開交易可看算式。',
    'Each sale by the rate of the contract; open a payment to see the sum.',
  ),
  'support.opened': w('提工单 {number}', '提工單 {number}', 'opens ticket {number}'),
  'support.asked': w('领取并追问', '領取並追問', 'takes it and asks back'),
  'support.answered': w('回答', '回答', 'answers'),
  'support.resolved': w('解决', '解決', 'solves it'),
  'support.closed': w('评价 {stars}', '評價 {stars}', 'rates it {stars}'),

  'end.stations': w(
    '流程图（{charts} 张状态图，{events} 件事）',
    '流程圖（{charts} 張狀態圖，{events} 件事）',
    'the flow chart ({charts} charts, {events} events)',
  ),
  'end.messages': w(
    '站内消息 {count} 条，最新的：',
    '站內訊息 {count} 則，最新的：',
    'has {count} messages in the app; the newest:',
  ),
  'end.records': w(
    '审计链 {records} 条，逐条重算，完整',
    '稽核鏈 {records} 條，逐條重算，完整',
    'recomputed {records} audit records: whole',
  ),
  'end.books': w(
    '账本 {count} 条规则全部成立',
    '帳本 {count} 條規則全部成立',
    'all {count} rules of the books hold',
  ),
  'end.done': w(
    '走完了：{steps} 步，{seconds} 秒。',
    '走完了：{steps} 步，{seconds} 秒。',
    'Done: {steps} steps in {seconds} s.',
  ),
  'end.broke': w('故事断了：', '故事斷了：', 'The story broke:'),
} as const satisfies Record<string, Words>;

export type StoryWord = keyof typeof words;
