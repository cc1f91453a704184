import { isWordKey, subjectTypes, type SubjectType } from '@kaitong/contract';
import { day, makePan, makeResidentId, makeUscc } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import type { Bin, Mcc, Model, Plan } from '#catalogue';
import { sampleDocuments, sampleFields } from '#testing/application';
import { machineChecks, troublesOf, type CheckFacts } from './checks.ts';
import { derivedValues } from './dictionary.ts';

const words = { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'A' };
const plan = {
  id: 'qinghe-steady',
  modelIds: ['sail-s1'],
  subjectTypes: [...subjectTypes],
  priceClasses: ['standard'],
} as unknown as Plan;
const mcc: Mcc = {
  code: '5812',
  name: words,
  group: 'food',
  priceClass: 'standard',
  special: false,
};
const bin: Bin = { prefix: '620000', bank: words, kind: 'debit', scheme: 'unionpay' };

function factsOf(of: SubjectType, change: Record<string, string | boolean> = {}): CheckFacts {
  const contact = { 'contact.phone': '13800138000', 'account.bank': '沙盒第一银行' };
  return {
    subjectType: of,
    values: derivedValues(of, { ...contact, ...sampleFields(of), ...change }),
    kinds: sampleDocuments[of],
    today: day('2026-03-10'),
    mcc,
    plan,
    model: { id: 'sail-s1' } as Model,
    bin,
  };
}

const seen = (facts: CheckFacts) => troublesOf(facts).map(({ path, code }) => `${path} ${code}`);
const bornOn = (birthday: string) =>
  makeResidentId({ region: '310104', birthday: day(birthday), seq: 121 });

describe('an application that is right', () => {
  it.each(subjectTypes)('of a %s has no trouble', (of) => {
    expect(seen(factsOf(of))).toEqual([]);
  });

  it('shows the reviewer what was tested', () => {
    const checks = machineChecks(factsOf('sole_proprietor', { 'store.district': '330106' }));
    expect(checks.map(({ code, outcome }) => `${code} ${outcome}`)).toEqual([
      'idNo pass',
      'age pass',
      'names pass',
      'uscc pass',
      'usccRegion warn',
      'bank pass',
      'luhn pass',
    ]);
    expect(checks.filter(({ code }) => !isWordKey(`onboarding.checked.${code}`))).toEqual([]);
  });

  it('is only warned of a check digit that some genuine cards fail', () => {
    const wrong = makePan('620000', 7).replace(/.$/, (last) => String((Number(last) + 1) % 10));
    const facts = factsOf('individual', { 'account.number': wrong });
    expect(seen(facts)).toEqual([]);
    expect(machineChecks(facts).find(({ code }) => code === 'luhn')?.outcome).toBe('warn');
  });
});

describe('one trouble', () => {
  it.each([
    ['individual', { 'legal.name': '' }, 'legal.name required'],
    ['individual', { 'legal.idNo': '31010419900512121' }, 'legal.idNo idNo.format'],
    ['individual', { 'legal.idNo': bornOn('2008-03-11') }, 'legal.idNo age'],
    ['individual', { 'legal.idNo': bornOn('1945-03-10') }, 'legal.idNo age'],
    ['individual', { 'legal.idTo': '2020-06-01' }, 'legal.idTo dateOrder'],
    ['individual', { 'legal.idTo': '2026-03-09' }, 'legal.idTo dateOver'],
    ['individual', { 'legal.idFrom': '2026-03-11' }, 'legal.idFrom dateAhead'],
    ['individual', { 'legal.idTo': '' }, 'legal.idTo required'],
    ['individual', { 'contact.phone': '12800138000' }, 'contact.phone format'],
    ['individual', { 'store.district': '990000' }, 'store.district format'],
    ['individual', { 'business.monthlyAmount': '0' }, 'business.monthlyAmount amount'],
    ['individual', { 'business.monthlyAmount': '1e6' }, 'business.monthlyAmount amount'],
    ['individual', { 'account.name': '别的人' }, 'account.name nameDiffers.legal'],
    ['individual', { 'account.number': '62000012' }, 'account.number format'],
    ['individual', { 'merchant.shortName': '长'.repeat(22) }, 'merchant.shortName tooLong'],
    ['individual', { 'consent.privacy': false }, 'consent.privacy consent'],
    ['micro', { 'store.place': 'moon' }, 'store.place choice'],
    ['micro', { 'store.place': '' }, 'store.place required'],
    ['sole_proprietor', { 'licence.name': '样例面馆有限公司' }, 'licence.name naming'],
    ['sole_proprietor', { 'licence.validFrom': '2026-04-01' }, 'licence.validFrom dateAhead'],
    ['sole_proprietor', { 'licence.longTerm': false }, 'licence.validTo required'],
    ['enterprise', { 'account.branchCode': '1022' }, 'account.branchCode format'],
    ['enterprise', { 'account.name': '样例贸易有限公司' }, 'account.name nameDiffers.licence'],
    ['enterprise', { 'contact.email': 'nobody' }, 'contact.email format'],
  ] satisfies [SubjectType, Record<string, string | boolean>, string][])(
    'of a %s %o: %s',
    (of, change, trouble) => {
      expect(seen(factsOf(of, change))).toEqual([trouble]);
    },
  );

  it.each([
    ['1', 'sole_proprietor'],
    ['2', 'enterprise'],
  ] as const)('is a code of kind %s for a %s', (kind, of) => {
    const code = makeUscc({ kind, region: '310104', organisation: '12345678' });
    expect(seen(factsOf(of, { 'licence.uscc': code }))).toEqual(['licence.uscc uscc.kind']);
  });

  it.each([
    ['a card of no known bank', { bin: undefined }, 'account.number binUnknown'],
    ['a credit card', { bin: { ...bin, kind: 'credit' } }, 'account.number notDebit'],
    ['an unknown trade', { mcc: undefined }, 'business.mcc mccUnknown'],
    ['an unknown plan', { plan: undefined }, 'order.planId planUnknown'],
    ['an unknown model', { model: undefined }, 'order.modelId modelUnknown'],
    ['a model of another plan', { model: { id: 'x' } as Model }, 'order.modelId modelUnfit'],
    [
      'a plan for other trades',
      { mcc: { ...mcc, priceClass: 'exempt' } },
      'order.planId planUnfit',
    ],
    ['a missing paper', { kinds: ['idFront', 'bankCard'] }, 'documents.idBack document'],
  ] satisfies [string, Partial<CheckFacts>, string][])('is %s', (_, change, trouble) => {
    expect(seen({ ...factsOf('individual'), ...change })).toEqual([trouble]);
  });
});

describe('what depends on another answer', () => {
  it('asks who the owner is when the legal person is not the only one', () => {
    expect(seen(factsOf('enterprise', { 'ubo.legalIsOwner': false }))).toEqual([
      'ubo.name required',
      'ubo.idNo required',
    ]);
  });

  it('asks a sole proprietor with a corporate account for branch and permit', () => {
    const change = { 'account.kind': 'corporate', 'account.name': '徐汇区样例面馆' };
    expect(seen(factsOf('sole_proprietor', change))).toEqual([
      'account.branchCode required',
      'documents.accountPermit document',
    ]);
  });

  it('asks a micro merchant with a shop for its photos', () => {
    expect(seen(factsOf('micro', { 'store.place': 'store' }))).toEqual([
      'documents.storeFront document',
      'documents.storeIndoor document',
    ]);
  });

  it('asks a special trade for its licence', () => {
    expect(seen(factsOf('individual', { 'business.special': true }))).toEqual([
      'documents.qualification document',
    ]);
  });

  it('asks nothing about the end of what is valid for good', () => {
    const change = { 'legal.idTo': '', 'legal.idLongTerm': true };
    expect(seen(factsOf('individual', change))).toEqual([]);
  });

  it('has words for every trouble of an empty form', () => {
    const empty = { ...factsOf('enterprise'), values: {}, kinds: [] };
    const codes = new Set(troublesOf(empty).map(({ code }) => `onboarding.check.${code}`));
    expect([...codes].filter((key) => !isWordKey(key))).toEqual([]);
  });
});
