/**
 * The slips of the day: each waits, is printed, or was sent to the customer, and a second print says
 * that it is one. A slip is queued in the same save as its payment, so that no payment lacks one.
 */
import type { Slip } from './slip.ts';
import type { Held } from './state.ts';

export type SlipStatus = 'waiting' | 'printed' | 'sent';

export type QueuedSlip = {
  readonly id: string;
  readonly status: SlipStatus;
  /** How often it came out of the printer. */
  readonly prints: number;
  /** The slip as JSON, with its amounts as text. */
  readonly text: string;
};

export type ListedSlip = {
  readonly id: string;
  readonly status: SlipStatus;
  readonly prints: number;
  readonly slip: Slip;
};

// A day's worth; the oldest that is done with goes first, one that waits never goes.
const SLIPS_MAX = 200;

export function queued(slip: Slip, status: SlipStatus): QueuedSlip {
  const trace = slip.kind === 'payment' ? slip.trace : 'settlement';
  const text = JSON.stringify(slip, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return { id: `${slip.batch}-${trace}`, status, prints: status === 'printed' ? 1 : 0, text };
}

export function withSlip(held: Held, slip: QueuedSlip): QueuedSlip[] {
  const all = [...held.state.slips.filter(({ id }) => id !== slip.id), slip];
  const spare = all.length - SLIPS_MAX;
  if (spare <= 0) return all;
  const oldest = new Set(
    all
      .filter(({ status }) => status !== 'waiting')
      .slice(0, spare)
      .map(({ id }) => id),
  );
  return all.filter(({ id }) => !oldest.has(id));
}

function slipOf({ text }: QueuedSlip): Slip {
  return JSON.parse(text, (key, value: unknown) =>
    key.endsWith('Minor') && typeof value === 'string' ? BigInt(value) : value,
  ) as Slip;
}

export function listSlips(held: Held): ListedSlip[] {
  return held.state.slips.map((each) => ({
    id: each.id,
    status: each.status,
    prints: each.prints,
    slip: { ...slipOf(each), isReprint: each.prints > 0 },
  }));
}

export type Printed = { readonly printed: number; readonly waiting: number };

/** Prints what waits, or one slip again; stops where the paper ends. */
export async function printSlips(held: Held, id?: string): Promise<Printed> {
  const wanted = held.state.slips.filter((each) =>
    id === undefined ? each.status === 'waiting' : each.id === id,
  );
  let printed = 0;
  for (const each of wanted) {
    // One roll of paper: one after the other.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await isOnPaper(held, each))) break;
    printed++;
    // oxlint-disable-next-line no-await-in-loop
    await mark(held, { ...each, status: 'printed', prints: each.prints + 1 });
  }
  return { printed, waiting: held.state.slips.filter(({ status }) => status === 'waiting').length };
}

/** The customer took it by message instead of paper. */
export async function markSent(held: Held, id: string): Promise<boolean> {
  const found = held.state.slips.find((each) => each.id === id);
  if (found === undefined) return false;
  await mark(held, { ...found, status: 'sent' });
  return true;
}

async function isOnPaper({ ports }: Held, each: QueuedSlip): Promise<boolean> {
  if (ports.print === undefined) return false;
  try {
    return (await ports.print({ ...slipOf(each), isReprint: each.prints > 0 })) !== 'paperOut';
  } catch {
    // The payment stands already: a printer that fails now only leaves the slip in the queue.
    return false;
  }
}

async function mark(held: Held, slip: QueuedSlip): Promise<void> {
  const slips = held.state.slips.map((each) => (each.id === slip.id ? slip : each));
  await held.save({ slips });
}
