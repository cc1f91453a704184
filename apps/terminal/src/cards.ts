/** The card that is held against a terminal on the command line: from the test ranges unless told. */
import { fromHex } from '@kaitong/iso8583';
import type { Card, CardEntry } from '@kaitong/terminal';
import { makePan } from '@kaitong/values';
import type { Options } from './options.ts';

/** A credit card of the sandbox. */
export const TEST_CARD = makePan('620001', 8);

const ENTRIES: Readonly<Record<string, CardEntry>> = {
  swipe: 'swipe',
  chip: 'chip',
  tap: 'contactless',
  manual: 'manual',
};

/** What a chip of the sandbox says: counter, cryptogram, its kind, issuer data, profile. */
const CHIP = fromHex('9F360200479F260811223344556677889F27018082027C009F100807010103A0A00201');

export function cardOf(options: Options): Card {
  const entry = ENTRIES[options.value('entry') ?? 'chip'] ?? 'chip';
  return makeCard({
    pan: options.value('card') ?? TEST_CARD,
    expiry: options.value('expiry') ?? '3012',
    pin: options.value('pin'),
    entry,
  });
}

type Wanted = {
  readonly pan: string;
  readonly expiry: string;
  readonly pin: string | undefined;
  readonly entry: CardEntry;
};

export function makeCard({ pan, expiry, pin, entry }: Wanted): Card {
  const isRead = entry === 'chip' || entry === 'contactless';
  return {
    pan,
    expiry,
    entry,
    ...(pin === undefined ? {} : { pin }),
    ...(isRead ? { sequence: '001', chip: CHIP } : {}),
    ...(entry === 'swipe' ? { track2: `${pan}=${expiry}2010000012345678`.slice(0, 37) } : {}),
  };
}
