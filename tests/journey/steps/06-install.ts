import { api, type ReplyOf } from '@kaitong/contract';
import { dayOf, timeOf } from '@kaitong/values';
import { activateDevice, type Device } from '../device.ts';
import { found, must, mustBe, mustRefuse, until } from '../expect.ts';
import { photo } from '../images.ts';
import { says, sms, table, type Sight } from '../narrator.ts';
import type { Person } from '../people.ts';
import { standing, wordOf, type MerchantStory } from '../story.ts';
import type { Order } from './05-order.ts';
import { train } from './06-train.ts';

type Visit = ReplyOf<typeof api.visits.visit>;
type Item = Visit['checklist'][number]['item'];
type Gate = ReplyOf<typeof api.terminals.readGate>;

/** A machine that may trade, and its terminal in software. */
export type Counter = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly serial: string;
  readonly device: Device;
};

const AFTER_ACTIVATION: readonly Item[] = ['photos', 'parameters'];
const BEFORE_ACTIVATION: readonly Item[] = ['serial', 'location', 'network', 'power', 'paper'];

/** Visit, training, activation by code, self test: after that the gate stands open. */
export async function install(story: MerchantStory, order: Order): Promise<Counter> {
  const { tell, staff } = story;
  tell.scene(6);
  const visit = await arrive(story, order.id);
  const { serial, terminalId, merchantId } = visit;
  const device = await installBy(story, staff.technician, visit);
  await train(story);
  await tellGate(story, merchantId);
  const tested = await staff.technician.ask(api.terminals.recordSelfTest, {
    params: { id: terminalId },
    body: { card: true, qr: true, refund: true, print: true },
  });
  const now = await until('the open gate', async () => {
    const gate = await story.owner.ask(api.terminals.readGate, { params: { id: merchantId } });
    return gate.terminals.some((each) => each.terminalId === terminalId && each.mayTrade)
      ? story.owner.ask(api.terminals.readTerminal, { params: { id: terminalId } })
      : undefined;
  });
  mustBe('what is missing before it may trade', { seen: now.missing, wanted: [] });
  tell.line(staff.technician, 'install.tested', {
    sees: [
      standing(story, `terminal.${tested.status}`),
      standing(story, `terminal.${now.status}`),
      ...(await story.inbox.rest()).map(sms),
    ],
  });
  return { merchantId, terminalId, serial, device };
}

/** The technician makes a time, sets out, and stands in the shop. */
async function arrive(story: MerchantStory, orderId: string): Promise<Visit> {
  const { staff, inbox, clock, tell } = story;
  const { technician } = staff;
  const visit = await visitOf(technician, orderId);
  const { id, proposedAt: startsAt } = visit;
  const scheduled = await technician.ask(api.visits.scheduleVisit, {
    params: { id },
    body: { startsAt },
  });
  tell.line(technician, 'install.scheduled', {
    facts: { at: `${dayOf(startsAt)} ${timeOf(startsAt)}` },
    sees: [standing(story, `visit.${scheduled.status}`), ...(await inbox.some()).map(sms)],
  });
  await clock.move({ to: startsAt });
  await technician.ask(api.visits.departForVisit, { params: { id } });
  const started = await technician.ask(api.visits.startVisit, { params: { id } });
  tell.line(technician, 'install.started', { sees: [standing(story, `visit.${started.status}`)] });
  return started;
}

type Ticking = { readonly by: Person; readonly visitId: string; readonly items: readonly Item[] };

/** Works through a part of the checklist, whoever installs. */
async function tick(story: MerchantStory, { by, visitId, items }: Ticking): Promise<void> {
  const params = { id: visitId };
  const before = await by.ask(api.visits.visit, { params });
  const wanted = items.filter((item) =>
    before.checklist.some((each) => each.item === item && !each.done),
  );
  let after = before;
  for (const item of wanted) {
    const body = await tickOf(by, item, before.serial);
    after = await by.ask(api.visits.tickVisit, { params, body });
  }
  story.tell.line(by, 'install.ticked', {
    sees: [
      table([wanted.map((item) => `☑ ${wordOf(story.lang, `visit.item.${item}`)}`).join('  ')]),
      standing(story, `visit.${after.status}`),
    ],
  });
}

async function tickOf(by: Person, item: Item, serial: string) {
  if (item === 'serial') return { item, serial };
  if (item === 'location') return { item, latitude: 31.2304, longitude: 121.4737 };
  if (item !== 'photos') return { item };
  const kept = await by.ask(api.vault.keepDocument, {
    body: { kind: 'photo' },
    file: await photo('counter'),
  });
  return { item, fileId: kept.id };
}

/** The list, with the activation where it belongs; then the merchant accepts. */
async function installBy(story: MerchantStory, by: Person, visit: Visit): Promise<Device> {
  const { id: visitId, terminalId, serial } = visit;
  await tick(story, { by, visitId, items: BEFORE_ACTIVATION });
  const device = await activate(story, { terminalId, serial });
  await tick(story, { by, visitId, items: AFTER_ACTIVATION });
  await accept(story, visitId);
  return device;
}

/** The merchant does it alone, by the same list. */
export async function selfInstall(story: MerchantStory, orderId: string): Promise<Device> {
  const { owner, tell } = story;
  const visit = await visitOf(owner, orderId);
  const chosen = await owner.ask(api.visits.chooseSelfInstall, { params: { id: visit.id } });
  tell.line(owner, 'install.alone', { sees: [standing(story, `visit.${chosen.status}`)] });
  return installBy(story, owner, chosen);
}

async function visitOf(by: Person, orderId: string): Promise<Visit> {
  return until('the visit', async () => {
    const { rows } = await by.ask(api.visits.listVisits, { query: {} });
    return rows.find((each) => each.orderId === orderId);
  });
}

type Machine = { readonly terminalId: string; readonly serial: string };

/** The code reaches the owner, who types it into the machine; a wrong one is counted. */
async function activate(story: MerchantStory, { terminalId, serial }: Machine): Promise<Device> {
  const { owner, anyone, clock, tell, inbox, terminalPort: port } = story;
  await inbox.rest();
  await owner.ask(api.terminals.issueActivationCode, { params: { id: terminalId } });
  const { code: shown } = await owner.ask(api.terminals.readActivationCode, {
    params: { id: terminalId },
  });
  const code = found(shown, 'The owner should see the activation code.');
  const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
  const setting = { ask: anyone, serial, now: clock.now, port };
  const no = await mustRefuse('terminals.codeWrong', async () =>
    activateDevice({ ...setting, code: wrong }),
  );
  const device = await activateDevice({ ...setting, code });
  const { binding, tmkKcv, status, epoch } = await owner.ask(api.terminals.readTerminal, {
    params: { id: terminalId },
  });
  const bound = found(binding, 'An activated terminal is bound.');
  const { terminalNo } = device.activation;
  tell.line('terminal', 'install.activated', {
    facts: { serial, terminalNo },
    sees: [
      says(no),
      standing(story, `terminal.${status}`),
      says(
        story.say('install.bound', {
          acquirer: bound.acquirerCode,
          merchantNo: bound.merchantNo,
          subject: bound.subjectHash.slice(0, 8),
          account: bound.accountHash.slice(0, 8),
          address: bound.address,
        }),
      ),
      says(story.say('install.keys', { kcv: tmkKcv ?? '', epoch })),
    ],
  });
  return device;
}

async function accept(story: MerchantStory, id: string): Promise<void> {
  const { owner, inbox, tell } = story;
  const accepted = await owner.ask(api.visits.acceptVisit, { params: { id }, body: {} });
  must(accepted.status === 'accepted', 'The visit should be accepted.');
  tell.line(owner, 'install.accepted', {
    sees: [standing(story, `visit.${accepted.status}`), ...(await inbox.rest()).map(sms)],
  });
}

/** What the gate still misses just before the self test: that alone. */
async function tellGate(story: MerchantStory, merchantId: string): Promise<void> {
  const gate = await until('the gate without the self test', async () => {
    const seen = await story.owner.ask(api.terminals.readGate, { params: { id: merchantId } });
    const others = seen.items.filter(({ item }) => item !== 'selfTest');
    return others.every(({ ok }) => ok) ? seen : undefined;
  });
  story.tell.line('system', 'install.gate', { sees: [gateSight(story, gate)] });
}

function gateSight({ lang }: MerchantStory, { items }: Gate): Sight {
  const shown = items.map(
    ({ item, ok }) => `${ok ? '✓' : '·'} ${wordOf(lang, `terminals.gate.${item}`)}`,
  );
  return table([shown.join('  ')]);
}
