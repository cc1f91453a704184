import { concat, fromAscii, toAscii } from './bytes.ts';
import type { KeyUse } from './cipher.ts';
import { macOf } from './mac-algorithms.ts';

/** What a terminal proves its serial with. */
export type SerialProof = {
  /** Vendor 6, device type 2, own serial: 50 characters at most. */
  readonly tusn: string;
  /** The last six digits of the card number, or of the code that a customer shows. */
  readonly factor: string;
};

/**
 * The eight characters beside a terminal's serial (F59 A2 04; protocol.md §2.6), made under the serial
 * key that is registered with the network, with SM4: the same folding as the MAC. Throws a RangeError
 * for characters beyond ASCII.
 */
export function serialCipher({ tusn, factor }: SerialProof, { key, cipher }: KeyUse): string {
  const data = concat([fromAscii(tusn), fromAscii(factor)]);
  return toAscii(macOf(data, { algorithm: 'cupEcb', key, cipher })) ?? '';
}
