import type { SubjectType } from '@kaitong/contract';
import { luhn, residentId, uscc, type Day } from '@kaitong/values';
import { acceptsMerchant, type Bin, type Mcc, type Model, type Plan } from '#catalogue';
import {
  documentPath,
  documentsFor,
  fieldsFor,
  isAsked,
  isRequired,
  type Values,
} from './dictionary.ts';
import { fieldTrouble, type Trouble } from './field-checks.ts';
import type { MachineCheck } from './model.ts';

/** Everything the machine checks look at. */
export type CheckFacts = {
  readonly subjectType: SubjectType;
  readonly values: Values;
  readonly kinds: readonly string[];
  readonly today: Day;
  readonly mcc: Mcc | undefined;
  readonly plan: Plan | undefined;
  readonly model: Model | undefined;
  readonly bin: Bin | undefined;
};

const AGE_MIN = 18;
const AGE_MAX = 80;

/** All that has to be put right before the application can be sent, each at its path. */
export function troublesOf(facts: CheckFacts): Trouble[] {
  const single = [...fieldTroubles(facts), ...documentTroubles(facts)];
  const wrong = new Set(single.map(({ path }) => path));
  // A value that is wrong by itself is not compared with others: one message is enough.
  const crossed = RULES.flatMap((rule) => rule(facts)).filter(({ path }) => !wrong.has(path));
  return [...single, ...crossed];
}

function fieldTroubles({ subjectType: of, values }: CheckFacts): Trouble[] {
  return fieldsFor(of).flatMap((entry) => {
    const value = values[entry.path];
    if (value === undefined || value === '')
      return isRequired(entry, { of, values }) ? [at(entry.path, 'required')] : [];
    return isAsked(entry, values) ? (fieldTrouble(entry, value) ?? []) : [];
  });
}

function documentTroubles({ subjectType: of, values, kinds }: CheckFacts): Trouble[] {
  return documentsFor(of)
    .filter((entry) => isRequired(entry, { of, values }) && !kinds.includes(entry.kind))
    .map(({ kind }) => at(documentPath(kind), 'document'));
}

type Rule = (facts: CheckFacts) => Trouble[];

const at = (path: string, code: string, facts: Trouble['facts'] = {}): Trouble => ({
  path,
  code,
  facts,
});
const textOf = ({ values }: CheckFacts, path: string): string => {
  const value = values[path];
  return typeof value === 'string' ? value : '';
};

const agesFit: Rule = (facts) => {
  const age = ageOf(facts);
  return age === undefined || (age >= AGE_MIN && age <= AGE_MAX)
    ? []
    : [at('legal.idNo', 'age', { age })];
};

function ageOf(facts: CheckFacts): number | undefined {
  const read = residentId(textOf(facts, 'legal.idNo'));
  if (!read.ok) return undefined;
  const years = Number(facts.today.slice(0, 4)) - Number(read.birthday.slice(0, 4));
  return facts.today.slice(5) < read.birthday.slice(5) ? years - 1 : years;
}

type Term = { readonly from: string; readonly to: string; readonly endless: string };

/** The term has begun, and ends after it began and not before today. */
function termFits({ from, to, endless }: Term): Rule {
  return (facts) => {
    const [begins, ends] = [textOf(facts, from), textOf(facts, to)];
    if (begins > facts.today) return [at(from, 'dateAhead')];
    if (ends === '' || facts.values[endless] === true) return [];
    if (ends <= begins) return [at(to, 'dateOrder')];
    return ends < facts.today ? [at(to, 'dateOver', { day: ends })] : [];
  };
}

const foundedBefore: Rule = (facts) =>
  textOf(facts, 'licence.foundedOn') > facts.today ? [at('licence.foundedOn', 'dateAhead')] : [];

/** GB 32100: 91 is a company, 92 a sole proprietor. */
const usccKindFits: Rule = (facts) => {
  const read = uscc(textOf(facts, 'licence.uscc'));
  if (!read.ok) return [];
  const wanted = facts.subjectType === 'sole_proprietor' ? '2' : '1';
  return read.authority === '9' && read.kind === wanted ? [] : [at('licence.uscc', 'uscc.kind')];
};

const namingFits: Rule = (facts) =>
  facts.subjectType === 'sole_proprietor' && textOf(facts, 'licence.name').endsWith('公司')
    ? [at('licence.name', 'naming')]
    : [];

/** A personal account is of the legal person, a corporate one of the company. */
const holderFits: Rule = (facts) => {
  const holder = textOf(facts, 'account.name');
  const isCorporate = facts.values['account.kind'] === 'corporate';
  const owner = textOf(facts, isCorporate ? 'licence.name' : 'legal.name');
  if (holder === '' || owner === '' || foldName(holder) === foldName(owner)) return [];
  return [at('account.name', `nameDiffers.${isCorporate ? 'licence' : 'legal'}`)];
};

/** Full width and half width are the same name; the middle dot of a name stays. */
function foldName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

const cardFits: Rule = (facts) => {
  const number = textOf(facts, 'account.number');
  if (number === '' || facts.values['account.kind'] !== 'personal') return [];
  if (number.length < 15 || number.length > 19) return [at('account.number', 'format')];
  if (!facts.bin) return [at('account.number', 'binUnknown')];
  return facts.bin.kind === 'debit' ? [] : [at('account.number', 'notDebit')];
};

const offerFits: Rule = (facts) => {
  const { mcc, plan, model, subjectType } = facts;
  const given = (path: string) => textOf(facts, path) !== '';
  const troubles: Trouble[] = [];
  if (given('business.mcc') && !mcc) troubles.push(at('business.mcc', 'mccUnknown'));
  if (given('order.planId') && !plan) troubles.push(at('order.planId', 'planUnknown'));
  if (given('order.modelId') && !model) troubles.push(at('order.modelId', 'modelUnknown'));
  if (plan && mcc && !acceptsMerchant(plan, { subjectType, priceClass: mcc.priceClass }))
    troubles.push(at('order.planId', 'planUnfit'));
  if (plan && model && !plan.modelIds.includes(model.id))
    troubles.push(at('order.modelId', 'modelUnfit'));
  return troubles;
};

const consentsGiven: Rule = ({ values }) =>
  ['consent.service', 'consent.privacy', 'consent.identity']
    .filter((path) => values[path] === false)
    .map((path) => at(path, 'consent'));

const RULES: readonly Rule[] = [
  agesFit,
  termFits({ from: 'legal.idFrom', to: 'legal.idTo', endless: 'legal.idLongTerm' }),
  termFits({
    from: 'licence.validFrom',
    to: 'licence.validTo',
    endless: 'licence.longTerm',
  }),
  foundedBefore,
  usccKindFits,
  namingFits,
  holderFits,
  cardFits,
  offerFits,
  consentsGiven,
];

/** What the reviewer is shown of an application without troubles: what was tested, what to mind. */
export function machineChecks(facts: CheckFacts): MachineCheck[] {
  const number = textOf(facts, 'account.number');
  const isCard = facts.values['account.kind'] === 'personal' && number !== '';
  return [
    passed('idNo', 'legal.idNo'),
    passed('age', 'legal.idNo', { age: ageOf(facts) ?? 0 }),
    passed('names', 'account.name'),
    ...(textOf(facts, 'licence.uscc') === '' ? [] : licenceChecks(facts)),
    ...(isCard
      ? [
          passed('bank', 'account.number', { bank: facts.bin?.bank['zh-Hans'] ?? '' }),
          // A warning only: some genuine debit cards fail it (onboarding.md §1.9).
          { ...passed('luhn', 'account.number'), outcome: luhn(number) ? 'pass' : 'warn' } as const,
        ]
      : []),
  ];
}

function licenceChecks(facts: CheckFacts): MachineCheck[] {
  const read = uscc(textOf(facts, 'licence.uscc'));
  const home = read.ok ? read.region.slice(0, 2) : '';
  const shop = textOf(facts, 'store.district').slice(0, 2);
  return [
    passed('uscc', 'licence.uscc'),
    {
      ...passed('usccRegion', 'licence.uscc', { registered: home, shop }),
      outcome: home === shop ? 'pass' : 'warn',
    },
  ];
}

const passed = (
  code: string,
  path: string,
  evidence: MachineCheck['evidence'] = {},
): MachineCheck => ({ code, path, outcome: 'pass', evidence });
