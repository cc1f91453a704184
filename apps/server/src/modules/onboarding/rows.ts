import type { SubjectType } from '@kaitong/contract';
import type { ApplicationStatus } from './chart.ts';
import type { Values } from './dictionary.ts';
import type { Application, Channel, SealedValue, Verdict } from './model.ts';

/** An application as it lies in its table. */
export type Row = {
  id: string;
  number: string;
  channel: Channel;
  subject_type: SubjectType;
  status: ApplicationStatus;
  revision: number;
  version: number;
  owner_id: string | null;
  owner_phone_key: string | null;
  entered_by: string;
  agent_id: string | null;
  advice_id: string | null;
  fields: Values;
  sealed: Readonly<Record<string, SealedValue>>;
  title: string;
  phone_key: string | null;
  flagged: readonly string[];
  returns: number;
  comment: string | null;
  claimed_by: string | null;
  claimed_name: string | null;
  revealed_to: string | null;
  verdict: Verdict | null;
  verdict_by: string | null;
  verdict_reason: string | null;
  verdict_note: string | null;
  confirmed_by: string | null;
  merchant_id: string | null;
  due_at: Date | null;
  overdue: boolean;
  submitted_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

/** SQL's null is our undefined. */
export const or = <T>(value: T | null): T | undefined => value ?? undefined;

export function fromRow(row: Row): Application {
  const { claimed_by: id, claimed_name: name } = row;
  return {
    id: row.id,
    number: row.number,
    channel: row.channel,
    subjectType: row.subject_type,
    status: row.status,
    revision: row.revision,
    version: row.version,
    ownerId: or(row.owner_id),
    ownerPhoneKey: or(row.owner_phone_key),
    enteredBy: row.entered_by,
    agentId: or(row.agent_id),
    adviceId: or(row.advice_id),
    fields: row.fields,
    sealed: row.sealed,
    title: row.title,
    phoneKey: or(row.phone_key),
    flagged: row.flagged,
    returns: row.returns,
    comment: or(row.comment),
    claimedBy: id === null ? undefined : { id, name: name ?? '' },
    revealedTo: or(row.revealed_to),
    verdict: or(row.verdict),
    verdictBy: or(row.verdict_by),
    verdictReason: or(row.verdict_reason),
    verdictNote: or(row.verdict_note),
    confirmedBy: or(row.confirmed_by),
    merchantId: or(row.merchant_id),
    dueAt: or(row.due_at),
    overdue: row.overdue,
    submittedAt: or(row.submitted_at),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function toRow(of: Application): Row {
  return {
    id: of.id,
    number: of.number,
    channel: of.channel,
    subject_type: of.subjectType,
    status: of.status,
    revision: of.revision,
    version: of.version,
    owner_id: of.ownerId ?? null,
    owner_phone_key: of.ownerPhoneKey ?? null,
    entered_by: of.enteredBy,
    agent_id: of.agentId ?? null,
    advice_id: of.adviceId ?? null,
    fields: of.fields,
    sealed: of.sealed,
    title: of.title,
    phone_key: of.phoneKey ?? null,
    flagged: of.flagged,
    returns: of.returns,
    comment: of.comment ?? null,
    claimed_by: of.claimedBy?.id ?? null,
    claimed_name: of.claimedBy?.name ?? null,
    revealed_to: of.revealedTo ?? null,
    verdict: of.verdict ?? null,
    verdict_by: of.verdictBy ?? null,
    verdict_reason: of.verdictReason ?? null,
    verdict_note: of.verdictNote ?? null,
    confirmed_by: of.confirmedBy ?? null,
    merchant_id: of.merchantId ?? null,
    due_at: of.dueAt ?? null,
    overdue: of.overdue,
    submitted_at: of.submittedAt ?? null,
    created_at: of.createdAt,
    updated_at: of.updatedAt,
  };
}
