/** F62 of a sign-in: which machine asks (docs/protocol.md §3.4). */
import { fromAscii, toAscii } from './bytes.ts';

/** The number of the model's certificate, and the serial number of the machine. */
export type SignInSerial = { readonly certificate: string; readonly serial: string };

const FORM = /^Sequence No(12|16)([0-9A-Za-z]{4})([\x20-\x7E]+)$/;

/** Reads `Sequence No`, the count of what follows (12 or 16), certificate 4 and serial. */
export function readSignInSerial(bytes: Uint8Array): SignInSerial | undefined {
  const match = FORM.exec(toAscii(bytes) ?? '');
  if (match === null) return undefined;
  const [, size = '', certificate = '', serial = ''] = match;
  return certificate.length + serial.length === Number(size) ? { certificate, serial } : undefined;
}

/** F62 of a sign-in: a serial has 8 or 12 characters. */
export function writeSignInSerial({ certificate, serial }: SignInSerial): Uint8Array {
  const text = `Sequence No${certificate.length + serial.length}${certificate}${serial}`;
  if (!FORM.test(text) || certificate.length !== 4 || ![8, 12].includes(serial.length))
    throw new RangeError('a sign-in has a certificate of 4 characters and a serial of 8 or 12');
  return fromAscii(text);
}
