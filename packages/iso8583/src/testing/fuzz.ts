/**
 * A seeded fuzzer: published frames and made ones, damaged in the ways of a line and of an attacker.
 * What a frame did wrong is said in a sentence, and is then kept in crashers.json for ever.
 */
import { fromAscii, fromHex, sameBytes, toHex } from '../bytes.ts';
import { decode } from '../decode.ts';
import { describeText } from '../describe-text.ts';
import { describe } from '../describe.ts';
import { encode } from '../encode.ts';
import { iso87Ascii, iso87Binary } from '../iso87.ts';
import type { Message, Profile } from '../profile.ts';
import { writeF59 } from '../text-tlv.ts';
import { writeBerTlv } from '../tlv.ts';
import { unionpay } from '../unionpay.ts';
import vectors from './frames.json' with { type: 'json' };

export const FUZZED_PROFILES: Readonly<Record<string, Profile>> = {
  unionpay,
  iso87Binary,
  iso87Ascii,
};

export type Crasher = { readonly profile: string; readonly hex: string; readonly what: string };

/** A number from 0 to below the bound, from a seed (mulberry32). */
export type Chance = (below: number) => number;

/** The same numbers for the same seed, on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** No zeros, so that no other number looks like a part of it; of no card. */
const PAN = '6212345678987654321';

/** Damages `count` frames; what went wrong, at most a few of them. */
export function fuzz({
  seed,
  count,
}: {
  readonly seed: number;
  readonly count: number;
}): Crasher[] {
  const chance = chanceOf(seed);
  const crashers: Crasher[] = [];
  for (let i = 0; i < count && crashers.length < CRASHERS_MAX; i++) {
    const { name, bytes } = oneFrame(chance);
    // The X-ray is ten times the work of reading: every eighth frame gets it.
    const what = troubleWith(FUZZED_PROFILES[name] ?? unionpay, bytes, { withXray: i % 8 === 0 });
    if (what !== undefined) crashers.push({ profile: name, hex: toHex(bytes), what });
  }
  return crashers;
}

const CRASHERS_MAX = 10;

function oneFrame(chance: Chance): { name: string; bytes: Uint8Array } {
  const names = Object.keys(FUZZED_PROFILES);
  const name = names[chance(4)] ?? 'unionpay';
  if (chance(20) === 0) return { name, bytes: noise(chance, chance(400)) };
  const seeds = SEEDS[name] ?? [];
  let bytes = seeds[chance(seeds.length)] ?? new Uint8Array();
  for (let times = chance(4); times >= 0; times--)
    bytes = (DAMAGES[chance(DAMAGES.length)] ?? cut)(bytes, chance);
  return { name, bytes };
}

type Damage = (bytes: Uint8Array, chance: Chance) => Uint8Array;

const keep: Damage = (bytes) => bytes;
const cut: Damage = (bytes, chance) => bytes.slice(0, chance(bytes.length + 1));
const behead: Damage = (bytes, chance) => bytes.slice(chance(Math.min(20, bytes.length + 1)));
const change: Damage = (bytes, chance) => {
  const out = bytes.slice();
  out[chance(out.length)] = chance(256);
  return out;
};
const flip: Damage = (bytes, chance) => {
  const out = bytes.slice();
  const at = chance(out.length);
  out[at] = (out[at] ?? 0) ^ (1 << chance(8));
  return out;
};
/** Bitmaps and lengths are where frames lie best. */
const flipBitmap: Damage = (bytes, chance) => {
  const out = bytes.slice();
  const at = 13 + chance(8);
  if (at < out.length) out[at] = (out[at] ?? 0) ^ (1 << chance(8));
  return out;
};
const remove: Damage = (bytes, chance) => {
  const at = chance(bytes.length + 1);
  return Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1 + chance(4)));
};
const insert: Damage = (bytes, chance) => {
  const at = chance(bytes.length + 1);
  return Uint8Array.of(
    ...bytes.subarray(0, at),
    ...noise(chance, 1 + chance(4)),
    ...bytes.subarray(at),
  );
};
const repeat: Damage = (bytes, chance) => {
  const from = chance(bytes.length + 1);
  return Uint8Array.of(...bytes, ...bytes.subarray(from, from + chance(40)));
};
const DAMAGES: readonly Damage[] = [
  keep,
  cut,
  behead,
  change,
  change,
  flip,
  flip,
  flipBitmap,
  remove,
  insert,
  repeat,
];

function noise(chance: Chance, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => chance(256));
}

/** What a frame did that no frame may do; nothing when all is well. */
export function troubleWith(
  profile: Profile,
  bytes: Uint8Array,
  { withXray }: { readonly withXray: boolean },
): string | undefined {
  try {
    const read = decode(profile, bytes);
    if (!read.ok && (read.error.offset < 0 || read.error.offset > bytes.length))
      return 'the error lies outside the frame';
    if (read.ok && !sameBytes(encode(profile, read.message), bytes))
      return 'it came back as other bytes';
    return withXray ? xrayTrouble(profile, bytes) : undefined;
  } catch (cause) {
    return `it threw: ${String(cause)}`;
  }
}

function xrayTrouble(profile: Profile, bytes: Uint8Array): string | undefined {
  const description = describe(profile, bytes, { lang: 'en' });
  const shown = `${describeText(description, 'en')}\n${description.hex.replaceAll(' ', '')}`;
  for (let at = 0; at + 11 <= PAN.length; at++)
    if (shown.includes(PAN.slice(at, at + 11))) return 'it showed a card number';
  return undefined;
}

const HEAD = { tpdu: '6000030000', header: '603100000000' };

function seedsOf(profile: Profile): Uint8Array[] {
  const messages: Message[] = [
    {
      mti: '0200',
      fields: { 2: PAN, 3: '000000', 4: '000000000100', 11: '000123', 35: `${PAN}D3012` },
    },
    { mti: '0400', fields: { 2: PAN, 11: '000123', 22: '021', 39: '98', 53: '2600000000000000' } },
  ];
  const head = profile.hasRouting ? HEAD : {};
  return messages.map((message) => encode(profile, { ...head, ...message }));
}

const PACKED = fromHex(`${PAN}F`);
const OF_THE_TERMINAL: readonly Message['fields'][] = [
  {
    55: writeBerTlv([
      { tag: '5A', value: PACKED },
      { tag: '9F36', value: fromHex('0047') },
    ]),
  },
  { 59: writeF59([{ tag: 'A3', value: fromAscii(PAN) }]), 60: '22000001000' },
  { 48: `010000000120${PAN}000000000100`.slice(0, 42), 60: '00000001201' },
  { 60: '00000001360', 62: fromAscii(`123014${PAN.slice(0, 14)}`) },
  { 46: `PI0230219${PAN}`, 63: `CUP${PAN}`, 61: '0000010000020826' },
  { 36: `99${PAN}D156`, 62: PACKED },
];

const SEEDS: Readonly<Record<string, readonly Uint8Array[]>> = {
  unionpay: [
    ...vectors.vectors.map(({ hex, hasLength }) => fromHex(hasLength ? hex.slice(4) : hex)),
    ...seedsOf(unionpay),
    ...OF_THE_TERMINAL.flatMap((fields) =>
      ['0200', '0320', '0810'].map((mti) => encode(unionpay, { ...HEAD, mti, fields })),
    ),
  ],
  iso87Binary: seedsOf(iso87Binary),
  iso87Ascii: seedsOf(iso87Ascii),
};
