import {
  encryptTrack,
  F59_PIN,
  fromHex,
  pinBlock,
  readBerTlv,
  sealPin,
  toHex,
  writeBerTlv,
  writeF59,
} from '@kaitong/iso8583';
import type { FieldValue, Tlv } from '@kaitong/iso8583';
import { dayOf } from '@kaitong/values';
import { workCipher } from './ciphers.ts';
import type { ChipAnswer } from './chip.ts';
import type { Held } from './state.ts';

export type CardEntry = 'chip' | 'swipe' | 'contactless' | 'manual';

export type Card = {
  readonly pan: string;
  /** YYMM. */
  readonly expiry?: string;
  /** Without sentinels; `=` or `D` separates. */
  readonly track2?: string;
  readonly pin?: string;
  readonly entry: CardEntry;
  /** Tag 5F34, three digits. */
  readonly sequence?: string;
  /** What the chip gave, as BER-TLV: cryptogram, counter, issuer data. */
  readonly chip?: Uint8Array;
  /** Hears the issuer's answer (F55) and has the last word; without it the card accepts. */
  readonly finish?: (issuer: Uint8Array) => Promise<ChipAnswer>;
};

/** Digits 1–2 of F22. */
export const ENTRY_CODES: Readonly<Record<CardEntry, string>> = {
  manual: '01',
  swipe: '02',
  chip: '05',
  contactless: '07',
};

// With the terminal's own tags it stays within the 255 bytes that older hosts take.
const CHIP_BYTES_MAX = 180;

/** Whether the card can be sent at all; the host decides the rest. */
export function isCardValid({ pan, expiry, track2, pin, entry, sequence, chip }: Card): boolean {
  return (
    /^\d{13,19}$/.test(pan) &&
    (expiry === undefined || /^\d{2}(0[1-9]|1[0-2])$/.test(expiry)) &&
    (track2 === undefined || isTrackOf(pan, track2)) &&
    (pin === undefined || /^\d{4,12}$/.test(pin)) &&
    (sequence === undefined || /^\d{3}$/.test(sequence)) &&
    (chip === undefined || (chip.length <= CHIP_BYTES_MAX && readBerTlv(chip) !== undefined)) &&
    // A manual entry without an expiry date, or a swipe without anything on the stripe, is no card.
    (entry !== 'manual' || expiry !== undefined) &&
    (entry !== 'swipe' || track2 !== undefined || expiry !== undefined)
  );
}

function isTrackOf(pan: string, track2: string): boolean {
  return /^\d{13,19}[=D]\d{4,}$/.test(track2) && track2.length <= 37 && track2.startsWith(pan);
}

/** The fields that a card gives: by the way it was read, and by its PIN. */
export function cardFields(
  held: Held,
  card: Card,
  amount: string,
): Readonly<Record<number, FieldValue>> {
  const hasPin = card.pin !== undefined;
  const isRead = card.entry === 'chip' || card.entry === 'contactless';
  const track2 = card.track2 ?? (card.entry === 'swipe' ? `${card.pan}=${card.expiry}` : undefined);
  return {
    // A plain swipe sends no F2: the host takes the number from the track.
    ...(card.entry === 'swipe' ? {} : { 2: card.pan }),
    ...(card.entry === 'swipe' || card.expiry === undefined ? {} : { 14: card.expiry }),
    22: ENTRY_CODES[card.entry] + (hasPin ? '1' : '2'),
    ...(isRead ? { 23: card.sequence ?? '000', 55: chipData(held, card, amount) } : {}),
    ...(card.entry === 'manual' || track2 === undefined ? {} : { 35: trackField(held, track2) }),
    ...(card.pin === undefined ? {} : pinFields(held, card.pan, card.pin)),
    ...securityField(held, { hasPin, hasTrack: card.entry !== 'manual' && track2 !== undefined }),
  };
}

function trackField(held: Held, track2: string): string {
  const { tdk } = held.state.keys ?? {};
  if (tdk === undefined) return track2;
  return encryptTrack(track2, { key: fromHex(tdk), cipher: workCipher(held) });
}

/** F53: PIN with card number, which cipher, and whether the track is under the track key. */
function securityField({ state }: Held, { hasPin, hasTrack }: Secured): Record<number, FieldValue> {
  const isSealed = hasTrack && state.keys?.tdk !== undefined;
  if (!hasPin && !isSealed) return {};
  const isSm4 = state.installed.signInCode === '005' || state.installed.signInCode === '006';
  const isSingle = state.keys?.pik.length === 16;
  const algorithm = isSm4 ? '3' : isSingle ? '0' : '6';
  return { 53: `${hasPin ? '2' : '0'}${algorithm}${isSealed ? '1' : '0'}`.padEnd(16, '0') };
}

type Secured = { readonly hasPin: boolean; readonly hasTrack: boolean };

const PIN_BLOCK_BYTES = 8;

/** PIN block with card number under the PIN key. */
function pinFields(held: Held, pan: string, pin: string): Record<number, FieldValue> {
  const use = { key: fromHex(held.state.keys?.pik ?? ''), cipher: workCipher(held) };
  const sealed = sealPin(pinBlock(pin, pan), use);
  if (sealed.length === PIN_BLOCK_BYTES) return { 26: '12', 52: sealed };
  // Under SM4 the block is wider than F52, and goes into F59 (docs/protocol.md §4.4).
  return {
    26: '12',
    52: new Uint8Array(PIN_BLOCK_BYTES),
    59: writeF59([{ tag: F59_PIN, value: sealed }]),
  };
}

/** The order of F55 in a request (UnionPay POS specification, F55). */
const CHIP_ORDER =
  '9F26 9F27 9F10 9F37 9F36 95 9A 9C 9F02 5F2A 82 9F1A 9F03 9F33 9F34 9F35 9F1E 84 9F09 9F41'.split(
    ' ',
  );

/** What the terminal knows, together with what the chip gave; the chip's word goes first. */
function chipData(held: Held, card: Card, amount: string): Uint8Array {
  const fromCard = card.chip === undefined ? [] : (readBerTlv(card.chip) ?? []);
  const known = new Map([...ownTags(held, amount), ...fromCard].map((each) => [each.tag, each]));
  return writeBerTlv(CHIP_ORDER.flatMap((tag) => known.get(tag) ?? []));
}

function ownTags({ ports }: Held, amount: string): Tlv[] {
  const today = dayOf(ports.clock.now()).slice(2).replaceAll('-', '');
  const tags = {
    '9F37': toHex(ports.random(4)),
    '95': '0000000000',
    '9A': today,
    '9C': '00',
    '9F02': amount,
    '5F2A': '0156',
    '9F1A': '0156',
    '9F03': '000000000000',
    '9F33': 'E0F8C8',
    '9F35': '22',
  };
  return Object.entries(tags).map(([tag, value]) => ({ tag, value: fromHex(value) }));
}
