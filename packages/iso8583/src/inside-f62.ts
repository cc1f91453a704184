/** What is inside F62, which each message fills as it likes (docs/protocol.md §3.4, §3.6, §3.7). */
import { fromAscii, toAscii } from './bytes.ts';
import { readChipUpload } from './chip-upload.ts';
import { CONTACTLESS_FORM } from './contactless-parameters.ts';
import type { Content, Inside, Opened } from './inside.ts';
import { placed } from './inside-tlv.ts';
import { STATUS } from './parameters.ts';
import type { ParameterTable } from './parameters.ts';
import { readSignInSerial } from './sign-in-request.ts';
import { textTlvNodes } from './text-tlv.ts';
import { readBerTree } from './tlv.ts';
import type { TlvError } from './tlv.ts';

/** Opens F62 by its message; what is not known stays whole, and covered. */
export function insideF62(content: Content): Opened | undefined {
  const bytes = typeof content.value === 'string' ? fromAscii(content.value) : content.value;
  const isAnswer = Number(content.mti[2]) % 2 === 1;
  const frame = { bytes, offset: content.offset, isAnswer, parameters: content.parameters };
  return OPENERS[`${content.mti.slice(0, 2)} ${content.code}`]?.(frame);
}

type Held = {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly isAnswer: boolean;
  readonly parameters: ParameterTable;
};
type Opener = (held: Held) => Opened | undefined;

const PATH = 'F62';

function part(
  { bytes, offset }: Held,
  name: string,
  [from, end]: readonly [number, number],
): Inside {
  const value = bytes.slice(from, end);
  return {
    path: `${PATH}.${name}`,
    offset: offset + from,
    length: value.length,
    value,
    children: [],
  };
}

function signIn(held: Held): Opened | undefined {
  // An answer brings keys: it stays whole and covered.
  if (held.isAnswer || readSignInSerial(held.bytes) === undefined) return undefined;
  return {
    parts: [part(held, 'certificate', [13, 17]), part(held, 'serial', [17, held.bytes.length])],
  };
}

function parameters(held: Held): Opened {
  return coded(held, held.parameters);
}

function status(held: Held): Opened {
  return coded(held, STATUS);
}

/** Two digits of code, then a value of the length that the table gives. */
function coded(held: Held, table: ParameterTable): Opened {
  const parts: Inside[] = [];
  for (let at = 0; at < held.bytes.length;) {
    const code = toAscii(held.bytes.subarray(at, at + 2)) ?? '';
    const spec = Object.hasOwn(table, code) ? table[code] : undefined;
    if (spec === undefined) return { parts, error: cutAt(held, at, 'badTag') };
    const end = at + 2 + spec.bytes;
    if (end > held.bytes.length) return { parts, error: cutAt(held, at, 'truncated') };
    const content = held.bytes.slice(at + 2, end);
    const value = spec.kind === 'text' ? (toAscii(content) ?? content) : content;
    const path = `${PATH}.${spec.name}`;
    parts.push({ path, offset: held.offset + at, length: end - at, value, children: [] });
    at = end;
  }
  return { parts };
}

function cutAt(held: Held, at: number, reason: 'badTag' | 'truncated'): TlvError {
  return { offset: held.offset + at, path: PATH, reason };
}

/** One character in front of an answer, then tags; a request may be only digits. */
function tagged(held: Held): Opened | undefined {
  const { bytes, offset, isAnswer } = held;
  // The answer that brings a main key has no character in front.
  const from = isAnswer && bytes[0] !== FIRST_TAG ? 1 : 0;
  const flag = from === 1 ? [part(held, 'flag', [0, 1])] : [];
  if (!isAnswer && /^\d{3}$/.test(toAscii(bytes) ?? ''))
    return { parts: [part(held, 'received', [0, 3])] };
  const { nodes, error } = readBerTree(bytes.subarray(from));
  const parts = nodes.map(({ tag, value, offset: at, length }) => {
    return { path: `${PATH}.${tag}`, offset: offset + from + at, length, value, children: [] };
  });
  const all = { parts: [...flag, ...parts] };
  return error === undefined ? all : { ...all, error: placed(error, PATH, offset + from) };
}

/** DF, with which the tags of a main key begin. */
const FIRST_TAG = 0xdf;

function contactless({ bytes, offset }: Held): Opened | undefined {
  const { nodes, error } = textTlvNodes(bytes, CONTACTLESS_FORM);
  const parts = nodes.map(({ tag, value, offset: at, length }) => {
    return { path: `${PATH}.${tag}`, offset: offset + at, length, value, children: [] };
  });
  return error === undefined ? { parts } : { parts, error: placed(error, PATH, offset) };
}

function bins(held: Held): Opened {
  if (!held.isAnswer) return { parts: [part(held, 'received', [0, 3])] };
  const rest = part(held, 'bins', [4, held.bytes.length]);
  return { parts: [part(held, 'flag', [0, 1]), part(held, 'received', [1, 4]), rest] };
}

function chipUpload(held: Held): Opened | undefined {
  const upload = readChipUpload(held.bytes);
  if (upload === undefined) return undefined;
  return {
    parts: [
      part(held, 'form', [0, 2]),
      part(held, 'cardClass', [2, 4]),
      part(held, 'reason', [4, 6]),
      part(held, 'amount', [6, 18]),
      part(held, 'currency', [18, 21]),
      ...(upload.form === '71' ? [part(held, 'cryptogram', [21, held.bytes.length])] : []),
    ],
  };
}

const OPENERS: Readonly<Record<string, Opener>> = {
  '08 001': signIn,
  '08 003': signIn,
  '08 004': signIn,
  '08 005': signIn,
  '08 006': signIn,
  '08 350': tagged,
  '08 352': tagged,
  '08 360': parameters,
  '08 362': status,
  '08 370': tagged,
  '08 372': tagged,
  '08 373': tagged,
  '08 380': tagged,
  '08 382': tagged,
  '08 390': bins,
  '08 394': contactless,
  '08 396': bins,
  '08 398': bins,
  '03 203': chipUpload,
  '03 204': chipUpload,
  '03 205': chipUpload,
  '03 206': chipUpload,
};
