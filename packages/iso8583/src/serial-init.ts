/** F59 of the first message of a terminal that has no numbers yet (0800 101; docs/protocol.md §2.6). */
import { fromAscii, toAscii } from './bytes.ts';

/** Who made the machine, its serial number, the cell it is in (LAC 5, cell 5) and a version. */
export type SerialInit = {
  readonly manufacturer: string;
  readonly serial: string;
  readonly baseStation: string;
  readonly version: string;
};

const SIZES = { manufacturer: 20, serial: 30, baseStation: 10, version: 2 } as const;
const PARTS = ['manufacturer', 'serial', 'baseStation', 'version'] as const;
const CHARS = 62;

/** Reads the four parts without the spaces behind them. */
export function readSerialInit(bytes: Uint8Array): SerialInit | undefined {
  const text = toAscii(bytes);
  if (text?.length !== CHARS) return undefined;
  const parts: Record<string, string> = {};
  let at = 0;
  for (const part of PARTS) {
    parts[part] = text.slice(at, at + SIZES[part]).trimEnd();
    at += SIZES[part];
  }
  const { manufacturer = '', serial = '', baseStation = '', version = '' } = parts;
  return { manufacturer, serial, baseStation, version };
}

/** Fills each part with spaces. */
export function writeSerialInit(init: SerialInit): Uint8Array {
  const parts = PARTS.map((part) => {
    if (init[part].length > SIZES[part])
      throw new RangeError(`${part} has at most ${SIZES[part]} characters`);
    return init[part].padEnd(SIZES[part], ' ');
  });
  return fromAscii(parts.join(''));
}
