import { xorInto } from './bytes.ts';
import type { KeyUse } from './cipher.ts';

/**
 * CMAC (NIST SP 800-38B, RFC 4493) of the data: a whole block, 16 bytes under AES and SM4, 8 under
 * triple DES. Throws a RangeError when the key has a wrong length.
 */
export function cmacOf(data: Uint8Array, { key, cipher }: KeyUse): Uint8Array {
  const size = cipher.blockBytes;
  const whole = data.length > 0 && data.length % size === 0;
  const start = cipher.encrypt(key, new Uint8Array(size));
  const first = doubled(start);
  const last = whole ? first : doubled(first);
  const end = whole ? data.length - size : data.length - (data.length % size);
  let state: Uint8Array = new Uint8Array(size);
  for (let at = 0; at < end; at += size)
    state = cipher.encrypt(key, xorInto(state, data.subarray(at, at + size)));
  xorInto(last, data.subarray(end));
  if (!whole) last[data.length - end] = (last[data.length - end] ?? 0) ^ 0x80;
  return cipher.encrypt(key, xorInto(state, last));
}

/** Times x in the field of the block size. */
function doubled(block: Uint8Array): Uint8Array {
  const out = block.map((byte, i) => (byte << 1) | ((block[i + 1] ?? 0) >> 7));
  const isOver = ((block[0] ?? 0) & 0x80) !== 0;
  const end = out.length - 1;
  if (isOver) out[end] = (out[end] ?? 0) ^ (out.length === 16 ? 0x87 : 0x1b);
  return out;
}
