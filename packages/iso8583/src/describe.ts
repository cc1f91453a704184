/**
 * The X-ray of a frame: what stands where, named and covered, as data; `describeText` makes it text.
 * It takes any bytes, and shows no card number, PIN, track or key of them.
 */
import { HEX_OF_BYTE } from './bytes.ts';
import type { Dialect } from './dialect.ts';
import { partName } from './field-names.ts';
import { inside } from './inside.ts';
import type { Content, Inside } from './inside.ts';
import { isHeadOfOurs, isLikely } from './likely.ts';
import { macVerdict } from './mac-verdict.ts';
import type { MacKeys, MacVerdict } from './mac-verdict.ts';
import { looksPacked, maskPart } from './mask.ts';
import type { Shown, Sight } from './mask.ts';
import { PARAMETERS } from './parameters.ts';
import { planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { Profile } from './profile.ts';
import { scan } from './scan.ts';
import type { DecodeError, Part } from './scan.ts';
import { readF60 } from './subfields.ts';
import type { TlvError } from './tlv.ts';
import type { Lang } from './words.ts';

/** One line of the X-ray of a frame. */
export type DescribedPart = {
  /** `tpdu`, `F4`, and inside fields `F60.1`, `F55.9F26`, `F59.A2.03`. */
  readonly path: string;
  readonly field?: number;
  readonly offset: number;
  /** In bytes; a part of packed digits may share its first and last byte with its neighbours. */
  readonly length: number;
  readonly name: string;
  /** Safe to show and to log: no card number, track, PIN or key in full. */
  readonly shown: string;
  /** Its bytes, two letters each; `**` where a byte must not be seen. */
  readonly hex: string;
  readonly children: readonly DescribedPart[];
};

export type Description = {
  readonly parts: readonly DescribedPart[];
  /** The fields that the bitmaps announce, as far as they could be read. */
  readonly bits: readonly number[];
  /** The whole frame as hex, `**` where a byte must not be seen or was not understood. */
  readonly hex: string;
  /** Where reading stopped, when it did; the parts before it are still described. */
  readonly error?: DecodeError;
  /** What does not add up inside fields. */
  readonly inner: readonly TlvError[];
  /** Whether the MAC is right, and what would have made it so; only when keys were given. */
  readonly mac?: MacVerdict;
};

export type DescribeOptions = {
  /** Simplified Chinese when it is not said. */
  readonly lang?: Lang;
  /** With keys, the MAC is proved; no key is shown. */
  readonly mac?: MacKeys;
  /** Reads text that is not ASCII, such as a `TextDecoder` of the profile's charset does. */
  readonly textOf?: (bytes: Uint8Array) => string;
};

/** Takes a frame (without its two length bytes) apart for people. */
export function describe(
  profile: Profile,
  bytes: Uint8Array,
  options: DescribeOptions = {},
): Description {
  const { lang = 'zh-Hans', mac, textOf } = options;
  const parts: Part[] = [];
  const plan = planOf(profile);
  const read = scan(plan, bytes, parts);
  const isStranger = !isHeadOfOurs(profile, parts);
  const isStrict = !read.ok || isStranger || !isLikely(profile, parts);
  const sight: Sight = { isStrict, isStranger, textOf };
  // A byte is uncovered by the part that may show it, so what nobody understood stays covered.
  const look: Look = { bytes, covered: new Uint8Array(bytes.length).fill(1), sight, lang };
  const opened = parts.map((part) => openPart(part, { profile, plan, parts }));
  const seen = seeAll(
    opened.map(({ part }) => part),
    look,
  );
  if (isStranger) uncover(look, 0, STRANGER_BYTES);
  return {
    parts: seen.map((part) => named(part, look)),
    bits: isBitmapSeen(seen) ? bitsOf(parts) : [],
    hex: hexOf(look, 0, bytes.length),
    inner: opened.flatMap(({ error }) => error ?? []),
    ...(read.ok ? {} : { error: read.error }),
    ...(mac === undefined ? {} : { mac: macVerdict(profile, bytes, mac) }),
  };
}

/** Enough to see what kind of stranger a frame is. */
const STRANGER_BYTES = 2;

function isBitmapSeen(seen: readonly Seen[]): boolean {
  return seen.some(({ part, isCovered }) => part.path === 'bitmap' && !isCovered);
}

function bitsOf(parts: readonly Part[]): number[] {
  const bitmap = parts.find(({ path }) => path === 'bitmap')?.value;
  if (typeof bitmap !== 'string') return [];
  const bits = Array.from(bitmap, (letter) => parseInt(letter, 16).toString(2).padStart(4, '0'));
  return Array.from(bits.join('')).flatMap((bit, i) => (bit === '1' && i > 0 ? [i + 1] : []));
}

/** A part whose `head` (length or tag) is told from its content. */
type Whole = Inside & {
  readonly field?: number;
  readonly head: number;
  /** What is inside does not add up, so it may be anything. */
  readonly isBroken?: true;
};

type Frame = { readonly profile: Profile; readonly plan: Plan; readonly parts: readonly Part[] };

function openPart(part: Part, frame: Frame): { part: Whole; error?: TlvError } {
  const step = frame.plan.steps[part.field ?? 0];
  if (step === undefined) return { part: { ...part, head: 0, children: [] } };
  const { error, parts: children } = inside({
    step,
    value: part.value,
    offset: part.offset + step.prefixBytes,
    ...contextOf(frame),
  });
  const whole = { ...part, head: step.prefixBytes, children };
  return error === undefined ? { part: whole } : { part: { ...whole, isBroken: true }, error };
}

type Context = Pick<Content, 'mti' | 'type' | 'code' | 'isTerminalLine' | 'parameters'>;

function contextOf({ profile, parts }: Frame): Context {
  const valueOf = (path: string) => String(parts.find((part) => part.path === path)?.value ?? '');
  const f60 = readF60(valueOf('F60'));
  const dialect = 'settings' in profile ? (profile as Dialect) : undefined;
  return {
    mti: valueOf('mti'),
    type: f60?.type ?? '',
    code: f60?.code ?? '',
    isTerminalLine: dialect !== undefined,
    parameters: dialect?.parameterTable ?? PARAMETERS,
  };
}

type Look = {
  readonly bytes: Uint8Array;
  readonly covered: Uint8Array;
  readonly sight: Sight;
  readonly lang: Lang;
};

type Seen = {
  readonly part: Omit<Whole, 'children' | 'value'>;
  readonly shown: string;
  readonly isCovered: boolean;
  readonly children: readonly Seen[];
};

/** For what is shown to nobody. */
const BLIND: Sight = { isStrict: true, isStranger: true, textOf: undefined };

/** Ten digits in a row are no card number. */
const ROW_MAX = 10;

/**
 * Short fields that stand side by side, or behind the bitmap, may be one card number when a broken frame
 * lies: so a part is covered where the row of digits would get too long.
 */
function seeAll(parts: readonly Whole[], look: Look): Seen[] {
  let row = 0;
  return parts.map((part) => {
    if (!look.sight.isStrict) return see(part, look);
    if (part.field === undefined) {
      row = /\d*$/.exec(String(part.value))?.[0].length ?? 0;
      return see(part, look);
    }
    row += part.length * 2;
    if (row <= ROW_MAX) return see(part, look);
    row = 0;
    return see(part, { ...look, sight: BLIND });
  });
}

/** Decides what may be seen of a part, and uncovers its bytes. */
function see(part: Whole, look: Look): Seen {
  const { children, ...rest } = part;
  if (!look.sight.isStranger) uncover(look, part.offset, part.head);
  const whole = maskPart(part.path, part.value, look.sight);
  const isTooMuch = whole.isCovered && (look.sight.isStrict || looksPacked(part.value));
  if (children.length === 0 || isTooMuch) return leaf(rest, whole, look);
  const below = part.isBroken ? { ...look, sight: BLIND } : look;
  const inner = children.map((child) => see({ ...child, head: headOf(child) }, below));
  return { part: rest, shown: joined(part, inner), isCovered: false, children: inner };
}

function leaf(part: Omit<Whole, 'children'>, { text, isCovered }: Shown, look: Look): Seen {
  if (!isCovered) uncover(look, part.offset, part.length);
  return { part, shown: text, isCovered, children: [] };
}

function uncover({ covered }: Look, offset: number, length: number): void {
  covered.fill(0, offset, offset + length);
}

/** Tag and length stand before bytes; a piece of digits is all content. */
function headOf({ length, value }: Inside): number {
  return typeof value === 'string' ? 0 : length - value.length;
}

/** Entries with their tags; pieces of digits with spaces between, short ones as they are. */
function joined({ path, value }: Whole, inner: readonly Seen[]): string {
  const isWhole = inner.every(({ isCovered }) => !isCovered);
  if (typeof value === 'string' && value.length <= 6 && isWhole)
    return inner.map(({ shown }) => shown).join('');
  const areTags = typeof value !== 'string';
  return inner
    .map(({ part, shown }) => (areTags ? `${part.path.slice(path.length + 1)}=${shown}` : shown))
    .join(' ');
}

function named({ part, shown, children }: Seen, look: Look): DescribedPart {
  const { path, field, offset, length } = part;
  return {
    path,
    ...(field === undefined ? {} : { field }),
    offset,
    length,
    name: partName(path)[look.lang],
    shown,
    hex: hexOf(look, offset, length),
    children: children.map((child) => named(child, look)),
  };
}

function hexOf({ bytes, covered }: Look, offset: number, length: number): string {
  const letters: string[] = [];
  for (let at = offset; at < offset + length; at++)
    letters.push(covered[at] === 0 ? (HEX_OF_BYTE[bytes[at] ?? 0] ?? '') : '**');
  return letters.join(' ');
}
