/** Which cipher the keys of a terminal are for: sign-in 005 and 006 bring SM4 keys, others DES. */
import type { BlockCipher } from '@kaitong/iso8583';
import type { TerminalPorts } from './ports.ts';
import type { Held, SignInCode } from './state.ts';

/** Nothing when the terminal was given no SM4. */
export function cipherOf(ports: TerminalPorts, code: SignInCode): BlockCipher | undefined {
  return code === '005' || code === '006' ? ports.sm4 : ports.cipher;
}

/** The cipher of working keys that are there. */
export function workCipher({ ports, state }: Held): BlockCipher {
  return cipherOf(ports, state.installed.signInCode) ?? ports.cipher;
}
