import {
  bytesOf,
  readBerTlv,
  toHex,
  writeBerTlv,
  readDetails,
  readTotals,
  SETTLEMENT_EQUAL,
  SETTLEMENT_UNEQUAL,
  textOf,
  writeTotals,
  type CardTotals,
  type SettlementFlag,
  type Tlv,
} from '@kaitong/iso8583';
import { endUpload, settleBatch, uploadLines, type BatchTotals } from '#payments';
import type { Ask } from '#platform/ask';
import type { Services } from '#platform/services';
import { keyOf, type Heard, type Known } from './model.ts';
import type { Outcome } from './outcome.ts';

/** Card number, track 2, and the name of the holder. */
const CARD_TAGS: ReadonlySet<string> = new Set(['5A', '57', '5F20', '9F6B', '56']);

const ENDS: ReadonlySet<string> = new Set(['202', '207']);

/** 0500: our totals against theirs. The answer has no F39; refused, it has one. */
export async function settle(services: Services, ask: Ask, heard: Known): Promise<Outcome> {
  const totals = readTotals(textOf(heard.message, 48) ?? '');
  if (!totals) return { kind: 'refused', code: '30' };
  const theirs = { domestic: stored(totals.domestic), foreign: stored(totals.foreign) };
  const key = keyOf(heard.gate, heard);
  const settled = await settleBatch(services, ask, { key, theirs });
  if (!settled.ours) return { kind: 'refused', code: settled.code };
  const f48 = writeTotals({
    domestic: flagged(settled.ours.domestic, settled.domesticEqual),
    foreign: flagged(settled.ours.foreign, settled.foreignEqual),
  });
  return { kind: 'answered', fields: { 48: f48 } };
}

/** 0320: details that a terminal uploads, and the end of them. */
export async function upload(services: Services, ask: Ask, heard: Known): Promise<Outcome> {
  const key = keyOf(heard.gate, heard);
  const { code } = heard.f60;
  const f48 = textOf(heard.message, 48) ?? '';
  if (ENDS.has(code)) {
    if (!/^\d{4}$/.test(f48)) return { kind: 'refused', code: '30' };
    const request = { key, count: Number(f48), fingerprint: `${code} ${f48}` };
    return { kind: 'answered', code: (await endUpload(services, ask, request)).code };
  }
  const lines = code === '201' ? readDetails(f48) : [wholeMessage(heard)];
  if (!lines) return { kind: 'refused', code: '30' };
  // Advices go up as they were, with MTI 0320: their kind is what they were.
  const kind = code === '000' ? heard.f60.type : code;
  const { code: taken } = await uploadLines(services, ask, { key, code: kind, lines });
  return { kind: 'answered', code: taken };
}

/** Chip records and advices go up one by one, as messages of their own. */
function wholeMessage({ message, trace }: Heard) {
  const amount = textOf(message, 4) ?? '0';
  const [said, chip] = [bytesOf(message, 62), bytesOf(message, 55)];
  return {
    trace,
    pan: textOf(message, 2) ?? '',
    amountMinor: BigInt(amount),
    said: {
      ...(said ? { 62: toHex(said) } : {}),
      ...(chip ? { 55: toHex(writeBerTlv(chipOf(chip))) } : {}),
    },
  };
}

/** Of the chip only what proves the transaction; a tag that holds a card number is not kept (§2.7). */
function chipOf(bytes: Uint8Array): Tlv[] {
  return (readBerTlv(bytes) ?? []).filter(({ tag }) => !CARD_TAGS.has(tag));
}

function stored(totals: CardTotals): BatchTotals['domestic'] {
  return {
    debitMinor: totals.debitMinor.toString(),
    debitCount: totals.debitCount,
    creditMinor: totals.creditMinor.toString(),
    creditCount: totals.creditCount,
  };
}

function flagged(totals: BatchTotals['domestic'], isEqual: boolean | undefined): CardTotals {
  const flag: SettlementFlag = isEqual === true ? SETTLEMENT_EQUAL : SETTLEMENT_UNEQUAL;
  return {
    debitMinor: BigInt(totals.debitMinor),
    debitCount: totals.debitCount,
    creditMinor: BigInt(totals.creditMinor),
    creditCount: totals.creditCount,
    flag,
  };
}
