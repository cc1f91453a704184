/**
 * F62 of the parameter download (0800 360) and of the status upload (0820 362): two digits of code,
 * then a value whose length the code gives (docs/protocol.md §3.7). The tables are data; a dialect
 * brings its own.
 */
import { concat, fromAscii, toAscii } from './bytes.ts';
import type { FieldValue } from './profile.ts';

/** What a code holds: `text` is filled with spaces on the right, `bytes` has its exact length. */
export type ParameterSpec = {
  readonly name: string;
  readonly bytes: number;
  readonly kind: 'text' | 'bytes';
};
export type ParameterTable = Readonly<Record<string, ParameterSpec>>;

function text(name: string, bytes: number): ParameterSpec {
  return { name, bytes, kind: 'text' };
}

/** The usual parameters. Source: LY and the restated specification; 27 has been seen nowhere on a line. */
export const PARAMETERS: ParameterTable = {
  '11': text('applicationType', 2),
  '12': text('timeout_s', 2),
  '13': text('retries', 1),
  '14': text('phone1', 14),
  '15': text('phone2', 14),
  '16': text('phone3', 14),
  '17': text('adminPhone', 14),
  '18': text('hasTip', 1),
  '19': text('tipPercent', 2),
  '20': text('hasManualEntry', 1),
  '21': text('signsOutItself', 1),
  '22': text('merchantName', 40),
  '23': text('resends', 1),
  '24': text('uploadsOfflineNext', 1),
  '25': text('mainKeySlot', 1),
  '26': { name: 'functions', bytes: 4, kind: 'bytes' },
  '27': text('offlineMax', 3),
};

/** The three parameters of CJ: 32 switches `0` and `1`, name, and an advertisement. */
export const CJ_PARAMETERS: ParameterTable = {
  '11': text('functions', 32),
  '12': text('merchantName', 40),
  '13': text('advertisement', 120),
};

/** What a status upload says of the machine (1 well, 0 broken) beside its parameters. */
export const STATUS: ParameterTable = {
  '01': text('keyboard', 1),
  '02': text('pinPad', 1),
  '03': text('reader', 1),
  '04': text('printer', 1),
  '05': text('display', 1),
  ...PARAMETERS,
  // Dialled 4, connected 5, failed 3.
  '51': text('dialStatistics', 12),
};

/** Values by name. Text is without its filling; text that is not ASCII (GB18030 names) is bytes. */
export type Parameters = Readonly<Record<string, FieldValue>>;

/** Reads codes and values in whatever order; nothing when a code is unknown or cut off. */
export function readParameters(
  bytes: Uint8Array,
  table: ParameterTable = PARAMETERS,
): Parameters | undefined {
  const read: Record<string, FieldValue> = {};
  let offset = 0;
  while (offset < bytes.length) {
    const spec = table[toAscii(bytes.subarray(offset, offset + 2)) ?? ''];
    const end = offset + 2 + (spec?.bytes ?? 0);
    if (spec === undefined || end > bytes.length) return undefined;
    const value = bytes.slice(offset + 2, end);
    read[spec.name] = spec.kind === 'bytes' ? value : withoutFilling(value);
    offset = end;
  }
  return read;
}

function withoutFilling(value: Uint8Array): FieldValue {
  const used = value.subarray(0, value.findLastIndex((byte) => byte !== 0x20) + 1);
  return toAscii(used) ?? used;
}

/** Writes the parameters that are given, in the order of their codes; throws when one does not fit. */
export function writeParameters(
  parameters: Parameters,
  table: ParameterTable = PARAMETERS,
): Uint8Array {
  const codes = Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const known = new Set(codes.map(([, { name }]) => name));
  const stranger = Object.keys(parameters).find((name) => !known.has(name));
  if (stranger !== undefined) throw new RangeError(`there is no parameter ${stranger}`);
  return concat(
    codes.flatMap(([code, spec]) => {
      const value = parameters[spec.name];
      return value === undefined ? [] : [fromAscii(code), filled(spec, value)];
    }),
  );
}

function filled({ name, bytes, kind }: ParameterSpec, value: FieldValue): Uint8Array {
  const held = typeof value === 'string' ? fromAscii(value) : value;
  if (held.length > bytes) throw new RangeError(`${name} has at most ${bytes} bytes`);
  if (kind === 'bytes' && held.length !== bytes) throw new RangeError(`${name} has ${bytes} bytes`);
  const out = new Uint8Array(bytes).fill(0x20);
  out.set(held);
  return out;
}
