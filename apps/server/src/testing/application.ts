import type { ReplyOf, Role, SubjectType, api } from '@kaitong/contract';
import { day, makePan, makeResidentId, makeUscc } from '@kaitong/values';
import { sql } from 'kysely';
import sharp from 'sharp';
import { onboardingModule } from '#onboarding';
import type { Ask } from '#platform/ask';
import { newId } from '#platform/ids';
import { callRoute, type GivenInput } from './call.ts';
import type { World } from './world.ts';

type Values = Record<string, string | boolean>;

const person = makeResidentId({ region: '310104', birthday: day('1990-05-12'), seq: 121 });
const usccOf = (kind: '1' | '2') =>
  makeUscc({ kind, region: '310104', organisation: kind === '1' ? '12345678' : '87654321' });

const everyone: Values = {
  'legal.name': '林样例',
  'legal.idNo': person,
  'legal.idFrom': '2020-06-01',
  'legal.idTo': '2040-06-01',
  'merchant.shortName': '样例面馆',
  'store.district': '310104',
  'store.address': '样例路 18 号',
  'business.mcc': '5812',
  'business.monthlyAmount': '80000',
  'business.averageTicket': '120',
  'account.name': '林样例',
  'account.number': makePan('620000', 7),
  'order.planId': 'qinghe-steady',
  'order.modelId': 'sail-s1',
  'consent.service': true,
  'consent.privacy': true,
  'consent.identity': true,
};

const licence: Values = {
  'contact.email': 'owner@example.com',
  'licence.validFrom': '2019-03-01',
  'licence.longTerm': true,
  'merchant.receiptName': '样例面馆',
  'store.name': '样例面馆总店',
};

const card: Values = { 'account.phone': '13800138001' };

const own: Record<SubjectType, Values> = {
  individual: card,
  micro: {
    ...card,
    'store.name': '样例面摊',
    'store.place': 'mobile',
  },
  sole_proprietor: {
    ...card,
    ...licence,
    'licence.name': '徐汇区样例面馆',
    'licence.uscc': usccOf('2'),
    'account.kind': 'personal',
  },
  enterprise: {
    ...licence,
    'legal.idAddress': '样例市样例区样例路 1 号',
    'licence.name': '样例餐饮有限公司',
    'licence.uscc': usccOf('1'),
    'licence.address': '样例市样例区样例路 2 号',
    'licence.foundedOn': '2019-03-01',
    'account.name': '样例餐饮有限公司',
    'account.number': '310012345678901234',
    'account.bank': '沙盒第一银行',
    'account.branchCode': '102290000017',
    'ubo.legalIsOwner': true,
  },
};

/** What an applicant of this kind would fill in; made up, with check digits that are right. */
export function sampleFields(of: SubjectType): Values {
  return { ...everyone, ...own[of] };
}

const store = ['licence', 'storeFront', 'storeIndoor', 'cashierDesk'];

export const sampleDocuments: Readonly<Record<SubjectType, readonly string[]>> = {
  individual: ['idFront', 'idBack', 'bankCard'],
  micro: ['idFront', 'idBack', 'bankCard', 'scenePhoto'],
  sole_proprietor: ['idFront', 'idBack', 'bankCard', ...store],
  enterprise: ['idFront', 'idBack', 'accountPermit', ...store],
};

let phones = 10_000_000;

/** Someone who is registered, and an ask of theirs. */
export async function makePerson(world: World, role: Role = 'owner'): Promise<Ask> {
  const id = newId('usr', world.now());
  const phone = role === 'owner' ? `138${phones++}` : null;
  await sql`insert into person (id, role, name, lang, phone, login, password_hash, created_at)
    values (${id}, ${role}, ${role}, 'zh-Hans', ${phone}, ${phone ? null : id},
      ${phone ? null : 'none'}, ${world.now()})`.execute(world.services.db);
  return world.ask(role, { id });
}

/** A small picture, as a phone would take it. */
async function samplePhoto(): Promise<Uint8Array> {
  const create = { width: 48, height: 32, channels: 3, background: '#4a7' } as const;
  return sharp({ create }).png().toBuffer();
}

export type ShownApplication = ReplyOf<typeof api.onboarding.getApplication>;

/** Calls a route of applications as a person does. */
export async function callOnboarding<Reply = ShownApplication>(
  world: World,
  call: GivenInput & { at: `${string} /${string}`; ask: Ask },
): Promise<Reply> {
  return callRoute(world, onboardingModule.routes?.(world.services) ?? [], call);
}

type Step = { readonly id: string; readonly ask: Ask; readonly body?: object };

const at = (method: string, tail: string) => `${method} /v1/applications/:id${tail}` as const;

/** The steps of an application as calls: `post('submission', { id, ask })`. */
export function applicationSteps(world: () => World) {
  const call = async (route: `${string} /${string}`, { id, ...given }: Step) =>
    callOnboarding(world(), { at: route, params: { id }, ...given });
  const show = async (id: string, ask: Ask) => call(at('GET', ''), { id, ask });
  const decide = async (id: string, ask: Ask, decisions: readonly object[]) =>
    call(at('PUT', '/decisions'), { id, ask, body: { decisions } });
  return {
    show,
    decide,
    post: async (what: string, step: Step) => call(at('POST', `/${what}`), step),
    save: async (id: string, ask: Ask, body: { version: number; fields: object }) =>
      call(at('PATCH', ''), { id, ask, body }),
    /** Accepts whatever the reviewer has not decided yet. */
    acceptRest: async (id: string, ask: Ask) => {
      const { decisions } = await show(id, ask);
      const open = decisions.filter(({ decision }) => decision === 'open');
      return decide(
        id,
        ask,
        open.map(({ path }) => ({ path, decision: 'accept' })),
      );
    },
    attach: async (id: string, ask: Ask, kind: string) =>
      callOnboarding(world(), {
        at: at('POST', '/documents/:kind'),
        ask,
        params: { id, kind },
        file: { name: `${kind}.png`, bytes: await samplePhoto() },
      }),
  };
}

/** An application that is filled in and ready to be sent, with its owner. */
export async function fillApplication(
  world: World,
  of: SubjectType,
): Promise<{ id: string; owner: Ask }> {
  const owner = await makePerson(world);
  const { save, attach } = applicationSteps(() => world);
  const { id, version } = await callOnboarding(world, {
    at: 'POST /v1/applications',
    ask: owner,
    body: { subjectType: of },
  });
  await save(id, owner, { version, fields: sampleFields(of) });
  for (const kind of sampleDocuments[of]) await attach(id, owner, kind);
  return { id, owner };
}
