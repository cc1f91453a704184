/** What the merchant of the story writes into the application: made up, but right to the last check digit. */
import { randomInt } from 'node:crypto';
import type { SubjectType } from '@kaitong/contract';
import { makePan, makeResidentId, makeUscc, type Day } from '@kaitong/values';

export type Papers = {
  readonly ownerName: string;
  /** By path of the dictionary; what a type does not ask for is not sent. */
  readonly fields: Readonly<Record<string, string | boolean>>;
  /** Where the money will arrive. */
  readonly account: string;
  readonly idNo: string;
};

const REGION = '310101';
const BIRTHDAY = '1988-06-18' as Day;
const OWNER = '陈小满';
const COMPANY = '沙盒满口香餐饮有限公司';
const LICENSED: Readonly<Record<SubjectType, string | undefined>> = {
  individual: undefined,
  micro: undefined,
  sole_proprietor: '沙盒区满口香小吃店',
  enterprise: COMPANY,
};

export function papersFor(type: SubjectType, phone: string): Papers {
  const idNo = makeResidentId({ region: REGION, birthday: BIRTHDAY, seq: randomInt(1000) });
  const isCompany = type === 'enterprise';
  const holder = isCompany ? COMPANY : OWNER;
  const account = isCompany ? newCorporateAccount() : newDebitCard();
  return {
    ownerName: OWNER,
    idNo,
    account,
    fields: {
      ...person(idNo, phone),
      ...licence(type),
      ...shop(),
      'account.kind': isCompany ? 'corporate' : 'personal',
      'account.name': holder,
      'account.number': account,
      'account.bank': '沙盒第一银行',
      'account.branchCode': '103290000017',
      'account.phone': phone,
      'ubo.legalIsOwner': true,
      'order.quantity': '1',
      'consent.service': true,
      'consent.privacy': true,
      'consent.identity': true,
    },
  };
}

function person(idNo: string, phone: string) {
  return {
    'legal.name': OWNER,
    'legal.idNo': idNo,
    'legal.idFrom': '2020-01-01',
    'legal.idTo': '2040-01-01',
    'legal.idLongTerm': false,
    'legal.idAddress': '上海市黄浦区样例路1号',
    'contact.phone': phone,
    'contact.email': 'sample@example.com',
  };
}

function licence(type: SubjectType) {
  const organisation = String(randomInt(100_000_000)).padStart(8, '0');
  const kind = type === 'enterprise' ? '1' : '2';
  return {
    'licence.name': LICENSED[type] ?? '',
    'licence.uscc': makeUscc({ kind, region: REGION, organisation }),
    'licence.address': '上海市黄浦区样例路8号',
    'licence.validFrom': '2021-03-01',
    'licence.validTo': '2041-02-28',
    'licence.longTerm': false,
    'licence.foundedOn': '2021-03-01',
  };
}

function shop() {
  return {
    'merchant.shortName': '满口香',
    'merchant.receiptName': '满口香小吃',
    'store.name': '满口香小吃样例路店',
    'store.district': REGION,
    'store.address': '样例路8号1层102室',
    'store.place': 'store',
    'business.mcc': '5812',
    'business.monthlyAmount': '30000.00',
    'business.averageTicket': '60.00',
  };
}

/** A debit card of the sandbox's first bank. An end of 0000 would be a closed account. */
function newDebitCard(): string {
  return makePan('620000', 1 + randomInt(899_999_999));
}

function newCorporateAccount(): string {
  return `31000${String(randomInt(1_000_000_000)).padStart(9, '0')}8`;
}
