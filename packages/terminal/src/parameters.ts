/** F62 of a parameter download (docs/protocol.md §3.7): two digits of code, then a value of fixed length. */
import { toAscii } from '@kaitong/iso8583';
import type { TerminalParameters } from './state.ts';

const LENGTHS: Readonly<Record<string, number>> = {
  '11': 2,
  '12': 2,
  '13': 1,
  '14': 14,
  '15': 14,
  '16': 14,
  '17': 14,
  '18': 1,
  '19': 2,
  '20': 1,
  '21': 1,
  '22': 40,
  '23': 1,
  '24': 1,
  '25': 1,
  '26': 4,
  '27': 2,
};

export type Downloaded = {
  readonly parameters: Partial<TerminalParameters>;
  readonly merchantName?: string;
};

/** Nothing when the codes and lengths do not add up; then the old parameters stay. */
export function readParameters(f62: Uint8Array): Downloaded | undefined {
  const values = new Map<string, string>();
  for (let at = 0; at < f62.length;) {
    const code = toAscii(f62.subarray(at, at + 2)) ?? '';
    const length = LENGTHS[code];
    if (length === undefined || at + 2 + length > f62.length) return undefined;
    // Function switches are raw bits, and a Chinese name is GBK: neither is a setting of ours.
    values.set(code, toAscii(f62.subarray(at + 2, at + 2 + length)) ?? '');
    at += 2 + length;
  }
  const name = values.get('22')?.trim() ?? '';
  return {
    parameters: settingsFrom(values),
    ...(/^[\x20-\x7e]+$/.test(name) ? { merchantName: name } : {}),
  };
}

function settingsFrom(values: ReadonlyMap<string, string>): Partial<TerminalParameters> {
  const [tips, percent] = [values.get('18'), number(values.get('19'))];
  const tipPercentMax = tips === '0' ? 0 : percent;
  const resends = number(values.get('23'));
  const advicesMax = number(values.get('27'));
  return {
    ...(tipPercentMax === undefined ? {} : { tipPercentMax }),
    ...flag('takesManualEntry', values.get('20')),
    ...flag('signsOutAfterSettlement', values.get('21')),
    ...(resends === undefined ? {} : { resends, reversalTries: Math.max(1, resends) }),
    ...flag('advicesGoOnline', values.get('24')),
    ...(advicesMax === undefined || advicesMax === 0 ? {} : { advicesMax }),
  };
}

type Flag = 'takesManualEntry' | 'signsOutAfterSettlement' | 'advicesGoOnline';

function flag(name: Flag, value: string | undefined): Partial<TerminalParameters> {
  return value === '0' || value === '1' ? { [name]: value === '1' } : {};
}

function number(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
