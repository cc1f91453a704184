import type { api, ReplyOf } from '@kaitong/contract';

export type ProfileReply = ReplyOf<typeof api.terminals.readProfile>;
export type SignInCode = ProfileReply['signInCodes'][number];
export type HostWish = ProfileReply['asks'][number]['ask'];

/** How a terminal may sign in and what it is told. */
export type TerminalProfile = Pick<
  ProfileReply,
  'line' | 'signInCodes' | 'macMode' | 'tmkSlot' | 'settings' | 'version'
>;

/**
 * What holds until somebody changes it. Single-length DES (001) must be allowed on purpose; so must
 * SM4, for which the terminal's main key has to be an SM4 key.
 */
export const FIRST_PROFILE: TerminalProfile = {
  line: 'iso8583',
  signInCodes: ['003', '004'],
  macMode: 'cupEcb',
  tmkSlot: 0,
  settings: {
    timeout_s: 30,
    dialRetries: 3,
    phones: ['', '', ''],
    adminPhone: '',
    tipAllowed: false,
    tipPercentMax: 15,
    manualEntry: true,
    autoSignOut: false,
    resends: 3,
    offlineUpload: 'withNext',
    functions: '00000000',
    offlineMax: 10,
    appVersion: '1.0.0',
  },
  version: 0,
};

/** Sign-ins whose keys are SM4; the others are DES. */
export function isSm4(code: SignInCode): boolean {
  return code === '005' || code === '006';
}

/** The cipher of a main key that a terminal of this profile signs in with. */
export function algorithmOf({ signInCodes }: TerminalProfile): 'des' | 'sm4' {
  return signInCodes.every(isSm4) ? 'sm4' : 'des';
}

/** Modes that work with both halves of a double-length key. */
export function needsLongMak(macMode: TerminalProfile['macMode']): boolean {
  return macMode === 'x9.19' || macMode === 'xor3des';
}

/** Why a terminal of this profile may not sign in with this code; undefined: it may. */
export function whyNotSignIn(
  { line, signInCodes, macMode }: TerminalProfile,
  code: string,
): string | undefined {
  if (line !== 'iso8583') return `its line is ${line}`;
  const allowed: readonly string[] = signInCodes;
  if (!allowed.includes(code)) return `it may sign in with ${signInCodes.join(', ')} only`;
  if (code === '001' && needsLongMak(macMode)) return `001 has no room for a MAC key of ${macMode}`;
  return undefined;
}
