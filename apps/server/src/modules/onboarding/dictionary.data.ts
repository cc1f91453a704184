import type { Asked, DocumentEntry, FieldEntry } from './dictionary.ts';

/**
 * What each kind of merchant has to give. `asked` names the kinds by a letter (individual, micro,
 * sole proprietor, enterprise): a capital must give it, a small letter may. This one list drives the
 * forms, the checks, the review screen and the paths of reasons.
 */
const all: Asked = 'IMSE';
const licensed: Asked = 'SE';

const isLongTerm = { path: 'legal.idLongTerm', is: [false] } as const;
const licenceEnds = { path: 'licence.longTerm', is: [false] } as const;
const corporate = { path: 'account.kind', is: ['corporate'] } as const;
const personal = { path: 'account.kind', is: ['personal'] } as const;
const hasOtherOwner = { path: 'ubo.legalIsOwner', is: [false] } as const;

export const fields: readonly FieldEntry[] = [
  { path: 'legal.name', type: 'text', asked: all, max: 30, sensitive: true, source: 'WX-EC, HF' },
  { path: 'legal.idNo', type: 'idNo', asked: all, max: 18, sensitive: true, source: 'GB 11643' },
  { path: 'legal.idFrom', type: 'date', asked: all, max: 10, source: 'WX-EC, HF' },
  { path: 'legal.idTo', type: 'date', asked: all, max: 10, when: isLongTerm, source: 'WX-EC, HF' },
  { path: 'legal.idLongTerm', type: 'yesNo', asked: 'imse', max: 5, source: 'HF' },
  {
    path: 'legal.idAddress',
    type: 'text',
    asked: 'imsE',
    max: 128,
    sensitive: true,
    source: 'WX-EC',
  },
  { path: 'contact.phone', type: 'phone', asked: all, max: 11, sensitive: true, source: 'WX-EC' },
  { path: 'contact.email', type: 'email', asked: 'imSE', max: 64, sensitive: true, source: 'HF' },
  { path: 'licence.name', type: 'text', asked: licensed, max: 110, source: 'WX-EC, HF' },
  { path: 'licence.uscc', type: 'uscc', asked: licensed, max: 18, source: 'GB 32100' },
  { path: 'licence.address', type: 'text', asked: 'sE', max: 128, source: 'WX-EC, HF' },
  { path: 'licence.validFrom', type: 'date', asked: licensed, max: 10, source: 'WX-EC, HF' },
  {
    path: 'licence.validTo',
    type: 'date',
    asked: licensed,
    max: 10,
    when: licenceEnds,
    source: 'WX-EC, HF',
  },
  { path: 'licence.longTerm', type: 'yesNo', asked: 'se', max: 5, source: 'HF' },
  { path: 'licence.foundedOn', type: 'date', asked: 'sE', max: 10, source: 'HF' },
  { path: 'merchant.shortName', type: 'text', asked: all, max: 21, source: 'WX-EC, HF' },
  { path: 'merchant.receiptName', type: 'text', asked: licensed, max: 25, source: 'HF' },
  { path: 'store.name', type: 'text', asked: 'iMSE', max: 64, source: 'WX-SDK' },
  {
    path: 'store.place',
    type: 'choice',
    asked: 'M',
    max: 10,
    choices: ['store', 'mobile', 'online'],
    source: 'WX-SDK micro_biz_type',
  },
  { path: 'store.district', type: 'district', asked: all, max: 6, source: 'GB/T 2260' },
  { path: 'store.address', type: 'text', asked: all, max: 128, source: 'REG-259: place of use' },
  { path: 'business.mcc', type: 'mcc', asked: all, max: 4, source: 'HF, ALI' },
  { path: 'business.monthlyAmount', type: 'money', asked: all, max: 15, source: 'LKL' },
  { path: 'business.averageTicket', type: 'money', asked: all, max: 15, source: 'LKL' },
  {
    path: 'account.kind',
    type: 'choice',
    asked: 'S',
    max: 10,
    choices: ['personal', 'corporate'],
    source: 'WX-EC, HF',
  },
  {
    path: 'account.name',
    type: 'text',
    asked: all,
    max: 110,
    sensitive: true,
    source: 'WX-EC, HF',
  },
  { path: 'account.number', type: 'account', asked: all, max: 32, sensitive: true, source: 'HF' },
  { path: 'account.bank', type: 'text', asked: all, max: 64, source: 'HF, WX-EC' },
  {
    path: 'account.branchCode',
    type: 'branch',
    asked: licensed,
    max: 12,
    when: corporate,
    source: 'HF, SXF',
  },
  {
    path: 'account.phone',
    type: 'phone',
    asked: 'IMS',
    max: 11,
    when: personal,
    sensitive: true,
    source: 'CARD4',
  },
  { path: 'ubo.legalIsOwner', type: 'yesNo', asked: 'E', max: 5, source: 'WX-EC is_ubo' },
  {
    path: 'ubo.name',
    type: 'text',
    asked: 'E',
    max: 30,
    when: hasOtherOwner,
    sensitive: true,
    source: 'WX-EC',
  },
  {
    path: 'ubo.idNo',
    type: 'idNo',
    asked: 'E',
    max: 18,
    when: hasOtherOwner,
    sensitive: true,
    source: 'WX-EC',
  },
  { path: 'order.planId', type: 'plan', asked: all, max: 40, reviewed: false, source: 'LKL' },
  { path: 'order.modelId', type: 'model', asked: all, max: 40, reviewed: false, source: 'LKL' },
  ...(['consent.service', 'consent.privacy', 'consent.identity'] as const).map(
    (path): FieldEntry => ({
      path,
      type: 'yesNo',
      asked: all,
      max: 5,
      reviewed: false,
      source: 'LKL e-sign types',
    }),
  ),
];

const hasStore = { path: 'store.place', is: ['store'] } as const;
const hasNoStore = { path: 'store.place', is: ['mobile', 'online'] } as const;

export const documents: readonly DocumentEntry[] = [
  { kind: 'idFront', asked: all, source: 'HF F02' },
  { kind: 'idBack', asked: all, source: 'HF F03' },
  { kind: 'bankCard', asked: 'IMS', when: personal, source: 'HF F13' },
  { kind: 'licence', asked: licensed, source: 'HF F07' },
  { kind: 'accountPermit', asked: licensed, when: corporate, source: 'HF F08' },
  { kind: 'storeFront', asked: 'M', when: hasStore, source: 'HF F22' },
  { kind: 'storeFront', asked: licensed, source: 'HF F22' },
  { kind: 'storeIndoor', asked: 'M', when: hasStore, source: 'HF F24' },
  { kind: 'storeIndoor', asked: licensed, source: 'HF F24' },
  { kind: 'cashierDesk', asked: licensed, source: 'HF F105' },
  { kind: 'scenePhoto', asked: 'M', when: hasNoStore, files: 2, source: 'WX-SDK' },
  { kind: 'premisesProof', asked: 'se', files: 5, source: 'LKL 10' },
  {
    kind: 'qualification',
    asked: all,
    when: { path: 'business.special', is: [true] },
    files: 5,
    source: 'HF F150',
  },
];
