/**
 * The key blocks of the HSM by PKCS#11. X9.143 derives its keys in a way that no PKCS#11 mechanism
 * does, so these have a version of their own (X9.143 leaves digits to private agreement): the same
 * head, then the key in pieces by AES key wrap (RFC 3394) and a CMAC over all of it. Neither the key
 * nor what protects it leaves the token.
 */
import { KeyTrouble, type KeySpec } from './port.ts';
import { algorithmOf, letterOf, purposeOf, USAGES } from './vault.ts';

export type TokenBlock = {
  readonly spec: KeySpec;
  /** The check value of the pair of keys that protects it. */
  readonly storageKey: string;
  readonly pieces: readonly Uint8Array[];
};

const MAC_CHARACTERS = 32;
const HEAD = /^1\d{4}([A-Z]\d)([DT])([A-Z])00([EN])0200KP1001([\dA-F]{10})LB([\dA-F]{2})([ -~]+)$/;
/** Two keys of triple DES, and three, wrapped: eight bytes more than the key. */
const DOUBLE_CHARACTERS = 48;
const TRIPLE_CHARACTERS = 64;

/** Everything that the MAC covers. */
export function writeTokenBlock({ spec, storageKey, pieces }: TokenBlock): string {
  const [usage, mode] = USAGES[spec.purpose];
  const label = (spec.place.length + 4).toString(16).toUpperCase().padStart(2, '0');
  if (label.length > 2) throw new RangeError('a place has 251 characters at most');
  const body = pieces.map((piece) => Buffer.from(piece).toString('hex').toUpperCase()).join('');
  const exportability = spec.purpose === 'main' ? 'E' : 'N';
  const head = `${usage}${letterOf(spec)}${mode}00${exportability}0200`;
  const rest = `${head}KP1001${storageKey}LB${label}${spec.place}${body}`;
  const length = 5 + rest.length + MAC_CHARACTERS;
  return `1${String(length).padStart(4, '0')}${rest}`;
}

export type ReadTokenBlock = TokenBlock & { readonly covered: string; readonly mac: string };

/** Takes a block apart, before anything of it is believed. */
export function readTokenBlock(text: string): ReadTokenBlock {
  const [covered, mac] = [text.slice(0, -MAC_CHARACTERS), text.slice(-MAC_CHARACTERS)];
  const head = HEAD.exec(covered);
  if (head === null || Number(text.slice(1, 5)) !== text.length || !/^[\dA-F]{32}$/.test(mac))
    throw new KeyTrouble('block');
  const [, usage = '', letter = '', , , storageKey = '', label = '', rest = ''] = head;
  const placeLength = parseInt(label, 16) - 4;
  const [place, body] = [rest.slice(0, placeLength), rest.slice(placeLength)];
  if (!(usage in BY_USAGE)) throw new KeyTrouble('block');
  const purpose = purposeOf(usage);
  const bytes = letter === 'D' ? 8 : 16;
  const spec: KeySpec = { purpose, algorithm: algorithmOf(letter), bytes, place };
  return { spec, storageKey, pieces: piecesOf(spec, body), covered, mac };
}

const BY_USAGE: Readonly<Record<string, true>> = Object.fromEntries(
  Object.values(USAGES).map(([usage]) => [usage, true]),
);

/** The whole key; of a MAC key of double length also each half, for the retail MAC. */
function piecesOf({ purpose, bytes }: KeySpec, body: string): Uint8Array[] {
  const whole = bytes === 8 ? TRIPLE_CHARACTERS : DOUBLE_CHARACTERS;
  const hasHalves = purpose === 'mac' && bytes === 16;
  const sizes = hasHalves ? [whole, TRIPLE_CHARACTERS, TRIPLE_CHARACTERS] : [whole];
  const expected = sizes.reduce((sum, size) => sum + size, 0);
  if (body.length !== expected || !/^[\dA-F]+$/.test(body)) throw new KeyTrouble('block');
  let at = 0;
  return sizes.map((size) => {
    at += size;
    return Uint8Array.from(Buffer.from(body.slice(at - size, at), 'hex'));
  });
}
