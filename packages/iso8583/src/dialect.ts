/**
 * Dialects of the UnionPay terminal line are settings, never other code: how keys arrive, how the MAC
 * is made, where a terminal says what it is (docs/protocol.md §9).
 */
import type { MacAlgorithm } from './mac-algorithms.ts';
import type { PadNibble, Profile } from './profile.ts';
import { TERMINAL_INFO_FORMS } from './terminal-info.ts';
import type { TerminalInfoForm } from './terminal-info.ts';
import { CJ_PARAMETERS, PARAMETERS } from './parameters.ts';
import type { ParameterTable } from './parameters.ts';
import { UNIONPAY_FIELDS } from './unionpay-fields.ts';
import type { WorkKeyForm } from './work-keys.ts';

/** F60.3 of a sign-in: single DES, double, with track key, SM4, SM4 with track key. */
export type SignInCode = '001' | '003' | '004' | '005' | '006';

/** How long F62 of the sign-in answer is, which says how the keys stand in it (§3.4). */
export type KeyBytes = 24 | 40 | 50 | 57 | 60 | 75 | 100;

/** The letters of docs/protocol.md §4: CUP-ECB, X9.19, X9.9, SM4, XOR and 3DES. */
export type MacMode = 'a' | 'b' | 'c' | 'd' | 'e';

/** What may differ from one acquirer to the next. */
export type DialectSettings = {
  readonly signInCode: SignInCode;
  readonly keyBytes: KeyBytes;
  readonly macMode: MacMode;
  readonly terminalInfo: 46 | 57 | 59;
  readonly parameters: 'standard' | 'cj';
  readonly padNibble: PadNibble;
  /** Ten digits. */
  readonly tpdu: string;
  /** Twelve digits; the last six are the version of the application. */
  readonly header: string;
};

/** A profile with what else its terminals and hosts must agree on. */
export type Dialect = Profile & {
  readonly settings: DialectSettings;
  readonly terminalInfoForm: TerminalInfoForm;
  readonly parameterTable: ParameterTable;
  /** How F64 is made; mode `d` is CUP-ECB with an SM4 cipher. */
  readonly macAlgorithm: MacAlgorithm;
  /** How `sealWorkKeys` lays out F62 of a sign-in. */
  readonly workKeyForm: WorkKeyForm;
};

/** The recommended dialect: 003 with 40 bytes, CUP-ECB, F59. */
export const UNIONPAY_SETTINGS: DialectSettings = {
  signInCode: '003',
  keyBytes: 40,
  macMode: 'a',
  terminalInfo: 59,
  parameters: 'standard',
  padNibble: '0',
  tpdu: '6000030000',
  header: '603100000000',
};

// Which lengths have been seen with which code; CJ's 50, 75 and 100 come with the double-length codes.
const KEY_BYTES: Readonly<Record<SignInCode, readonly KeyBytes[]>> = {
  '001': [24],
  '003': [40, 50, 57, 75, 100],
  '004': [57, 60, 75, 100],
  '005': [60],
  '006': [60],
};

const ALGORITHM_OF_MODE: Readonly<Record<MacMode, MacAlgorithm>> = {
  a: 'cupEcb',
  b: 'x9.19',
  c: 'x9.9',
  d: 'cupEcb',
  e: 'xor3des',
};

const FORM_OF_LENGTH: Readonly<Partial<Record<KeyBytes, WorkKeyForm>>> = {
  50: 'labelled',
  57: 'short',
  75: 'labelled',
  100: 'labelled',
};

/** The profile of a dialect; throws when its settings contradict each other. */
export function unionpayDialect(settings: Partial<DialectSettings> = {}): Dialect {
  const all: DialectSettings = { ...UNIONPAY_SETTINGS, ...settings };
  const trouble = troubleIn(all);
  if (trouble !== undefined) throw new RangeError(trouble);
  return {
    name: 'unionpay',
    hasRouting: true,
    hasSecondBitmap: false,
    head: 'packed',
    macField: 64,
    padNibble: all.padNibble,
    charset: 'gb18030',
    fields: UNIONPAY_FIELDS,
    settings: all,
    terminalInfoForm: TERMINAL_INFO_FORMS[all.terminalInfo],
    parameterTable: all.parameters === 'cj' ? CJ_PARAMETERS : PARAMETERS,
    macAlgorithm: ALGORITHM_OF_MODE[all.macMode],
    workKeyForm: FORM_OF_LENGTH[all.keyBytes] ?? all.signInCode,
  };
}

function troubleIn({
  signInCode,
  keyBytes,
  macMode,
  ...rest
}: DialectSettings): string | undefined {
  if (!Object.hasOwn(KEY_BYTES, signInCode)) return `there is no sign-in ${signInCode}`;
  if (!KEY_BYTES[signInCode].includes(keyBytes))
    return `a sign-in ${signInCode} does not bring ${keyBytes} bytes of keys`;
  if (!'abcde'.includes(macMode) || macMode.length !== 1) return `there is no MAC mode ${macMode}`;
  const isSm4 = signInCode === '005' || signInCode === '006';
  if (isSm4 !== (macMode === 'd')) return 'SM4 keys and the SM4 MAC go together';
  if (!Object.hasOwn(TERMINAL_INFO_FORMS, rest.terminalInfo))
    return `F${rest.terminalInfo} does not speak of the terminal`;
  if (rest.parameters !== 'standard' && rest.parameters !== 'cj')
    return 'parameters are standard or cj';
  if (!['0', 'D', 'F'].includes(rest.padNibble)) return 'an odd count is filled with 0, D or F';
  if (!/^\d{10}$/.test(rest.tpdu)) return 'a TPDU has ten digits';
  return /^\d{12}$/.test(rest.header) ? undefined : 'a header has twelve digits';
}
