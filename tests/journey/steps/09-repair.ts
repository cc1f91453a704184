import { api, type ReplyOf } from '@kaitong/contract';
import { found, must, mustBe, mustRefuse, StoryBroke, until } from '../expect.ts';
import { says, sms, table } from '../narrator.ts';
import { standing, wordOf, type MerchantStory } from '../story.ts';
import { fulfil, receive } from './05-order.ts';
import { selfInstall, type Counter } from './06-install.ts';
import { DEBIT_CARD, mustApprove, settleBatch, signIn, signOut, slipSight } from './07-sell.ts';

type Case = ReplyOf<typeof api.care.case>;

const QUESTIONS_MAX = 12;
const FOLLOW_UP_DAYS = 8;
const DAY_ms = 86_400_000;
const TEST_SALE_MINOR = 100n;

/** The device fails; it is replaced, its keys are destroyed, and the lesson is kept. */
export async function repair(story: MerchantStory, broken: Counter): Promise<Counter> {
  story.tell.scene(9);
  const reported = await report(story, broken);
  const diagnosed = await diagnose(story, reported.id);
  const approved = await approve(story, diagnosed);
  const renewed = await replace(story, { broken, approved });
  await restore(story, { renewed, caseId: reported.id });
  await followUp(story, reported.id);
  return renewed;
}

async function report(story: MerchantStory, broken: Counter): Promise<Case> {
  const { owner, tell, say, lang } = story;
  const { terminalId, device } = broken;
  const reported = await owner.ask(api.care.reportCase, {
    body: { terminalId, reason: 'hardware_fault', description: say('repair.symptom') },
  });
  const stopped = await until('the suspended terminal', async () => {
    const seen = await owner.ask(api.terminals.readTerminal, { params: { id: terminalId } });
    return seen.status === 'suspended' ? seen : undefined;
  });
  const refusal = await device.terminal.signIn('01');
  const attempt =
    refusal.kind === 'done'
      ? await device.terminal.sale({ amountMinor: TEST_SALE_MINOR, card: DEBIT_CARD })
      : refusal;
  must(attempt.kind === 'declined', 'A suspended terminal must not sell.');
  tell.line(owner, 'repair.reported', {
    sees: [
      standing(story, `case.${reported.status}`),
      standing(story, `terminal.${stopped.status}`),
      says(`${attempt.code} ${attempt.words[lang]}`),
      ...(await story.inbox.rest()).map(sms),
    ],
  });
  return reported;
}

/** A machine that does not start, whatever its merchant tries, and that nobody dropped. */
const ANSWERS: Readonly<Record<string, string>> = { part: 'power', power: 'still', damage: 'no' };

/** Guided questions, until there is a finding. */
async function diagnose(story: MerchantStory, id: string): Promise<Case> {
  const { owner, tell } = story;
  let now = await owner.ask(api.care.startDiagnosis, { params: { id } });
  for (let asked = 0; now.diagnosis.step !== undefined; asked++) {
    if (asked === QUESTIONS_MAX) throw new StoryBroke('The diagnosis has no end.');
    const { id: step, question } = now.diagnosis.step;
    const answer = found(ANSWERS[step], `The story knows no answer to: ${question}`);
    now = await owner.ask(api.care.answerDiagnosis, { params: { id }, body: { step, answer } });
  }
  const finding = found(now.diagnosis.finding, 'A finished diagnosis has a finding.');
  tell.line(owner, 'repair.diagnosed', {
    facts: { finding: finding.text },
    sees: [
      table(now.diagnosis.trail.map(({ question, answer }) => `${question} — ${answer}`)),
      ...finding.advice.map(says),
      standing(story, `case.${now.status}`),
    ],
  });
  if (now.status !== 'self_help') return now;
  return owner.ask(api.care.reportSelfHelp, { params: { id }, body: { fixed: false } });
}

async function approve(story: MerchantStory, { id, status }: Case): Promise<Case> {
  const { owner, staff, tell, say, lang } = story;
  mustBe('the case before a second person looks', { seen: status, wanted: 'under_review' });
  await owner.ask(api.care.addMaterial, {
    params: { id },
    body: { kind: 'warranty', note: say('repair.material') },
  });
  const approved = await staff.reviewer.ask(api.care.approveCase, {
    params: { id },
    body: { path: 'replacement', note: say('repair.approval') },
  });
  const path = found(approved.path, 'An approved case has a path.');
  tell.line(staff.reviewer, 'repair.approved', {
    facts: { path: wordOf(lang, `case.path.${path}`) },
    sees: [standing(story, `case.${approved.status}`), ...(await story.inbox.rest()).map(sms)],
  });
  return approved;
}

type Swap = { readonly broken: Counter; readonly approved: Case };

/** Another machine comes, the old one loses its keys, the new one is activated by code. */
async function replace(story: MerchantStory, { broken, approved }: Swap): Promise<Counter> {
  const { owner, staff } = story;
  const orderId = await until('the order of another machine', async () => {
    const now = await owner.ask(api.care.case, { params: { id: approved.id } });
    return now.orderId;
  });
  await fulfil(story, orderId);
  const order = await receive(story, orderId);
  await unbind(story, broken);
  const terminalId = found(order.terminalId, 'A delivered order has a terminal.');
  const serial = found(order.serial, 'A delivered order has a serial number.');
  const device = await selfInstall(story, orderId);
  const tested = await staff.technician.ask(api.terminals.recordSelfTest, {
    params: { id: terminalId },
    body: { card: true, qr: true, refund: true, print: true },
  });
  story.tell.line(staff.technician, 'repair.tested', {
    sees: [standing(story, `terminal.${tested.status}`)],
  });
  return { merchantId: broken.merchantId, terminalId, serial, device };
}

/** After this the gateway does not know the old machine any more, whatever keys it holds. */
async function unbind(story: MerchantStory, { terminalId, device, serial }: Counter) {
  const { staff, tell, say, lang, owner } = story;
  const { status } = await owner.ask(api.terminals.readTerminal, { params: { id: terminalId } });
  const unbound =
    status === 'unbound'
      ? { status }
      : await staff.technician.ask(api.terminals.unbind, {
          params: { id: terminalId },
          body: { reason: say('repair.unbindReason') },
        });
  const refusal = await device.terminal.signIn('01');
  must(
    refusal.kind === 'declined',
    'The gateway must refuse a terminal whose keys were destroyed.',
  );
  tell.line(staff.technician, 'repair.unbound', {
    facts: { serial },
    sees: [
      standing(story, `terminal.${unbound.status}`),
      says(`${refusal.code} ${refusal.words[lang]}`),
    ],
  });
}

type Renewed = { readonly renewed: Counter; readonly caseId: string };

async function restore(story: MerchantStory, { renewed, caseId }: Renewed): Promise<void> {
  const { owner, tell } = story;
  await until('the case that waits for its test sale', async () => {
    const now = await owner.ask(api.care.case, { params: { id: caseId } });
    return now.status === 'testing' ? now : undefined;
  });
  await signIn(story, renewed);
  const sale = { amountMinor: TEST_SALE_MINOR, card: DEBIT_CARD };
  const paid = mustApprove(story, await renewed.device.terminal.sale(sale));
  const restored = await until('the restored case', async () => {
    const now = await owner.ask(api.care.case, { params: { id: caseId } });
    return now.restoredAt === undefined ? undefined : now;
  });
  const { oldUnbound, newActivated, selfTested, testSale } = restored.proof;
  must(
    oldUnbound && newActivated && selfTested && testSale !== undefined,
    `The proof of the case is not whole: ${JSON.stringify(restored.proof)}.`,
  );
  tell.line('terminal', 'repair.restored', {
    sees: [
      slipSight(story, paid),
      standing(story, `case.${restored.status}`),
      ...(await story.inbox.rest()).map(sms),
    ],
  });
  await settleBatch(story, renewed);
  await signOut(story, renewed);
}

async function followUp(story: MerchantStory, id: string): Promise<void> {
  const { staff, clock, tell, say } = story;
  const { support } = staff;
  await clock.move({ advance_ms: FOLLOW_UP_DAYS * DAY_ms });
  const called = await support.ask(api.care.followUpCase, {
    params: { id },
    body: { well: true, note: say('repair.call') },
  });
  tell.line(support, 'repair.called', { sees: [standing(story, `case.${called.status}`)] });
  const closed = await support.ask(api.care.closeCase, {
    params: { id },
    body: { lesson: say('repair.lesson') },
  });
  mustBe('the case at its end', { seen: closed.status, wanted: 'closed' });
  tell.line(support, 'repair.closed', {
    sees: [
      says(closed.lesson ?? ''),
      standing(story, `case.${closed.status}`),
      ...(await story.inbox.rest()).map(sms),
    ],
  });
  await mustRefuse('case.notPossible', async () =>
    support.ask(api.care.closeCase, { params: { id }, body: { lesson: say('repair.lesson') } }),
  );
}
