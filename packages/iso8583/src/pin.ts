import { fromHex, toHex, xor } from './bytes.ts';
import type { KeyUse } from './cipher.ts';

const PIN_DIGITS_MIN = 4;
const PIN_DIGITS_MAX = 12;

/** ISO 9564 format 0. Without a card number (F53 begins with 1) its part is zeros. */
export function pinBlock(pin: string, pan?: string): Uint8Array {
  if (!/^\d{4,12}$/.test(pin)) throw new RangeError('a PIN has 4 to 12 digits');
  const length = pin.length.toString(16).padStart(2, '0');
  return xor(fromHex((length + pin).padEnd(16, 'F')), panPart(pan));
}

/** The PIN in a clear block, or nothing when the block is not one: wrong key or wrong card. */
export function pinFrom(block: Uint8Array, pan?: string): string | undefined {
  if (block.length !== 8) return undefined;
  const text = toHex(xor(block, panPart(pan)));
  const length = parseInt(text.slice(0, 2), 16);
  if (length < PIN_DIGITS_MIN || length > PIN_DIGITS_MAX) return undefined;
  const pin = text.slice(2, 2 + length);
  const filler = text.slice(2 + length);
  return /^\d+$/.test(pin) && /^F*$/.test(filler) ? pin : undefined;
}

/** F52: the block under the PIN key. */
export function sealPin(block: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  return cipher.encrypt(key, block);
}

/** The clear block of F52. */
export function openPin(f52: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  return cipher.decrypt(key, f52);
}

/** The twelve digits left of the check digit. */
function panPart(pan?: string): Uint8Array {
  if (pan === undefined) return new Uint8Array(8);
  if (!/^\d{13,19}$/.test(pan)) throw new RangeError('a card number has 13 to 19 digits');
  return fromHex(`0000${pan.slice(-13, -1)}`);
}
