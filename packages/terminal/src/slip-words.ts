import type { Words } from '@kaitong/values';
import type { CardRead } from './slip.ts';
import type { TransactionKind } from './kinds.ts';
import { words } from './words.ts';

export const TITLES: Readonly<Record<TransactionKind | 'settlement', Words>> = {
  sale: words('消费', '消費', 'SALE'),
  qrSale: words('扫码消费', '掃碼消費', 'QR SALE'),
  void: words('消费撤销', '消費撤銷', 'VOID'),
  qrVoid: words('扫码撤销', '掃碼撤銷', 'QR VOID'),
  shownQr: words('扫码消费', '掃碼消費', 'QR SALE'),
  refund: words('退货', '退貨', 'REFUND'),
  preAuth: words('预授权', '預授權', 'PRE-AUTHORISATION'),
  preAuthAdd: words('追加预授权', '追加預授權', 'ADDITIONAL PRE-AUTH'),
  preAuthVoid: words('预授权撤销', '預授權撤銷', 'PRE-AUTH VOID'),
  completion: words('预授权完成', '預授權完成', 'COMPLETION'),
  completionAdvice: words('预授权完成(通知)', '預授權完成(通知)', 'COMPLETION (ADVICE)'),
  completionVoid: words('预授权完成撤销', '預授權完成撤銷', 'COMPLETION VOID'),
  offlineSale: words('离线结算', '離線結算', 'OFFLINE SALE'),
  tip: words('小费', '小費', 'TIP'),
  settlement: words('批结算', '批次結算', 'SETTLEMENT'),
};

export const READ_WORDS: Readonly<Record<CardRead, Words>> = {
  manual: words('手工', '手動輸入', 'Keyed'),
  swipe: words('刷卡', '刷卡', 'Swiped'),
  chip: words('插卡', '插卡', 'Chip'),
  contactless: words('挥卡', '感應', 'Contactless'),
  qr: words('扫码', '掃碼', 'QR code'),
};

/** A slip that was printed before. */
export const REPRINT = words('*** 重打印 ***', '*** 重印 ***', '*** REPRINT ***');

export const COPY_NOTES = words(
  '本人确认以上交易,同意记入本账户',
  '本人確認以上交易,同意記入本帳戶',
  'I confirm the above transaction.',
);

export type Label = keyof typeof LABELS;

export const LABELS = {
  merchantNo: words('商户号', '商戶號', 'Merchant'),
  terminalNo: words('终端号', '終端號', 'Terminal'),
  operator: words('操作员', '操作員', 'Operator'),
  batch: words('批次号', '批次號', 'Batch'),
  at: words('日期时间', '日期時間', 'Time'),
  card: words('卡号', '卡號', 'Card'),
  read: words('读卡方式', '讀卡方式', 'Read'),
  issuer: words('发卡行', '發卡行', 'Issuer'),
  acquirer: words('收单方', '收單方', 'Acquirer'),
  trace: words('凭证号', '憑證號', 'Trace'),
  originalTrace: words('原凭证号', '原憑證號', 'Original trace'),
  rrn: words('参考号', '參考號', 'Reference'),
  authCode: words('授权码', '授權碼', 'Auth code'),
  voucher: words('付款凭证', '付款憑證', 'Voucher'),
  amount: words('金额', '金額', 'Amount'),
  domestic: words('内卡', '境內卡', 'Domestic cards'),
  foreign: words('外卡', '境外卡', 'Foreign cards'),
  debits: words('借记', '借記', 'Debits'),
  credits: words('贷记', '貸記', 'Credits'),
  equal: words('对账平', '對帳平', 'Totals equal'),
  unequal: words('对账不平,主机:', '對帳不平,主機:', 'Totals differ. Host:'),
} as const;
