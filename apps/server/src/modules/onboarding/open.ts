import { word, type BodyOf, type api } from '@kaitong/contract';
import { toDecimal } from '@kaitong/values';
import { activeAgent } from '#agents';
import { tell } from '#audit';
import { adviceOf } from '#catalogue';
import { personById, personByPhone } from '#identity';
import { sendText } from '#messages';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import type { Values } from './dictionary.ts';
import { OPEN_MAX, type Application } from './model.ts';
import { sealValue } from './sealing.ts';
import { startPatience } from './stages.ts';
import { countUnfinished, insertApplication, nextNumber } from './store.ts';

type Wish = BodyOf<typeof api.onboarding.openApplication>;

/** Opens an application: a merchant for themselves, an agent for the phone of a merchant. */
export async function open(
  tx: Tx,
  ask: Ask,
  { services, wish }: { services: Services; wish: Wish },
): Promise<Application> {
  const applicant = await applicantOf(tx, ask, { services, wish });
  await mustHaveRoom(tx, applicant);
  const id = newId('app', ask.now);
  const { phone, agentId } = applicant;
  const application: Application = {
    id,
    number: await nextNumber(tx),
    channel: agentId === undefined ? 'portal' : 'agent',
    subjectType: wish.subjectType,
    status: 'draft',
    revision: 1,
    version: 1,
    ownerId: applicant.ownerId,
    ownerPhoneKey: applicant.ownerPhoneKey,
    enteredBy: personOf(ask).id,
    agentId,
    adviceId: wish.adviceId,
    fields: await valuesFromAdvice(tx, wish.adviceId),
    sealed: phone ? { 'contact.phone': sealedPhone(services, id, phone) } : {},
    title: '',
    phoneKey: phone && phoneKey(services, phone),
    flagged: [],
    returns: 0,
    dueAt: await startPatience(tx, ask, { id, kind: 'draft' }),
    overdue: false,
    createdAt: ask.now,
    updatedAt: ask.now,
  };
  await insertApplication(tx, application);
  if (agentId !== undefined && phone) await invite(tx, ask, { application, phone });
  await tell(tx, ask, { type: 'application.opened', payload: { applicationId: id } });
  return application;
}

/** The same phone gives the same key, so that it is found without being stored in clear. */
export function phoneKey({ keeper }: Services, phone: string): string {
  return keeper.blind('phone', phone);
}

const sealedPhone = ({ keeper }: Services, id: string, phone: string) =>
  sealValue(keeper, { id, path: 'contact.phone', value: phone });

type Applicant = Pick<Application, 'ownerId' | 'ownerPhoneKey' | 'agentId'> & {
  readonly phone: string | undefined;
};

async function applicantOf(
  tx: Tx,
  ask: Ask,
  { services, wish }: { services: Services; wish: Wish },
): Promise<Applicant> {
  const { id, role } = personOf(ask);
  if (role !== 'agent') {
    const phone = (await personById(tx, id))?.phone ?? undefined;
    return { ownerId: id, ownerPhoneKey: undefined, agentId: undefined, phone };
  }
  const agent = await activeAgent(tx, ask);
  const phone = wish.ownerPhone;
  if (phone === undefined) throw refuse('onboarding.ownerPhoneMissing');
  const ownerId = (await personByPhone(tx, phone))?.id;
  return { ownerId, ownerPhoneKey: phoneKey(services, phone), agentId: agent.id, phone };
}

async function mustHaveRoom(tx: Tx, { ownerId, ownerPhoneKey }: Applicant): Promise<void> {
  const who = ownerId === undefined ? { ownerPhoneKey: ownerPhoneKey ?? '' } : { ownerId: ownerId };
  if ((await countUnfinished(tx, who)) >= OPEN_MAX)
    throw refuse('onboarding.tooManyOpen', { limit: OPEN_MAX });
}

/** What the questionnaire already said need not be typed again. */
async function valuesFromAdvice(tx: Tx, adviceId: string | undefined): Promise<Values> {
  if (adviceId === undefined) return {};
  const { needs, choice } = await adviceOf(tx, adviceId);
  return {
    'business.mcc': needs.mcc,
    'business.monthlyAmount': toDecimal(needs.monthlyAmount),
    'business.averageTicket': toDecimal(needs.averageTicket),
    ...(choice ? { 'order.planId': choice.planId, 'order.modelId': choice.modelId } : {}),
  };
}

/** The merchant hears of it at once, so that nobody applies in a name behind its back. */
async function invite(
  tx: Tx,
  ask: Ask,
  { application, phone }: { application: Application; phone: string },
): Promise<void> {
  const text = word(ask.lang, 'onboarding.sms.opened', { number: application.number });
  await sendText(tx, ask, { phone, text });
}
