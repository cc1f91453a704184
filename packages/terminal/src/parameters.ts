/** What a parameter download (F62; docs/protocol.md §3.7) changes in what the terminal does. */
import { readParameters } from '@kaitong/iso8583';
import type { Parameters } from '@kaitong/iso8583';
import type { TerminalParameters } from './state.ts';

export type Downloaded = {
  readonly parameters: Partial<TerminalParameters>;
  readonly merchantName?: string;
};

/** Nothing when the codes and lengths do not add up; then the old parameters stay. */
export function parametersIn(f62: Uint8Array): Downloaded | undefined {
  const read = readParameters(f62);
  if (read === undefined) return undefined;
  // A Chinese name is GBK, which a slip of ours does not read: the one from activation stays.
  const { merchantName } = read;
  const isReadable = typeof merchantName === 'string' && merchantName !== '';
  return { parameters: settingsFrom(read), ...(isReadable ? { merchantName } : {}) };
}

function settingsFrom(read: Parameters): Partial<TerminalParameters> {
  const percent = number(read['tipPercent']);
  const tipPercentMax = read['hasTip'] === '0' ? 0 : percent;
  const resends = number(read['resends']);
  const advicesMax = number(read['offlineMax']);
  return {
    ...(tipPercentMax === undefined ? {} : { tipPercentMax }),
    ...flag('takesManualEntry', read['hasManualEntry']),
    ...flag('signsOutAfterSettlement', read['signsOutItself']),
    ...(resends === undefined ? {} : { resends, reversalTries: Math.max(1, resends) }),
    ...flag('advicesGoOnline', read['uploadsOfflineNext']),
    ...(advicesMax === undefined || advicesMax === 0 ? {} : { advicesMax }),
  };
}

type Flag = 'takesManualEntry' | 'signsOutAfterSettlement' | 'advicesGoOnline';

function flag(name: Flag, value: Parameters[string] | undefined): Partial<TerminalParameters> {
  return value === '0' || value === '1' ? { [name]: value === '1' } : {};
}

function number(value: Parameters[string] | undefined): number | undefined {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
