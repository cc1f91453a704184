/** What a cashier reads when nothing was sent, or nothing believable came. */
import type { Words } from '@kaitong/values';
import type { RefusedReason, UnknownReason } from './result.ts';
import { words } from './words.ts';

export const REFUSALS: Readonly<Record<RefusedReason, Words>> = {
  notInstalled: words('终端尚未激活', '終端尚未啟用', 'The terminal is not activated'),
  keyCheck: words('主密钥校验不符', '主金鑰校驗不符', 'The main key fails its check'),
  otherTerminal: words(
    '还有未冲正的交易，不能换终端号',
    '還有未沖正的交易，不能換終端號',
    'Reversals wait: the terminal number can not change',
  ),
  notSignedIn: words('请先签到', '請先簽到', 'Sign in first'),
  amountNotValid: words('金额不正确', '金額不正確', 'The amount is not valid'),
  cardNotValid: words('卡片信息不正确', '卡片資訊不正確', 'The card data are not valid'),
  codeNotValid: words('付款码不正确', '付款碼不正確', 'The pay code is not valid'),
  originalNotFound: words(
    '本批次没有该笔交易',
    '本批次沒有該筆交易',
    'No such transaction in this batch',
  ),
  alreadyVoided: words('该笔交易已撤销', '該筆交易已撤銷', 'The transaction is already voided'),
  alreadyCompleted: words(
    '该预授权已完成',
    '該預授權已完成',
    'The pre-authorisation is already completed',
  ),
  alreadyPaid: words('该笔已付款', '該筆已付款', 'This has been paid already'),
  manualNotTaken: words(
    '本终端不支持手工输入卡号',
    '本終端不支援手動輸入卡號',
    'This terminal takes no keyed cards',
  ),
  cardBlocked: words(
    '该卡在黑名单中',
    '該卡在黑名單中',
    'The card is on the list of blocked cards',
  ),
  tipGiven: words('该笔交易已加小费', '該筆交易已加小費', 'The sale has a tip already'),
  tipTooHigh: words('小费超出比例', '小費超出比例', 'The tip is too high for this sale'),
  advicesFull: words(
    '离线交易已满，请先联机上送',
    '離線交易已滿，請先連線上送',
    'Too many offline payments wait: go online first',
  ),
  advicesPending: words(
    '离线交易未上送，请稍后再结算',
    '離線交易未上送，請稍後再結算',
    'Offline payments wait to be sent: settle later',
  ),
  notLoggedIn: words('请操作员先登录', '請操作員先登入', 'An operator must log in first'),
  passwordMustChange: words(
    '首次登录请修改密码',
    '首次登入請修改密碼',
    'Change the first password before the first payment',
  ),
  passwordWrong: words('操作员或密码错', '操作員或密碼錯', 'Wrong operator or password'),
  operatorLocked: words(
    '操作员已锁定，请主管解锁',
    '操作員已鎖定，請主管解鎖',
    'The operator is locked: ask the supervisor',
  ),
  operatorNotValid: words(
    '操作员号为两位数字，密码为 4 至 12 位数字，新密码不得与旧密码相同',
    '操作員號為兩位數字，密碼為 4 至 12 位數字，新密碼不得與舊密碼相同',
    'An operator has two digits, a password 4 to 12, and a new one is another',
  ),
  operatorKnown: words('操作员已存在', '操作員已存在', 'The operator exists already'),
  supervisorOnly: words(
    '请主管（00）先登录',
    '請主管（00）先登入',
    'Only the supervisor (00) may do this',
  ),
  noHash: words('终端不支持操作员密码', '終端不支援操作員密碼', 'This terminal keeps no passwords'),
  noMainKey: words('没有主密钥，请先激活', '沒有主金鑰，請先啟用', 'No main key: activate first'),
  noWay: words(
    '终端不支持这种激活方式',
    '終端不支援這種啟用方式',
    'This terminal can not be activated in this way',
  ),
  imageNotValid: words('签名图像不正确', '簽名圖像不正確', 'The signature image is not valid'),
  batchFull: words(
    '交易笔数已满，请先结算',
    '交易筆數已滿，請先結算',
    'The batch is full: settle first',
  ),
  settlementOpen: words(
    '结算未完成，请继续结算',
    '結算未完成，請繼續結算',
    'Finish the settlement first',
  ),
  reversalPending: words(
    '冲正未成功，请稍后再试',
    '沖正未成功，請稍後再試',
    'A reversal is still open: try again',
  ),
  noLine: words('网络连接不上', '網路連接不上', 'No line to the host'),
};

export const UNKNOWNS: Readonly<Record<UnknownReason, Words>> = {
  noAnswer: words('没有收到应答', '沒有收到應答', 'No answer came'),
  undecodable: words('应答无法识别', '應答無法識別', 'The answer can not be read'),
  mismatch: words('应答与请求不符', '應答與請求不符', 'The answer is not for this request'),
  wrongMac: words('应答校验错', '應答校驗錯', 'The answer fails its MAC'),
  keyCheck: words(
    '工作密钥校验不符，请检查主密钥',
    '工作金鑰校驗不符，請檢查主金鑰',
    'The work keys fail their check: look at the main key',
  ),
  terminalFault: words(
    '终端故障，交易将冲正',
    '終端故障，交易將沖正',
    'Terminal fault: will be reversed',
  ),
  cardDeclined: words(
    '卡片拒绝，交易将冲正',
    '卡片拒絕，交易將沖正',
    'The card declined: will be reversed',
  ),
};

export const EQUAL = words('对账平', '對帳平', 'Totals equal');
export const UNEQUAL = words(
  '对账不平，已上送明细',
  '對帳不平，已上送明細',
  'Totals differ, details sent',
);

/** An advice is on disk; the host hears of it with the next online transaction or at settlement. */
export const STORED = words('已保存，稍后上送', '已儲存，稍後上送', 'Kept, to be sent later');
