/**
 * What a card gives to the reader. The chip's answers are made up but well formed (EMV Book 3,
 * annex A): nobody behind the sandbox could check a real cryptogram, and none is pretended.
 */
import { fromHex, toHex, writeBerTlv } from '@kaitong/iso8583';
import type { Card, CardEntry } from '@kaitong/terminal';
import type { WalletCard } from './cards.data.ts';

export type Reading = {
  readonly card: WalletCard;
  readonly entry: CardEntry;
  /** How often this card was read: tag 9F36, which never repeats. */
  readonly counter: number;
  readonly random: (count: number) => Uint8Array;
};

/** Why a reader gives the card back. */
export type ReadingTrouble = 'hasChip' | 'noChip';

/** A chip card is not to be swiped, and a stripe can be neither inserted nor tapped. */
export function readingTrouble({
  card,
  entry,
}: Pick<Reading, 'card' | 'entry'>): ReadingTrouble | undefined {
  if (entry === 'swipe') return card.hasChip ? 'hasChip' : undefined;
  if (entry === 'manual') return undefined;
  return card.hasChip ? undefined : 'noChip';
}

export function readCard(reading: Reading): Card {
  const { card, entry } = reading;
  const { pan, expiry } = card;
  if (entry === 'manual') return { pan, expiry, entry };
  if (entry === 'swipe') return { pan, expiry, entry, track2: track2Of(card) };
  return { pan, expiry, entry, track2: track2Of(card), sequence: '001', chip: chipOf(reading) };
}

/** Number, expiry, service code (2xx: has a chip; x01: everywhere, with PIN), and issuer's digits. */
function track2Of({ pan, expiry, hasChip }: WalletCard): string {
  return `${pan}=${expiry}${hasChip ? '201' : '101'}0000000000`.slice(0, 37);
}

const CVM_PIN_ONLINE = '020300';
const CVM_NONE = '1F0302';

function chipOf({ card, entry, counter, random }: Reading): Uint8Array {
  const tags = {
    '9F26': toHex(random(8)),
    // An online cryptogram (ARQC): the issuer is to decide.
    '9F27': '80',
    '9F10': '07010103A02002010A01000000000000000000',
    '9F36': counter.toString(16).padStart(4, '0').slice(-4),
    '82': entry === 'contactless' ? '2000' : '7C00',
    '84': card.aid,
    '9F34': entry === 'contactless' ? CVM_NONE : CVM_PIN_ONLINE,
    '9F09': '0030',
    '9F1E': toHex(new TextEncoder().encode('BROWSER1')),
    '9F41': counter.toString().padStart(8, '0').slice(-8),
  };
  return writeBerTlv(Object.entries(tags).map(([tag, value]) => ({ tag, value: fromHex(value) })));
}
