/**
 * Why a MAC is wrong: the same bytes are tried with what people get wrong first. An answer here helps
 * whoever connects a new terminal; it names no key and prints no digit.
 */
import { concat, fromAscii, sameBytes, toHex } from './bytes.ts';
import { decode } from './decode.ts';
import { bodyOffset, encode } from './encode.ts';
import { MAC_BYTES, macOf } from './mac-algorithms.ts';
import type { MacAlgorithm, MacKey } from './mac-algorithms.ts';
import { signedIn } from './mac.ts';
import type { Signed } from './mac.ts';
import type { PadNibble, Profile } from './profile.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

/** The key that should have made the MAC, and those that were used before it. */
export type MacKeys = { readonly current: MacKey; readonly previous?: readonly MacKey[] };

export type MacCause =
  | 'oldKey'
  | 'otherMode'
  | 'withHeader'
  | 'withoutMti'
  | 'withMacField'
  | 'padding80'
  | 'nibbleOrder'
  | 'padNibble'
  | 'spelling';

export type MacVerdict =
  | { readonly verdict: 'right' | 'absent' }
  /** `causes` is the shortest explanation that was found; empty when there is none. */
  | { readonly verdict: 'wrong'; readonly causes: readonly MacCause[] };

/** Proves the MAC of a frame, and looks for what would have made a wrong one right. */
export function macVerdict(profile: Profile, bytes: Uint8Array, keys: MacKeys): MacVerdict {
  const signed = signedIn(profile, bytes);
  if (signed === undefined) return { verdict: 'absent' };
  const frame: Frame = { profile, bytes, ...signed };
  if (fits(frame, signed.data, keys.current)) return { verdict: 'right' };
  return { verdict: 'wrong', causes: causesOf(frame, keys) };
}

type Frame = Signed & { readonly profile: Profile; readonly bytes: Uint8Array };

/** One way to be wrong: in the data, in the key, or both. */
type Guess = { readonly causes: readonly MacCause[] };
type DataGuess = Guess & { readonly data: Uint8Array };
type KeyGuess = Guess & { readonly key: MacKey };

/** One cause is likelier than two. */
function causesOf(frame: Frame, keys: MacKeys): readonly MacCause[] {
  const guesses = keyGuesses(keys).flatMap((key) =>
    dataGuesses(frame).map((data) => ({
      ...key,
      ...data,
      causes: [...key.causes, ...data.causes],
    })),
  );
  const found = guesses
    .filter(({ causes }) => causes.length > 0)
    .toSorted((a, b) => a.causes.length - b.causes.length)
    .find(({ data, key }) => fits(frame, data, key));
  if (found !== undefined) return found.causes;
  return isSpelledOtherwise(frame, keys.current) ? ['spelling'] : [];
}

function keyGuesses({ current, previous = [] }: MacKeys): KeyGuess[] {
  const keys: KeyGuess[] = [
    { causes: [], key: current },
    ...previous.map((key) => ({ causes: ['oldKey'] as const, key })),
  ];
  return keys.flatMap(({ causes, key }) => [
    { causes, key },
    ...MODES.filter((mode) => mode !== key.algorithm).map((algorithm) => ({
      causes: [...causes, 'otherMode'] as const,
      key: { ...key, algorithm },
    })),
  ]);
}

const MODES: readonly MacAlgorithm[] = ['cupEcb', 'x9.19', 'x9.9', 'xor3des', 'cmac'];

function dataGuesses({ profile, bytes, data }: Frame): DataGuess[] {
  const from = bodyOffset(profile);
  const swapped = data.map((byte) => ((byte & 15) << 4) | (byte >> 4));
  return [
    { causes: [], data },
    ...(from === 0
      ? []
      : [{ causes: ['withHeader'] as const, data: bytes.subarray(0, from + data.length) }]),
    { causes: ['withoutMti'], data: data.subarray(profile.head === 'spelled' ? 4 : 2) },
    // Whoever makes the MAC over the finished frame counts the field itself, still empty.
    { causes: ['withMacField'], data: concat([data, new Uint8Array(MAC_BYTES)]) },
    { causes: ['padding80'], data: concat([data, Uint8Array.of(0x80)]) },
    { causes: ['nibbleOrder'], data: swapped },
    ...padGuesses(profile, bytes),
  ];
}

const PADS: readonly PadNibble[] = ['0', 'D', 'F'];

/** The same message with other empty nibbles. */
function padGuesses(profile: Profile, bytes: Uint8Array): DataGuess[] {
  const read = decode(profile, bytes);
  if (!read.ok) return [];
  const { pads: _, ...message } = read.message;
  return PADS.map((padNibble) => {
    const written = encode({ ...profile, padNibble }, message);
    const signed = signedIn(profile, written);
    return { causes: ['padNibble'] as const, data: signed?.data ?? written };
  });
}

function fits({ mac }: Frame, data: Uint8Array, key: MacKey): boolean {
  const made = madeOr(data, key);
  return made !== undefined && sameBytes(made, mac);
}

/** A mode may have no use for a key of this length. */
function madeOr(data: Uint8Array, key: MacKey): Uint8Array | undefined {
  try {
    return macOf(data, key);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** The first half of the right MAC in hex where bytes belong, or in lower case. */
function isSpelledOtherwise({ mac, data }: Frame, key: MacKey): boolean {
  const made = madeOr(data, key);
  if (made === undefined) return false;
  const spelled = fromAscii(toHex(made.subarray(0, MAC_BYTES / 2)));
  const lower = made.map((byte) => (byte >= 0x41 && byte <= 0x46 ? byte + 0x20 : byte));
  return sameBytes(spelled, mac) || sameBytes(lower, mac);
}

/** What each cause is called. */
export const MAC_CAUSES: Readonly<Record<MacCause, Words>> = {
  oldKey: words('用了旧密钥', '用了舊密鑰', 'an old key was used'),
  otherMode: words('用了其他算法', '用了其他演算法', 'another algorithm was used'),
  withHeader: words(
    '范围包含了 TPDU 和报文头',
    '範圍包含了 TPDU 和報文頭',
    'TPDU and header were counted',
  ),
  withoutMti: words('范围没有消息类型', '範圍沒有訊息類型', 'the message type was left out'),
  withMacField: words('范围包含了 64 域', '範圍包含了 64 域', 'the MAC field itself was counted'),
  padding80: words('用 80 补齐', '用 80 補齊', 'the data was filled with 80'),
  nibbleOrder: words('高低半字节颠倒', '高低半位元組顛倒', 'the nibbles were swapped'),
  padNibble: words('奇数长度的补位不同', '奇數長度的補位不同', 'odd counts were filled otherwise'),
  spelling: words('MAC 的写法不同', 'MAC 的寫法不同', 'the MAC was spelled otherwise'),
};
