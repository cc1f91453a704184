import { readBerTlv, toHex } from '@kaitong/iso8583';
import { luhn } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { walletCards } from './cards.data.ts';
import { readCard, readingTrouble } from './chip.ts';

const random = (count: number) => new Uint8Array(count).fill(0xa5);

describe('the wallet', () => {
  it.each(walletCards.map((card) => [card.id, card] as const))('%s is a card', (_, card) => {
    expect(luhn(card.pan)).toBe(true);
    expect(card.expiry).toMatch(/^\d{2}(?:0[1-9]|1[0-2])$/);
    expect(card.aid === '').toBe(!card.hasChip);
  });

  it('has cards of several banks and schemes, one of them with a stripe only', () => {
    expect(new Set(walletCards.map(({ scheme }) => scheme)).size).toBe(3);
    expect(new Set(walletCards.map(({ bank }) => bank.en)).size).toBeGreaterThan(2);
    expect(walletCards.filter(({ hasChip }) => !hasChip)).toHaveLength(1);
  });
});

describe('a chip', () => {
  const [card] = walletCards;
  if (!card) throw new Error('the wallet is empty');

  it('answers in BER-TLV that reads back, within what a terminal takes', () => {
    const { chip } = readCard({ card, entry: 'chip', counter: 300, random });
    const tags = readBerTlv(chip ?? new Uint8Array());
    expect(tags?.map(({ tag }) => tag)).toContain('9F26');
    const value = (tag: string) =>
      toHex(tags?.find((each) => each.tag === tag)?.value ?? random(0));
    expect(value('9F36')).toBe('012C');
    expect(value('84')).toBe(card.aid);
    expect(value('9F41')).toBe('00000300');
    expect(chip?.length).toBeLessThanOrEqual(180);
  });

  it('asks for no PIN when it is tapped', () => {
    const { chip } = readCard({ card, entry: 'contactless', counter: 1, random });
    expect(toHex(chip ?? random(0))).toContain('9F34031F0302');
  });
});

describe('a stripe', () => {
  it('begins with the number of the card and says whether there is a chip', () => {
    for (const card of walletCards) {
      const { track2 } = readCard({ card, entry: 'swipe', counter: 1, random });
      expect(track2).toMatch(new RegExp(`^${card.pan}=${card.expiry}[12]01`));
      expect(track2?.length).toBeLessThanOrEqual(37);
    }
  });
});

it.each([
  [true, 'swipe', 'hasChip'],
  [true, 'chip', undefined],
  [true, 'contactless', undefined],
  [true, 'manual', undefined],
  [false, 'swipe', undefined],
  [false, 'chip', 'noChip'],
  [false, 'contactless', 'noChip'],
] as const)('a card with chip %s, by %s: %s', (hasChip, entry, trouble) => {
  const card = walletCards.find((each) => each.hasChip === hasChip);
  if (!card) throw new Error('no such card');
  expect(readingTrouble({ card, entry })).toBe(trouble);
});
