/** What the host tells a terminal that asks for numbers, keys, parameters and lists. */
import {
  bytesOf,
  concat,
  desCipher,
  fromAscii,
  fromHex,
  kcvOf,
  readBerTlv,
  toAscii,
  toHex,
  tlvValue,
  wrapKey,
  writeBerTlv,
} from '@kaitong/iso8583';
import type { FieldValue, Message } from '@kaitong/iso8583';
import { TMK } from './test-keys.ts';

const MODULUS = fromHex('C0'.repeat(32));

const CA_KEYS = ['9F0605A0000003339F220108', '9F0605A0000003339F22010B'];
const AIDS = ['9F0607A0000003330101', '9F0607A0000003330102', '9F0607A0000003330106'];
/** Two digits of length, then twelve places. */
const BINS = ['046299        ', '06621234      '];

/** The fields that answer a network management code. */
export function managed(request: Message, code: string): Record<number, FieldValue> {
  const f62 = bytesOf(request, 62) ?? new Uint8Array();
  switch (code) {
    case '101':
      return { 41: '00000001', 42: '123456789012345' };
    case '360':
    case '364':
      return { 62: fromAscii('1920201233241') };
    case '372':
      return { 62: listed(CA_KEYS, f62) };
    case '382':
      return { 62: listed(AIDS, f62) };
    case '370':
      return {
        62: concat([fromAscii('1'), f62, fromHex('DF05083230333031323331DF0201AADF0401BB')]),
      };
    case '380':
      return { 62: concat([fromAscii('1'), f62, fromHex('DF010100')]) };
    case '394':
      return { 62: fromAscii('FF80540011FF8058012000000030000') };
    case '390':
    case '396':
    case '398':
      return { 62: bins(toAscii(f62) ?? '') };
    case '352':
      return {
        62: concat([
          fromAscii('1'),
          writeBerTlv([
            { tag: 'DF02', value: MODULUS },
            { tag: 'DF04', value: fromHex('010001') },
          ]),
        ]),
      };
    case '350':
      return { 62: sealedMainKey(f62) };
    default:
      return {};
  }
}

/** Two names a message, as if more did not fit. */
function listed(names: readonly string[], asked: Uint8Array): Uint8Array {
  const from = Number(toAscii(asked.subarray(1)) ?? '0');
  const some = names.slice(from, from + 2);
  const flag = some.length === 0 ? '0' : from + 2 < names.length ? '2' : '1';
  return concat([fromAscii(flag), ...some.map((name) => fromHex(name))]);
}

/** One beginning a message. */
function bins(from: string): Uint8Array {
  const at = Number(from);
  const bin = BINS[at];
  if (bin === undefined) return fromAscii('0');
  const flag = at + 1 < BINS.length ? '2' : '1';
  return fromAscii(`${flag}${String(at + 1).padStart(3, '0')}${bin}`);
}

/** The test's RSA turns the bytes round; the host turns them back. */
export function turned(bytes: Uint8Array): Uint8Array {
  return bytes.toReversed();
}

function sealedMainKey(f62: Uint8Array): Uint8Array {
  const tags = readBerTlv(f62) ?? [];
  const random = turned(tlvValue(tags, 'DF23') ?? new Uint8Array());
  const use = { key: random, cipher: desCipher };
  if (toHex(kcvOf(use)) !== toHex(tlvValue(tags, 'DF24') ?? new Uint8Array()))
    throw new Error('the random key fails its check value');
  return writeBerTlv([
    { tag: 'DF21', value: wrapKey(TMK, use) },
    { tag: 'DF22', value: kcvOf({ key: TMK, cipher: desCipher }) },
  ]);
}
