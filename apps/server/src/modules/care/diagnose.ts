import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { restore, terminalById } from '#terminals';
import { fileFor } from '#vault';
import { firstStep, follow } from './diagnosis.ts';
import { caseFor, keep, moved, next } from './keep-case.ts';
import { takesMaterial, type Material, type Said } from './model.ts';
import type { Case } from './store.ts';

/** Begins the guided diagnosis with the first question of its reason. */
export async function startDiagnosis(tx: Tx, ask: Ask, caseId: string): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  const after = await moved(tx, ask, { before, type: 'diagnose' });
  return keep(tx, ask, { after: { ...after, step: firstStep(before.reason).id } });
}

type Given = { readonly caseId: string; readonly step: string; readonly answer: string };

/** Takes the answer to the open question: another question, or a finding that says who moves next. */
export async function answerDiagnosis(tx: Tx, ask: Ask, given: Given): Promise<Case> {
  const before = await caseFor(tx, ask, given.caseId);
  next(before, 'findSelfHelp');
  const led = before.step === given.step ? follow(given.step, given.answer) : undefined;
  if (!led) throw refuse('case.otherQuestion');
  const { step, answer } = given;
  const said: Said = { step, answer, at: ask.now.toISOString(), by: personOf(ask).id };
  const answered = { ...before, trail: [...before.trail, said] };
  if (led.kind === 'question') return keep(tx, ask, { after: { ...answered, step: led.step.id } });
  const type = led.finding.route === 'selfHelp' ? 'findSelfHelp' : 'findForReview';
  const after = await moved(tx, ask, { before: answered, type });
  const found = { ...after, step: null, finding: led.finding.id };
  return keep(tx, ask, { after: found, news: 'case.diagnosed' });
}

/** Says whether the advice helped. If it did, the machine may make its test sale. */
export async function reportSelfHelp(
  tx: Tx,
  ask: Ask,
  { caseId, fixed }: { caseId: string; fixed: boolean },
): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  if (!fixed) return keep(tx, ask, { after: await moved(tx, ask, { before, type: 'notFixed' }) });
  const after = await moved(tx, ask, { before, type: 'fixed' });
  await letGo(tx, ask, before.terminal_id);
  return keep(tx, ask, { after, words: { key: 'care.sms.testing' } });
}

/** Lets the terminal trade again, for its test sale. */
export async function letGo(tx: Tx, ask: Ask, terminalId: string): Promise<void> {
  const terminal = await terminalById(tx, terminalId);
  if (terminal?.status === 'suspended') await restore(tx, ask, terminalId);
}

type NewMaterial = {
  readonly caseId: string;
  readonly kind: string;
  readonly note: string;
  readonly fileId?: string | undefined;
};

/** Adds a note or a kept document of the sender's. */
export async function addMaterial(tx: Tx, ask: Ask, given: NewMaterial): Promise<Case> {
  const { caseId, kind, note, fileId } = given;
  const before = await caseFor(tx, ask, caseId);
  const { status } = before;
  if (!takesMaterial(status)) throw refuse('case.notPossible', { status: `case.${status}` });
  if (fileId !== undefined) await fileFor(tx, ask, fileId);
  const at = ask.now.toISOString();
  const material: Material = { kind, note, at, ...(fileId === undefined ? {} : { fileId }) };
  return keep(tx, ask, { after: { ...before, materials: [...before.materials, material] } });
}
