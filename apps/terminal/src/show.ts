/** Results as a person reads them, and the exit code that a script reads. */
import { slipText, type ListedSlip, type TerminalStatus } from '@kaitong/terminal';
import { money, toDecimal, type Lang, type Words } from '@kaitong/values';
import type { Outcome } from './commands.ts';
import { say } from './words.ts';

/** 0 done, 1 the host said no, 3 nothing was sent, 4 nobody knows yet. */
const EXITS: Readonly<Record<string, number>> = { declined: 1, refused: 3, unknown: 4 };

export type Shown = { readonly lines: readonly string[]; readonly exit: number };

/** Whatever a verb gave. */
type Loose = {
  readonly kind?: string;
  readonly words?: Words;
  readonly code?: string;
  readonly trace?: string;
  readonly batch?: string;
  readonly balanceMinor?: bigint;
  readonly qr?: string;
  readonly order?: string;
  readonly printed?: number;
  readonly waiting?: number;
  readonly downloads?: readonly { readonly name: string; readonly code: string }[];
  readonly signIn?: Loose;
};

export function show(outcome: Outcome, lang: Lang): Shown {
  if (typeof outcome === 'boolean')
    return { lines: [say(lang, outcome ? 'done' : 'reversalsLeft')], exit: outcome ? 0 : 4 };
  const loose: Loose = outcome;
  if (loose.downloads !== undefined) return prepared(loose, lang);
  const { kind = 'done', code, words, trace, batch } = loose;
  const lines = [
    words?.[lang] ?? say(lang, 'done'),
    ...(code === undefined || code === '00' ? [] : [say(lang, 'codeIs', { code })]),
    ...(trace === undefined || batch === undefined ? [] : [say(lang, 'traceIs', { trace, batch })]),
    ...special(loose, lang),
  ];
  return { lines, exit: EXITS[kind] ?? 0 };
}

function special(loose: Loose, lang: Lang): string[] {
  const { balanceMinor, qr, order, printed, waiting } = loose;
  if (balanceMinor !== undefined) return [say(lang, 'balanceIs', { amount: yuan(balanceMinor) })];
  if (qr !== undefined && order !== undefined) return [say(lang, 'shown', { qr, order })];
  if (printed !== undefined)
    return [say(lang, 'printed', { printed: String(printed), waiting: String(waiting ?? 0) })];
  return [];
}

function prepared({ downloads = [], signIn = {} }: Loose, lang: Lang): Shown {
  const { lines, exit } = show(signIn, lang);
  return { lines: [...downloads.map(({ name, code }) => `${name}: ${code}`), ...lines], exit };
}

export function showStatus(status: TerminalStatus, lang: Lang): string[] {
  const { memory } = status;
  const word = (yes: boolean) => say(lang, yes ? 'yes' : 'no');
  const tables = Object.entries(status.tables).map(([name, count]) => `${name} ${count}`);
  return [
    `${say(lang, 'terminal')}: ${status.terminalNo ?? '-'}`,
    `${say(lang, 'merchant')}: ${status.merchantNo ?? '-'}`,
    `${say(lang, 'signedIn')}: ${word(status.isSignedIn)}`,
    `${say(lang, 'batch')}: ${status.batch}`,
    `${say(lang, 'open')}: ${status.openReversals}`,
    `${say(lang, 'givenUp')}: ${status.givenUpReversals}`,
    `${say(lang, 'owed')}: ${status.owed}`,
    `${say(lang, 'wish')}: ${status.hostAsks}`,
    `${say(lang, 'tables')}: ${tables.join(', ') || '-'}`,
    `${say(lang, 'memory')}: ${memory.used}/${memory.max}`,
    ...(status.isSettling ? [say(lang, 'settling')] : []),
    ...warnings(status, lang),
    ...status.transactions.map(
      ({ trace, kind, status: state, amount, maskedCard = '' }) =>
        `${trace}  ${kind}  ${state}  ${yuan(BigInt(amount))}  ${maskedCard}`,
    ),
  ];
}

/** What somebody should do something about. */
export function warnings({ memory, doubts }: TerminalStatus, lang: Lang): string[] {
  const { used, max, isNearlyFull } = memory;
  const full = isNearlyFull
    ? [say(lang, 'nearlyFull', { used: String(used), max: String(max) })]
    : [];
  const doubtful = doubts.map(({ kind, amount, trace }) =>
    say(lang, 'doubt', { kind, amount: yuan(BigInt(amount)), trace }),
  );
  return [...full, ...doubtful];
}

export function showSlips(slips: readonly ListedSlip[], lang: Lang): string[] {
  return slips.flatMap(({ id, status, prints, slip }) => [
    `── ${id}  ${status}  ×${prints}`,
    ...slipText(slip, lang),
    '',
  ]);
}

function yuan(minor: bigint): string {
  return toDecimal(money(minor));
}
