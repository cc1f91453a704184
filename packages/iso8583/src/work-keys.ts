/**
 * F62 of a sign-in answer (UnionPay POS specification, sign-in; protocol.md §3.4): the working keys
 * under the terminal's main key, each with its check value. A layout is data; what a host sends is
 * told by its length, what a terminal wants by its sign-in code (60.3).
 */
import { concat } from './bytes.ts';
import type { KeyUse } from './cipher.ts';
import { isKcv, kcvOf, unwrapKey, wrapKey } from './keys.ts';

/** The working keys that a sign-in answer brings in F62. */
export type WorkKeys = {
  /** Enciphers the PIN. */
  readonly pik: Uint8Array;
  /** Makes the MAC; 8 bytes, or 16 where the host is newer. */
  readonly mak: Uint8Array;
  /** Enciphers tracks; after a sign-in with 004, 005 or 006. */
  readonly tdk?: Uint8Array;
  /** A new main key; only the labelled form has a place for it. */
  readonly tmk?: Uint8Array;
};

/**
 * How F62 is laid out. By sign-in code: 001 single DES (24 bytes), 003 triple DES (40), 004 with a
 * track key (60), 005 and 006 under SM4 (60). `short` has check values of 3 bytes (57). `labelled`
 * puts a byte in front of each key that says which it is (50, 75 or 100 bytes).
 */
export type WorkKeyForm = '001' | '003' | '004' | '005' | '006' | 'short' | 'labelled';

export type WorkKeysRead =
  | { readonly ok: true; readonly keys: WorkKeys }
  | { readonly ok: false; readonly reason: 'length' | 'label' | Kind };

type Kind = keyof WorkKeys;
type Layout = {
  readonly kinds: readonly Kind[];
  readonly keyBytes: 8 | 16;
  readonly kcvBytes: 3 | 4 | 8;
};

const TRIPLE = { keyBytes: 16, kcvBytes: 4 } as const;
const LAYOUTS: Readonly<Record<WorkKeyForm, Layout>> = {
  '001': { kinds: ['pik', 'mak'], keyBytes: 8, kcvBytes: 4 },
  '003': { kinds: ['pik', 'mak'], ...TRIPLE },
  '004': { kinds: ['pik', 'mak', 'tdk'], ...TRIPLE },
  '005': { kinds: ['pik', 'mak', 'tdk'], ...TRIPLE },
  '006': { kinds: ['pik', 'mak', 'tdk'], ...TRIPLE },
  short: { kinds: ['pik', 'mak', 'tdk'], keyBytes: 16, kcvBytes: 3 },
  labelled: { kinds: ['mak', 'pik', 'tdk', 'tmk'], keyBytes: 16, kcvBytes: 8 },
};

/** 004 and the SM4 forms have one shape; the cipher of the main key tells them apart. */
const FORMS_BY_LENGTH: Readonly<Record<number, WorkKeyForm>> = {
  24: '001',
  40: '003',
  57: 'short',
  60: '004',
  50: 'labelled',
  75: 'labelled',
  100: 'labelled',
};

const LABELS: Readonly<Record<Kind, number>> = { tmk: 0, mak: 1, pik: 2, tdk: 3 };

/**
 * Opens F62 of a sign-in answer and proves each check value. In DES forms with room for 16 bytes, a
 * MAC key of single length has zeros as its second half. Never throws on bad bytes: the reason says
 * whether the length, a label, or which key was wrong.
 */
export function openWorkKeys(f62: Uint8Array, tmk: KeyUse): WorkKeysRead {
  const form = FORMS_BY_LENGTH[f62.length];
  if (form === undefined) return { ok: false, reason: 'length' };
  const { kinds, keyBytes, kcvBytes } = LAYOUTS[form];
  const labelBytes = form === 'labelled' ? 1 : 0;
  const size = labelBytes + keyBytes + kcvBytes;
  const found: Partial<Record<Kind, Uint8Array>> = {};
  for (let at = 0, i = 0; at < f62.length; at += size, i++) {
    const kind = labelBytes === 0 ? kinds[i] : kinds.find((each) => LABELS[each] === f62[at]);
    if (kind === undefined || found[kind] !== undefined) return { ok: false, reason: 'label' };
    const key = openKey(f62.subarray(at + labelBytes, at + size), { tmk, kcvBytes });
    if (key === undefined) return { ok: false, reason: kind };
    found[kind] = key;
  }
  const { pik, mak, ...more } = found;
  if (pik === undefined || mak === undefined) return { ok: false, reason: 'label' };
  return { ok: true, keys: { pik, mak, ...more } };
}

type Under = { readonly tmk: KeyUse; readonly kcvBytes: number };

function openKey(entry: Uint8Array, { tmk, kcvBytes }: Under): Uint8Array | undefined {
  const wrapped = entry.subarray(0, -kcvBytes);
  if (wrapped.length % tmk.cipher.blockBytes !== 0) return undefined;
  const isSingle = tmk.cipher.blockBytes === 8 && wrapped.subarray(8).every((byte) => byte === 0);
  const key = unwrapKey(isSingle ? wrapped.subarray(0, 8) : wrapped, tmk);
  return isKcv({ key, cipher: tmk.cipher }, entry.subarray(-kcvBytes)) ? key : undefined;
}

/**
 * F62 of a sign-in answer, as the host writes it: every key with its check value. Without a form it
 * is 004 when there is a track key, else 003. Throws a RangeError when the form and the keys, or the
 * cipher of the main key, do not fit each other.
 */
export function sealWorkKeys(
  keys: WorkKeys,
  tmk: KeyUse,
  form: WorkKeyForm = keys.tdk === undefined ? '003' : '004',
): Uint8Array {
  const layout = LAYOUTS[form];
  checkCipher(form, tmk);
  const isLabelled = form === 'labelled';
  const kinds = isLabelled ? layout.kinds.filter((kind) => keys[kind] !== undefined) : layout.kinds;
  if (!isLabelled && keys.tmk !== undefined)
    throw new RangeError('only the labelled form carries a main key');
  if (keys.tdk !== undefined && !kinds.includes('tdk'))
    throw new RangeError(`form ${form} has no place for a track key`);
  const parts = kinds.flatMap((kind) => {
    const key = keys[kind];
    if (key === undefined) throw new RangeError(`form ${form} needs a ${kind}`);
    checkSize(key, { kind, layout, tmk });
    const sealed = sealKey(key, { tmk, layout });
    return isLabelled ? [Uint8Array.of(LABELS[kind]), sealed] : [sealed];
  });
  return concat(parts);
}

function checkCipher(form: WorkKeyForm, { cipher }: KeyUse): void {
  const isWide = cipher.blockBytes === 16;
  const needsWide = form === '005' || form === '006';
  const isFree = form === 'short' || form === 'labelled';
  if (!isFree && isWide !== needsWide)
    throw new RangeError(`form ${form} is for blocks of ${needsWide ? 16 : 8} bytes`);
}

type Place = { readonly kind: Kind; readonly layout: Layout; readonly tmk: KeyUse };

function checkSize(key: Uint8Array, { kind, layout, tmk }: Place): void {
  const isShortMak = kind === 'mak' && tmk.cipher.blockBytes === 8 && key.length === 8;
  if (key.length !== layout.keyBytes && !isShortMak)
    throw new RangeError(`a ${kind} of ${layout.keyBytes} bytes belongs here`);
}

type Sealing = { readonly tmk: KeyUse; readonly layout: Layout };

function sealKey(key: Uint8Array, { tmk, layout }: Sealing): Uint8Array {
  const slot = new Uint8Array(layout.keyBytes + layout.kcvBytes);
  slot.set(wrapKey(key, tmk));
  slot.set(kcvOf({ key, cipher: tmk.cipher }, layout.kcvBytes), layout.keyBytes);
  return slot;
}
