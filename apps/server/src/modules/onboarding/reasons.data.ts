import type { WordKey } from '@kaitong/contract';

type Tail<Key> = Key extends `onboarding.reason.${infer Code}` ? Code : never;
/** Only what has words in every language can be a reason. */
type ReasonCode = Tail<WordKey>;

export type Reason = {
  readonly code: ReasonCode;
  /** R: to be corrected, D: declines, H: holds until someone looked. */
  readonly kind: 'R' | 'D' | 'H';
  /** Paths, or groups with a dot at the end, that it may be given for. Nothing: for the whole only. */
  readonly on: readonly string[];
};

const pictures = ['documents.'];
const idPictures = ['documents.idFront', 'documents.idBack'];
const idNumbers = ['legal.idNo', 'ubo.idNo'];
const storePictures = ['documents.storeFront', 'documents.storeIndoor', 'documents.cashierDesk'];
const anything = [
  'documents.',
  'legal.',
  'contact.',
  'licence.',
  'merchant.',
  'store.',
  'business.',
  'account.',
  'ubo.',
];

/** Why something is sent back or declined (own list, after onboarding.md §3.3). */
export const reasons: readonly Reason[] = [
  { code: 'DOC-01', kind: 'R', on: pictures },
  { code: 'DOC-04', kind: 'R', on: pictures },
  { code: 'DOC-05', kind: 'R', on: pictures },
  { code: 'DOC-06', kind: 'R', on: pictures },
  { code: 'DOC-07', kind: 'R', on: pictures },
  { code: 'DOC-08', kind: 'R', on: pictures },
  { code: 'DOC-09', kind: 'R', on: pictures },
  { code: 'DOC-10', kind: 'H', on: pictures },
  { code: 'DOC-11', kind: 'R', on: idPictures },
  { code: 'DOC-13', kind: 'R', on: [...pictures, 'legal.idTo', 'licence.validTo'] },
  { code: 'DOC-15', kind: 'R', on: pictures },
  { code: 'DOC-16', kind: 'R', on: pictures },
  { code: 'DOC-17', kind: 'R', on: pictures },
  { code: 'DOC-19', kind: 'R', on: ['documents.premisesProof', 'documents.qualification'] },
  { code: 'ID-01', kind: 'R', on: idNumbers },
  { code: 'ID-02', kind: 'R', on: ['legal.name', 'ubo.name', ...idNumbers] },
  { code: 'ID-03', kind: 'D', on: idNumbers },
  { code: 'ID-04', kind: 'R', on: ['legal.', 'ubo.', ...idPictures] },
  { code: 'ID-06', kind: 'R', on: idPictures },
  { code: 'ID-07', kind: 'R', on: ['legal.idAddress'] },
  { code: 'BIZ-01', kind: 'R', on: ['licence.uscc'] },
  { code: 'BIZ-02', kind: 'R', on: ['licence.name', 'merchant.', 'documents.licence'] },
  { code: 'BIZ-03', kind: 'R', on: ['legal.name', 'documents.licence'] },
  { code: 'BIZ-04', kind: 'D', on: ['licence.uscc', 'documents.licence'] },
  { code: 'BIZ-05', kind: 'R', on: ['licence.validTo', 'documents.licence'] },
  { code: 'BIZ-06', kind: 'D', on: ['licence.', 'documents.licence'] },
  { code: 'BIZ-07', kind: 'R', on: ['ubo.'] },
  { code: 'BIZ-09', kind: 'R', on: ['licence.name'] },
  { code: 'BIZ-10', kind: 'R', on: ['business.mcc', 'documents.licence'] },
  { code: 'BIZ-11', kind: 'R', on: ['business.mcc', 'documents.qualification'] },
  { code: 'BIZ-12', kind: 'D', on: ['business.mcc'] },
  { code: 'STO-01', kind: 'R', on: ['documents.storeFront'] },
  { code: 'STO-02', kind: 'R', on: ['documents.storeFront', 'store.name', 'merchant.'] },
  { code: 'STO-03', kind: 'R', on: [...storePictures, 'documents.scenePhoto'] },
  { code: 'STO-04', kind: 'R', on: ['store.address', 'store.district', 'licence.address'] },
  { code: 'STO-05', kind: 'R', on: ['documents.premisesProof'] },
  { code: 'STO-06', kind: 'D', on: ['store.', ...storePictures, 'documents.scenePhoto'] },
  { code: 'STO-07', kind: 'R', on: [...storePictures, 'documents.scenePhoto'] },
  {
    code: 'ACC-01',
    kind: 'R',
    on: ['account.name', 'documents.bankCard', 'documents.accountPermit'],
  },
  { code: 'ACC-02', kind: 'R', on: ['account.number', 'account.bank', 'documents.bankCard'] },
  { code: 'ACC-03', kind: 'R', on: ['account.number', 'documents.bankCard'] },
  { code: 'ACC-04', kind: 'R', on: ['account.'] },
  { code: 'ACC-06', kind: 'R', on: ['account.branchCode'] },
  { code: 'ACC-07', kind: 'R', on: ['documents.accountPermit'] },
  { code: 'CTX-01', kind: 'R', on: anything },
  { code: 'CTX-02', kind: 'R', on: ['contact.', 'account.phone'] },
  { code: 'CTX-03', kind: 'D', on: [] },
  { code: 'CTX-04', kind: 'D', on: [] },
  { code: 'CTX-07', kind: 'R', on: anything },
  { code: 'CTX-08', kind: 'D', on: [] },
  { code: 'CTX-09', kind: 'D', on: [] },
];

const byCode: ReadonlyMap<string, Reason> = new Map(reasons.map((reason) => [reason.code, reason]));

/** A reason that may be given for this path. */
export function fitsPath(code: string, path: string): boolean {
  const on = byCode.get(code)?.on ?? [];
  return on.some((at) => at === path || (at.endsWith('.') && path.startsWith(at)));
}

/** A reason for which the whole application may be declined. */
export function mayDecline(code: string): boolean {
  const kind = byCode.get(code)?.kind;
  return kind === 'D' || kind === 'H';
}
