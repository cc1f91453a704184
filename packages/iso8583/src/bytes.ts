/** Two upper-case letters for each byte. */
export const HEX_OF_BYTE: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
);

/** The value of a hex letter by its character code; 255 is none. */
const NIBBLE_OF_CODE: Uint8Array = new Uint8Array(128).fill(255);
for (const [value, letter] of Array.from('0123456789ABCDEF').entries()) {
  NIBBLE_OF_CODE[letter.charCodeAt(0)] = value;
  NIBBLE_OF_CODE[letter.toLowerCase().charCodeAt(0)] = value;
}

/** Upper-case hex of the bytes. */
export function toHex(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i++) out += HEX_OF_BYTE[bytes[i] ?? 0] ?? '';
  return out;
}

/** The value of the hex letter at a place of a text; 255 when it is none. */
export function nibbleAt(text: string, at: number): number {
  return NIBBLE_OF_CODE[text.charCodeAt(at)] ?? 255;
}

/** The bytes that a hex text of even length spells. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  let isBad = hex.length % 2 !== 0;
  for (let i = 0; i < bytes.length; i++) {
    const [high, low] = [nibbleAt(hex, 2 * i), nibbleAt(hex, 2 * i + 1)];
    isBad ||= high > 15 || low > 15;
    bytes[i] = (high << 4) | low;
  }
  if (isBad) throw new RangeError('hex takes an even count of 0–9 and A–F');
  return bytes;
}

/** One byte a character; characters beyond ASCII are refused. */
export function fromAscii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) throw new RangeError('text beyond ASCII must be given as bytes');
    bytes[i] = code;
  }
  return bytes;
}

/** The text, when every byte is ASCII. */
export function toAscii(bytes: Uint8Array): string | undefined {
  let out = '';
  for (const byte of bytes) {
    if (byte > 0x7f) return undefined;
    out += String.fromCharCode(byte);
  }
  return out;
}

/** One array of all the parts. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** Lays the bytes upon the first of the target, which it changes and gives back. */
export function xorInto(target: Uint8Array, bytes: Uint8Array): Uint8Array {
  for (let i = 0; i < bytes.length; i++) target[i] = (target[i] ?? 0) ^ (bytes[i] ?? 0);
  return target;
}

/** Compares without stopping early, so that time tells nothing about a MAC or a check value. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
