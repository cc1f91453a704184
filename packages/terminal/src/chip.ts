/**
 * The second half of a chip payment: the card hears the issuer's answer, runs the issuer's commands,
 * and has the last word. Source: EMV 4.3 book 3 §10.10; docs/protocol.md §2.7.
 */
import { fromHex, readBerTlv, tlvValue, writeBerTlv } from '@kaitong/iso8583';
import type { Tlv } from '@kaitong/iso8583';
import type { Card } from './card.ts';

/** What a card makes of the issuer's answer. */
export type ChipEnd = {
  readonly accepts: boolean;
  /** BER-TLV: certificate, counter, results. */
  readonly tags: Uint8Array;
  readonly ranScript: boolean;
  readonly hasArpcFailed: boolean;
};

export type ChipAnswer = {
  readonly accepts: boolean;
  /** BER-TLV that goes over what was sent: 9F26, 95, 9F10, DF31. */
  readonly tags?: Uint8Array;
  readonly hasArpcFailed?: boolean;
};

const SCRIPTS = ['71', '72'];
/** Every command succeeded (DF31: five bytes a script). */
const SCRIPT_DONE = fromHex('2000000000');

/** Lets the card judge the answer; nothing when the payment did not come from a chip. */
export async function finishChip(
  card: Card | undefined,
  issuer: Uint8Array | undefined,
): Promise<ChipEnd | undefined> {
  if (card?.entry !== 'chip' && card?.entry !== 'contactless') return undefined;
  if (card.chip === undefined) return undefined;
  const told = readBerTlv(issuer ?? new Uint8Array()) ?? [];
  const ranScript = SCRIPTS.some((tag) => tlvValue(told, tag) !== undefined);
  const said = (await card.finish?.(issuer ?? new Uint8Array())) ?? { accepts: true };
  const own = ranScript ? [{ tag: 'DF31', value: SCRIPT_DONE }] : [];
  const over = said.tags === undefined ? [] : (readBerTlv(said.tags) ?? []);
  const all = merged([...(readBerTlv(card.chip) ?? []), ...own, ...over]);
  return {
    accepts: said.accepts,
    tags: writeBerTlv(all),
    ranScript,
    hasArpcFailed: said.hasArpcFailed ?? false,
  };
}

/** The tags of the list that are there, in its order. */
export function pick(chip: Uint8Array, tags: readonly string[]): Uint8Array {
  const entries = readBerTlv(chip) ?? [];
  return writeBerTlv(tags.flatMap((tag) => entries.find((each) => each.tag === tag) ?? []));
}

/** The last word on each tag. */
function merged(entries: readonly Tlv[]): Tlv[] {
  return [...new Map(entries.map((each) => [each.tag, each])).values()];
}
