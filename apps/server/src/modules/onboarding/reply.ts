import { tell } from '#audit';
import { isStaff, personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { troublesOf } from './checks.ts';
import { pathsToReview } from './decide-fields.ts';
import { gather } from './gather.ts';
import {
  canOf,
  isEditable,
  whoNext,
  type Application,
  type AttachedDocument,
  type Decision,
  type Reply,
} from './model.ts';
import { unrepaired } from './resubmit.ts';
import { maskedValues, wholeValues } from './sealing.ts';
import { checksOf, decisionsOf, documentsOf, saveApplication } from './store.ts';

type Row = Omit<Reply, keyof Detail>;
type Detail = Pick<
  Reply,
  | 'version'
  | 'fields'
  | 'revealed'
  | 'documents'
  | 'todo'
  | 'checks'
  | 'decisions'
  | 'comment'
  | 'proposal'
  | 'overturnNote'
  | 'can'
>;

/** An application in a list: nothing sensitive whole. */
export function rowOf(application: Application, ask: Ask): Row {
  const { claimedBy, dueAt, merchantId, submittedAt, sealed } = application;
  const isSeen = isStaff(personOf(ask).role);
  return {
    id: application.id,
    number: application.number,
    channel: application.channel,
    subjectType: application.subjectType,
    status: application.status,
    revision: application.revision,
    title: application.title,
    applicantMasked: sealed['legal.name']?.mask ?? '',
    phoneMasked: sealed['contact.phone']?.mask ?? '',
    whoNext: whoNext(application),
    ...(dueAt ? { dueAt } : {}),
    overdue: application.overdue,
    ...(claimedBy && isSeen ? { claimedBy: { ...claimedBy } } : {}),
    ...(merchantId === undefined ? {} : { merchantId }),
    ...(submittedAt ? { submittedAt } : {}),
    createdAt: application.createdAt,
  };
}

type Which = {
  readonly services: Services;
  readonly application: Application;
  /** Off for a POST: its reply lies in the book of answered requests, where nothing may lie open. */
  readonly whole: boolean;
};

/** An application as this caller may see it, with what they can do. */
export async function replyOf(tx: Tx, ask: Ask, which: Which): Promise<Reply> {
  const { services, application } = which;
  const documents = await documentsOf(tx, application.id);
  const decisions = await decisionsOf(tx, application);
  const isSeen = isStaff(personOf(ask).role);
  const revealed = which.whole && (await reveal(tx, ask, application));
  const values = revealed ? wholeValues(services.keeper, application) : maskedValues(application);
  return {
    ...rowOf(application, ask),
    version: application.version,
    fields: { ...values },
    revealed,
    documents: documents.map(({ fileId, addedAt, ...one }) => ({
      ...one,
      id: fileId,
      uploadedAt: addedAt,
    })),
    todo: isSeen ? [] : await todoOf(tx, ask, which),
    checks: isSeen ? await checksOf(tx, application) : [],
    decisions: isSeen
      ? allDecisions(application, documents, decisions)
      : shownDecisions(application, decisions),
    ...(application.comment === undefined ? {} : { comment: application.comment }),
    ...(isSeen ? reviewNotes(application) : {}),
    can: canOf(application, ask.by),
  };
}

/** The owner sees all; the reviewer who claimed it too, and the record says so once a claim. */
async function reveal(tx: Tx, ask: Ask, application: Application): Promise<boolean> {
  const { id, role } = personOf(ask);
  if (role === 'owner') return id === application.ownerId;
  if (application.status !== 'in_review' || application.claimedBy?.id !== id) return false;
  if (application.revealedTo === id) return true;
  await saveApplication(tx, { ...application, revealedTo: id });
  const payload = { applicationId: application.id, viewerId: id };
  await tell(tx, ask, { type: 'application.revealed', payload });
  return true;
}

async function todoOf(tx: Tx, ask: Ask, { services, application }: Which): Promise<Reply['todo']> {
  if (!isEditable(application)) return [];
  const facts = await gather(tx, ask, { services, application });
  const marked =
    application.status === 'revision_required'
      ? await unrepaired(tx, { services, application })
      : [];
  return [...marked, ...troublesOf(facts)].map((trouble) => ({
    ...trouble,
    facts: { ...trouble.facts },
  }));
}

function allDecisions(
  application: Application,
  documents: readonly AttachedDocument[],
  decisions: readonly Decision[],
): Reply['decisions'] {
  const byPath = new Map(decisions.map((decision) => [decision.path, decision]));
  return pathsToReview(application, documents).map((path) => {
    const decided = byPath.get(path);
    return decided ? decisionReply(decided) : { path, decision: 'open', carried: false };
  });
}

/** The merchant is shown what to correct, and that only once it was sent back. */
function shownDecisions(
  { status }: Application,
  decisions: readonly Decision[],
): Reply['decisions'] {
  if (status !== 'revision_required') return [];
  return decisions.filter(({ decision }) => decision === 'revise').map(decisionReply);
}

function decisionReply({ path, decision, carried, reasonCode, note }: Decision) {
  return {
    path,
    decision,
    carried,
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(note === undefined ? {} : { note }),
  };
}

function reviewNotes({ verdict, verdictBy, verdictReason, verdictNote }: Application) {
  if (verdict === undefined || verdictBy === undefined)
    return verdictNote === undefined ? {} : { overturnNote: verdictNote };
  return {
    proposal: {
      verdict,
      by: verdictBy,
      ...(verdictReason === undefined ? {} : { reasonCode: verdictReason }),
      ...(verdictNote === undefined ? {} : { note: verdictNote }),
    },
  };
}
