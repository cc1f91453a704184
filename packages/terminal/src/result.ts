import { responseOf } from '@kaitong/iso8583';
import type { SettlementTotals } from '@kaitong/iso8583';
import type { Words } from '@kaitong/values';
import type { PaymentSlip, SettlementSlip } from './slip.ts';
import { words } from './words.ts';

/** Why nothing was sent. */
export type RefusedReason =
  | 'notInstalled'
  | 'keyCheck'
  | 'otherTerminal'
  | 'notSignedIn'
  | 'amountNotValid'
  | 'cardNotValid'
  | 'codeNotValid'
  | 'originalNotFound'
  | 'alreadyVoided'
  | 'batchFull'
  | 'settlementOpen'
  | 'reversalPending'
  | 'noLine';

/** Why an answer can not be trusted. */
export type UnknownReason =
  | 'noAnswer'
  | 'undecodable'
  | 'mismatch'
  | 'wrongMac'
  | 'keyCheck'
  | 'terminalFault';

export type Refused = {
  readonly kind: 'refused';
  readonly reason: RefusedReason;
  readonly words: Words;
};

type About = { readonly trace: string; readonly batch: string };
type Answered = About & { readonly code: string; readonly words: Words };
type Unsure = About & {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  readonly words: Words;
};

export type PaymentResult =
  | (Answered & {
      /** `partial`: the slip's amount is less than was asked. */
      readonly kind: 'approved' | 'partial';
      readonly rrn: string;
      readonly authCode?: string;
      readonly slip: PaymentSlip;
    })
  | (Answered & { readonly kind: 'declined'; readonly rrn?: string })
  | Unsure
  | Refused;

export type ManagementResult =
  | (Answered & { readonly kind: 'done' })
  | (Answered & { readonly kind: 'declined' })
  | Unsure
  | Refused;

export type SettlementResult =
  | (About & {
      readonly kind: 'equal' | 'unequal';
      readonly words: Words;
      readonly totals: SettlementTotals;
      /** The host's; when equal, the same. */
      readonly hostTotals: SettlementTotals;
      /** How many transactions were uploaded one by one. */
      readonly uploaded: number;
      readonly slip: SettlementSlip;
    })
  | (Answered & { readonly kind: 'declined' })
  | Unsure
  | Refused;

export function refused(reason: RefusedReason): Refused {
  return { kind: 'refused', reason, words: REFUSALS[reason] };
}

export function unknown(reason: UnknownReason, { trace, batch }: About): Unsure {
  return { kind: 'unknown', reason, words: UNKNOWNS[reason], trace, batch };
}

export function answered(code: string, { trace, batch }: About): Answered {
  return { code, words: responseOf(code).words, trace, batch };
}

const REFUSALS: Readonly<Record<RefusedReason, Words>> = {
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

const UNKNOWNS: Readonly<Record<UnknownReason, Words>> = {
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
};

export const EQUAL = words('对账平', '對帳平', 'Totals equal');
export const UNEQUAL = words(
  '对账不平，已上送明细',
  '對帳不平，已上送明細',
  'Totals differ, details sent',
);
