/**
 * What is packed inside a field, with its place in the frame, so that the X-ray can name it. A reader
 * here never fails: what it does not understand it leaves whole.
 */
import { readF54 } from './balances.ts';
import { toAscii } from './bytes.ts';
import { insideF62 } from './inside-f62.ts';
import { insideChip, insideTextTlv } from './inside-tlv.ts';
import type { ParameterTable } from './parameters.ts';
import type { Step } from './plan.ts';
import type { FieldValue } from './profile.ts';
import { TERMINAL_INFO_FORMS } from './terminal-info.ts';
import type { TlvError } from './tlv.ts';

/** A part inside a field. */
export type Inside = {
  /** `F60.1`, `F55.9F26`, `F59.A2.03` … */
  readonly path: string;
  /** Where it stands in the frame. */
  readonly offset: number;
  readonly length: number;
  readonly value: FieldValue;
  readonly children: readonly Inside[];
};

/** A field that is to be opened, and what its message says of it. */
export type Content = {
  readonly step: Step;
  readonly value: FieldValue;
  /** Where its content stands, after the length. */
  readonly offset: number;
  readonly mti: string;
  /** F60.1 and F60.3; empty where there are none. */
  readonly type: string;
  readonly code: string;
  /** Whether the profile is one of the UnionPay terminal line, and how that writes parameters. */
  readonly isTerminalLine: boolean;
  readonly parameters: ParameterTable;
};

export type Opened = { readonly parts: readonly Inside[]; readonly error?: TlvError };

const NOTHING: Opened = { parts: [] };

/** Opens a field of the UnionPay line; nothing when there is nothing inside. */
export function inside(content: Content): Opened {
  const { field } = content.step;
  if (!content.isTerminalLine && !EVERYWHERE.has(field)) return NOTHING;
  return OPENERS[field]?.(content) ?? NOTHING;
}

/** What ISO 8583 itself packs; the rest is UnionPay's. */
const EVERYWHERE: ReadonlySet<number> = new Set([22, 53, 54, 55, 90]);

type Cut = readonly [name: string, size: number];

const F60_CUTS: readonly Cut[] = [
  ['1', 2],
  ['2', 6],
  ['3', 3],
  ['4', 1],
  ['5', 1],
  ['6', 1],
  ['7', 3],
  ['rest', 99],
];
const F61_CUTS: readonly Cut[] = [
  ['1', 6],
  ['2', 6],
  ['3', 4],
  ['4', 2],
  ['5', 11],
];
const F53_CUTS: readonly Cut[] = [
  ['1', 1],
  ['2', 1],
  ['3', 1],
  ['rest', 13],
];
const F22_CUTS: readonly Cut[] = [
  ['1', 2],
  ['2', 1],
];
const F90_CUTS: readonly Cut[] = [
  ['1', 4],
  ['2', 6],
  ['3', 10],
  ['4', 11],
  ['5', 11],
];
const F63_CUTS: readonly Cut[] = [
  ['1', 3],
  ['2', 20],
  ['3', 20],
  ['4', 20],
  ['5', 60],
];
const CARD_TOTALS: readonly Cut[] = [
  ['debit', 12],
  ['debits', 3],
  ['credit', 12],
  ['credits', 3],
  ['flag', 1],
];

const OPENERS: Readonly<Record<number, (content: Content) => Opened | undefined>> = {
  22: (content) => ({ parts: cut(content, F22_CUTS) }),
  48: insideF48,
  53: (content) => ({ parts: cut(content, F53_CUTS) }),
  54: insideF54,
  55: insideChip,
  46: (content) => insideTextTlv(content, TERMINAL_INFO_FORMS[46]),
  57: (content) => insideTextTlv(content, TERMINAL_INFO_FORMS[57]),
  59: (content) => insideTextTlv(content, TERMINAL_INFO_FORMS[59]),
  60: (content) => ({ parts: cut(content, F60_CUTS) }),
  61: (content) => ({ parts: cut(content, F61_CUTS) }),
  62: insideF62,
  63: (content) => ({ parts: cut(content, F63_CUTS) }),
  90: (content) => ({ parts: cut(content, F90_CUTS) }),
};

/** Cuts a value into pieces of known size, as far as it goes; text of the house net is not for it. */
function cut(content: Content, cuts: readonly Cut[]): Inside[] {
  const parts: Inside[] = [];
  let at = 0;
  for (const [name, size] of cuts) {
    if (at >= content.value.length) break;
    parts.push(piece(content, { name, at, size }));
    at += size;
  }
  return parts;
}

type Piece = { readonly name: string; readonly at: number; readonly size: number };

function piece({ step, value, offset }: Content, { name, at, size }: Piece): Inside {
  const held = typeof value === 'string' ? value.slice(at, at + size) : value.slice(at, at + size);
  // Two digits a byte: a piece may begin and end in the middle of one.
  const scale = step.isPacked ? 2 : 1;
  const shift = step.isPacked && step.isLeft && value.length % 2 === 1 ? 1 : 0;
  const from = Math.floor((at + shift) / scale);
  const end = Math.ceil((at + shift + held.length) / scale);
  const path = `${step.path}.${name}`;
  return { path, offset: offset + from, length: end - from, value: held, children: [] };
}

function insideF48(content: Content): Opened | undefined {
  const { mti, code, value } = content;
  const size = value.length;
  if (mti.startsWith('05') && size === 62)
    return {
      parts: [
        ...cut(
          content,
          CARD_TOTALS.map(([name, length]) => [`domestic.${name}`, length]),
        ),
        ...cutFrom(content, 31, CARD_TOTALS),
      ],
    };
  if (mti.startsWith('03') && code === '201')
    return {
      parts: cut(content, [
        ['count', 2],
        ['details', 999],
      ]),
    };
  if (mti.startsWith('03')) return { parts: cut(content, [['count', size]]) };
  return size === 12 && content.step.isPacked ? { parts: cut(content, [['tip', 12]]) } : undefined;
}

function cutFrom(content: Content, from: number, cuts: readonly Cut[]): Inside[] {
  let at = from;
  return cuts.map(([name, size]) => {
    const part = piece(content, { name: `foreign.${name}`, at, size });
    at += size;
    return part;
  });
}

const BALANCE_CUTS: readonly Cut[] = [
  ['account', 2],
  ['kind', 2],
  ['currency', 3],
  ['sign', 1],
  ['amount', 12],
];

function insideF54(content: Content): Opened | undefined {
  const { value } = content;
  const read = readF54(typeof value === 'string' ? value : (toAscii(value) ?? ''));
  if (read === undefined) return undefined;
  if (read.use === 'cumulative')
    return {
      parts: cut(content, [
        ['mark', 2],
        ['cumulative', 12],
      ]),
    };
  return {
    parts: cut(
      content,
      read.balances.flatMap(() => BALANCE_CUTS),
    ),
  };
}
