/**
 * PIN blocks under their keys (ISO 9564-1; UnionPay POS specification, F52; protocol.md §4.4). Under
 * a cipher of 16-byte blocks the 8-byte formats are filled with zeros on the right (F59 A1, SM4).
 */
import { xorInto } from './bytes.ts';
import type { KeyUse } from './cipher.ts';
import { digitsIn, panField, pinField, type Chance, type PinFormat } from './pin-field.ts';

/** How a PIN is carried on one line: its format, its key, and the card that it belongs to. */
export type PinSide = KeyUse & { readonly format: PinFormat; readonly pan?: string };

/**
 * A PIN, one digit a byte, as a block under the key. Formats 1, 3 and 4 need chance. Throws a
 * RangeError when the PIN, the card number or the cipher does not fit the format.
 */
export function encryptPin(pin: Uint8Array, side: PinSide, chance?: Chance): Uint8Array {
  const card = panField(side.format, side.pan);
  const field = pinField(pin, side.format, chance);
  try {
    if (side.format !== 'iso4') return sealPin(xorInto(field, card), side);
    checkWide(side);
    const once = side.cipher.encrypt(side.key, field);
    return side.cipher.encrypt(side.key, xorInto(once, card));
  } finally {
    field.fill(0);
  }
}

/** The digits of a block, one a byte: zero them after use. Nothing: wrong key, card or format. */
export function decryptPin(sealed: Uint8Array, side: PinSide): Uint8Array | undefined {
  const { cipher, key, format, pan } = side;
  if (sealed.length !== cipher.blockBytes) return undefined;
  const card = panField(format, pan);
  if (format !== 'iso4') {
    const block = openPin(sealed, side);
    const digits = block.length === 8 ? digitsIn(xorInto(block, card), format) : undefined;
    block.fill(0);
    return digits;
  }
  checkWide(side);
  const field = cipher.decrypt(key, xorInto(cipher.decrypt(key, sealed), card));
  const digits = digitsIn(field, format);
  field.fill(0);
  return digits;
}

function checkWide({ cipher }: PinSide): void {
  if (cipher.blockBytes !== 16) throw new RangeError('PIN format 4 is for blocks of 16 bytes');
}

export type PinTranslation = {
  readonly sealed: Uint8Array;
  readonly from: PinSide;
  readonly to: PinSide;
  readonly chance?: Chance;
};

/**
 * Takes a PIN from one line to the other; what was clear in between is zeroed. Undefined when the
 * block does not open. Throws a RangeError for what ISO 9564-1 forbids: another card number, or
 * a format that is bound to no card made from one that is.
 */
export function translatePin({ sealed, from, to, chance }: PinTranslation): Uint8Array | undefined {
  if (isBound(from) && !isBound(to))
    throw new RangeError('a PIN bound to its card is not made free of it');
  if (isBound(from) && from.pan !== to.pan)
    throw new RangeError('a PIN is not moved to another card');
  const pin = decryptPin(sealed, from);
  if (pin === undefined) return undefined;
  try {
    return encryptPin(pin, to, chance);
  } finally {
    pin.fill(0);
  }
}

function isBound({ format }: PinSide): boolean {
  return format === 'iso0' || format === 'iso3' || format === 'iso4';
}

/** ISO 9564 format 0 in clear. Without a card number (F53 begins with 1) its part is zeros. */
export function pinBlock(pin: string, pan?: string): Uint8Array {
  if (!/^\d{4,12}$/.test(pin)) throw new RangeError('a PIN has 4 to 12 digits');
  const format = formatFor(pan);
  const digits = Uint8Array.from(pin, Number);
  return xorInto(pinField(digits, format), panField(format, pan));
}

/** The PIN in a clear block, or nothing when the block is not one: wrong key or wrong card. */
export function pinFrom(block: Uint8Array, pan?: string): string | undefined {
  if (block.length !== 8) return undefined;
  const format = formatFor(pan);
  return digitsIn(xorInto(Uint8Array.from(block), panField(format, pan)), format)?.join('');
}

function formatFor(pan: string | undefined): PinFormat {
  return pan === undefined ? 'withoutPan' : 'iso0';
}

/** F52, or F59 A1 under SM4: the block under the PIN key. */
export function sealPin(block: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  if (block.length === cipher.blockBytes) return cipher.encrypt(key, block);
  const wide = new Uint8Array(cipher.blockBytes);
  wide.set(block);
  try {
    return cipher.encrypt(key, wide);
  } finally {
    wide.fill(0);
  }
}

/** The clear block: its 8 bytes, or all 16 when what should be zeros is not. */
export function openPin(sealed: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  const block = cipher.decrypt(key, sealed);
  return block.subarray(8).every((byte) => byte === 0) ? block.subarray(0, 8) : block;
}
