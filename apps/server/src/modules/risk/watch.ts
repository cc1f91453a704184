import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import { actorKey } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { formatMoney, type Money } from '@kaitong/values';
import { chart } from './chart.ts';
import {
  DECLINES_WINDOW_MS,
  NEWCOMER_MS,
  NEWCOMER_SALE_MINOR,
  tooManyDeclines,
  type Rule,
  type Severity,
} from './model.ts';
import {
  countDeclines,
  hasAlert,
  insertAlert,
  insertDecline,
  lockAlert,
  newcomerSince,
  saveAlert,
  type Alert,
} from './store.ts';

type Declined = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly paymentId: string;
  /** Token of the card; empty for a code. */
  readonly card: string;
  readonly code: string;
};

/** T21: many declines in a short time at one merchant, or of one card. */
export async function watchDeclined(tx: Tx, ask: Ask, declined: Declined): Promise<void> {
  const { merchantId, terminalId, paymentId, card, code } = declined;
  await insertDecline(tx, {
    merchant_id: merchantId,
    payment_id: paymentId,
    terminal_id: terminalId,
    card,
    code,
    at: ask.now,
  });
  const since = new Date(ask.now.getTime() - DECLINES_WINDOW_MS);
  const declines = await countDeclines(tx, { merchantId, card, since });
  if (!tooManyDeclines(declines)) return;
  const facts = { count: declines.all, ofCard: declines.ofCard, terminalId };
  await raise(tx, ask, {
    merchantId,
    rule: 'T21',
    severity: 'medium',
    subject: terminalId,
    facts,
    since,
  });
}

type Approved = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly paymentId: string;
  readonly amount: Money;
};

/** T23: a large sale within a day of going live. */
export async function watchApproved(tx: Tx, ask: Ask, approved: Approved): Promise<void> {
  const { merchantId, terminalId, paymentId, amount } = approved;
  if (amount.minor < NEWCOMER_SALE_MINOR) return;
  const inService = await newcomerSince(tx, merchantId, terminalId);
  if (!inService || ask.now.getTime() - inService.getTime() > NEWCOMER_MS) return;
  await raise(tx, ask, {
    merchantId,
    rule: 'T23',
    severity: 'high',
    subject: terminalId,
    facts: { amount: formatMoney(amount, 'en'), paymentId, terminalId },
    since: inService,
  });
}

type Raised = {
  readonly merchantId: string;
  readonly rule: Rule;
  readonly severity: Severity;
  readonly subject: string;
  readonly facts: Record<string, string | number>;
  /** No second alert of this rule and subject after this moment. */
  readonly since: Date;
};

async function raise(tx: Tx, ask: Ask, { since, ...raised }: Raised): Promise<void> {
  const { merchantId, rule, subject } = raised;
  if (await hasAlert(tx, { merchantId, rule, subject, since })) return;
  const id = newId('alt', ask.now);
  await insertAlert(tx, {
    merchant_id: merchantId,
    id,
    rule,
    severity: raised.severity,
    status: 'triggered',
    subject,
    facts: raised.facts,
    note: null,
    decided_by: null,
    at: ask.now,
  });
  await tell(tx, ask, { type: 'risk.alerted', payload: { merchantId, alertId: id, rule } });
}

/** A person of risk decides an alert; the note says why. */
export async function decideAlert(
  tx: Tx,
  ask: Ask,
  { id, outcome, note }: { id: string; outcome: 'confirmed' | 'dismissed'; note: string },
): Promise<Alert> {
  const before = await lockAlert(tx, id);
  if (!before) throw refuse('request.notFound');
  const type = outcome === 'confirmed' ? 'confirm' : 'dismiss';
  const from = { status: before.status, refusal: 'risk.alertDecided' } as const;
  const after = { ...before, status: stepOr(chart, from, { type }), note };
  await saveAlert(tx, { ...after, decided_by: actorKey(ask.by) });
  return after;
}
