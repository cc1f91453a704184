import { words } from './words.ts';
import type { Words } from './words.ts';

/** What follows from an answer code (UnionPay POS specification, answer codes). */
export type ResponseCategory =
  | 'success'
  | 'mayRetry'
  | 'stop'
  | 'operatorActs'
  | 'systemFault'
  | 'unknown';

export type ResponseCode = {
  readonly code: string;
  readonly category: ResponseCategory;
  readonly words: Words;
};

/** Answers that mean yes; only these carry a MAC that must be proved. */
export const SUCCESS_CODES: ReadonlySet<string> = new Set([
  '00',
  '10',
  '11',
  'A2',
  'A4',
  'A5',
  'A6',
]);

export function isSuccess(code: string): boolean {
  return SUCCESS_CODES.has(code);
}

/** The meaning of F39; a code outside the table is a failure with its code in the words. */
export function responseOf(code: string): ResponseCode {
  const known = RESPONSES.get(code);
  if (known !== undefined) return known;
  const unknown = words(`交易失败（${code}）`, `交易失敗（${code}）`, `Failed (${code})`);
  return { code, category: 'unknown', words: unknown };
}

const CATEGORIES = {
  A: 'success',
  B: 'mayRetry',
  C: 'stop',
  D: 'operatorActs',
  E: 'systemFault',
} as const;

type Row = readonly [string, keyof typeof CATEGORIES, string, string, string];

const ROWS: readonly Row[] = [
  ['00', 'A', '交易成功', '交易成功', 'Approved'],
  ['01', 'C', '请联系发卡行', '請聯絡發卡行', 'Call the card issuer'],
  ['02', 'C', '特殊情况，请联系发卡行', '特殊情況，請聯絡發卡行', 'Special case, call the issuer'],
  [
    '03',
    'C',
    '商户无效，请联系收单方',
    '商戶無效，請聯絡收單方',
    'Unknown merchant, call the acquirer',
  ],
  ['04', 'D', '请没收此卡', '請沒收此卡', 'Keep the card'],
  ['05', 'C', '发卡行不承兑', '發卡行不承兌', 'Not honoured by the issuer'],
  ['06', 'E', '发卡行故障，请稍后再试', '發卡行故障，請稍後再試', 'Issuer fault, try later'],
  ['07', 'D', '特殊情况，请没收此卡', '特殊情況，請沒收此卡', 'Special case, keep the card'],
  ['09', 'B', '正在处理，请稍后再试', '正在處理，請稍後再試', 'Still in progress, try again'],
  ['10', 'A', '部分金额已批准', '部分金額已批准', 'Approved for a part'],
  ['11', 'A', '交易成功（贵宾）', '交易成功（貴賓）', 'Approved (VIP)'],
  ['12', 'C', '无效交易', '無效交易', 'Not a valid transaction'],
  ['13', 'B', '金额无效，请重新输入', '金額無效，請重新輸入', 'Amount not valid, enter again'],
  ['14', 'B', '卡号无效，请换卡', '卡號無效，請換卡', 'Card number not valid, use another card'],
  ['15', 'C', '查无发卡行，请换卡', '查無發卡行，請換卡', 'Unknown issuer, use another card'],
  ['19', 'C', '请稍后重做交易', '請稍後重做交易', 'Do the transaction again later'],
  ['20', 'C', '应答无效', '應答無效', 'Answer not valid'],
  [
    '21',
    'C',
    '卡未启用，请联系发卡行',
    '卡未啟用，請聯絡發卡行',
    'Card not in use, call the issuer',
  ],
  [
    '22',
    'C',
    '操作有误或超期，请核对后签到',
    '操作有誤或逾期，請核對後簽到',
    'Wrong step or too late, sign in again',
  ],
  ['23', 'C', '费用不被接受', '費用不被接受', 'Fee not accepted'],
  ['25', 'C', '找不到原交易', '找不到原交易', 'Original transaction not found'],
  ['30', 'C', '报文格式错', '報文格式錯', 'Message format error'],
  ['31', 'C', '此卡不受理，请换卡', '此卡不受理，請換卡', 'Card not accepted here, use another'],
  ['33', 'D', '卡已过期，请没收', '卡已過期，請沒收', 'Expired card, keep it'],
  ['34', 'D', '有作弊嫌疑，请没收此卡', '有作弊嫌疑，請沒收此卡', 'Suspected fraud, keep the card'],
  [
    '35',
    'D',
    '请没收此卡并联系收单方',
    '請沒收此卡並聯絡收單方',
    'Keep the card, call the acquirer',
  ],
  ['36', 'D', '受限制的卡，请没收', '受限制的卡，請沒收', 'Restricted card, keep it'],
  [
    '37',
    'D',
    '请没收此卡并通知安全部门',
    '請沒收此卡並通知安全部門',
    'Keep the card, call security',
  ],
  [
    '38',
    'D',
    '密码错误超限，请联系发卡行',
    '密碼錯誤超限，請聯絡發卡行',
    'Too many wrong PINs, call the issuer',
  ],
  ['39', 'C', '无此信用卡账户', '無此信用卡帳戶', 'No such credit account'],
  ['40', 'C', '发卡行不支持此交易', '發卡行不支援此交易', 'Issuer does not offer this'],
  ['41', 'D', '挂失卡，请没收', '掛失卡，請沒收', 'Lost card, keep it'],
  ['42', 'C', '无此账户', '無此帳戶', 'No such account'],
  ['43', 'D', '被盗卡，请没收', '被盜卡，請沒收', 'Stolen card, keep it'],
  ['44', 'C', '无此投资账户', '無此投資帳戶', 'No such investment account'],
  ['45', 'C', '请插入芯片', '請插入晶片', 'Insert the chip'],
  ['51', 'C', '余额不足', '餘額不足', 'Not enough funds'],
  ['52', 'C', '无此支票账户', '無此支票帳戶', 'No such cheque account'],
  ['53', 'C', '无此储蓄账户', '無此儲蓄帳戶', 'No such savings account'],
  ['54', 'C', '卡已过期', '卡已過期', 'Card has expired'],
  ['55', 'C', '密码错误，请重新交易', '密碼錯誤，請重新交易', 'Wrong PIN, start again'],
  ['56', 'C', '查无此卡', '查無此卡', 'No such card'],
  ['57', 'C', '此卡不允许该交易', '此卡不允許該交易', 'Not allowed for this card'],
  ['58', 'C', '本终端不允许该交易', '本終端不允許該交易', 'Not allowed on this terminal'],
  ['59', 'C', '卡片校验不符', '卡片校驗不符', 'Card check failed'],
  ['60', 'C', '请联系收单方', '請聯絡收單方', 'Call the acquirer'],
  ['61', 'C', '金额超过限额', '金額超過限額', 'Amount over the limit'],
  ['62', 'C', '受限制的卡', '受限制的卡', 'Restricted card'],
  ['63', 'C', '违反安全规定', '違反安全規定', 'Against a security rule'],
  ['64', 'C', '与原交易金额不符', '與原交易金額不符', 'Amount differs from the original'],
  ['65', 'C', '交易次数超限', '交易次數超限', 'Too many transactions'],
  ['66', 'C', '请联系收单方安全部门', '請聯絡收單方安全部門', "Call the acquirer's security"],
  ['67', 'C', '请没收此卡', '請沒收此卡', 'Keep the card'],
  ['68', 'C', '应答超时，请重试', '應答逾時，請重試', 'Answer came too late, try again'],
  ['75', 'C', '密码错误次数超限', '密碼錯誤次數超限', 'Too many wrong PINs'],
  ['76', 'C', '账户不可用', '帳戶不可用', 'Account can not be used'],
  ['77', 'D', '批次不符，请重新签到', '批次不符，請重新簽到', 'Batch differs, sign in again'],
  ['79', 'C', '脱机对账不平', '離線對帳不平', 'Offline totals differ, upload again'],
  ['90', 'C', '系统日切中，请稍后', '系統日切中，請稍後', 'Day change, try later'],
  ['91', 'C', '发卡行暂不可用', '發卡行暫不可用', 'Issuer not reachable, try later'],
  ['92', 'C', '线路异常，请稍后', '線路異常，請稍後', 'Line fault, try later'],
  ['93', 'C', '交易不合规', '交易不合規', 'Transaction not lawful'],
  ['94', 'C', '重复交易', '重複交易', 'Duplicate transaction'],
  ['95', 'C', '核对差错', '核對差錯', 'Reconciliation error'],
  ['96', 'C', '转接中心故障，请稍后', '轉接中心故障，請稍後', 'Switch fault, try later'],
  [
    '97',
    'D',
    '终端未登记，请联系收单方',
    '終端未登記，請聯絡收單方',
    'Terminal not registered, call the acquirer',
  ],
  ['98', 'E', '发卡行应答超时', '發卡行應答逾時', 'Issuer did not answer'],
  ['99', 'B', '密码格式错，请重新签到', '密碼格式錯，請重新簽到', 'PIN block error, sign in again'],
  ['A0', 'B', '报文校验错，请重新签到', '報文校驗錯，請重新簽到', 'MAC error, sign in again'],
  ['A1', 'C', '转账货币不一致', '轉帳貨幣不一致', 'Transfer currencies differ'],
  [
    'A2',
    'A',
    '交易成功，请向发卡行确认',
    '交易成功，請向發卡行確認',
    'Approved, confirm with the issuer',
  ],
  ['A3', 'C', '转入账户不正确', '轉入帳戶不正確', 'Receiving account not right'],
  [
    'A4',
    'A',
    '交易成功，请向发卡行确认',
    '交易成功，請向發卡行確認',
    'Approved, confirm with the issuer',
  ],
  [
    'A5',
    'A',
    '交易成功，请向发卡行确认',
    '交易成功，請向發卡行確認',
    'Approved, confirm with the issuer',
  ],
  [
    'A6',
    'A',
    '交易成功，请向发卡行确认',
    '交易成功，請向發卡行確認',
    'Approved, confirm with the issuer',
  ],
  [
    'A7',
    'C',
    '安全处理失败，请联系收单方',
    '安全處理失敗，請聯絡收單方',
    'Security module fault, call the acquirer',
  ],
  ['D5', 'C', '提现金额超限', '提現金額超限', 'Withdrawal over the limit'],
  ['D6', 'C', '提现未开通', '提現未開通', 'Withdrawal not enabled'],
  ['D7', 'C', '不在提现时间内', '不在提現時間內', 'Outside withdrawal hours'],
];

const RESPONSES: ReadonlyMap<string, ResponseCode> = new Map(
  ROWS.map(([code, category, hans, hant, en]) => [
    code,
    { code, category: CATEGORIES[category], words: words(hans, hant, en) },
  ]),
);

/** Every code of the table, in its order. */
export const RESPONSE_CODES: readonly ResponseCode[] = [...RESPONSES.values()];
