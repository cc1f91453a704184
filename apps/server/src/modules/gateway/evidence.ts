/** What proves a payment: the signature (0820, 60.1 = 07) and the chip's report (0620/951). */
import {
  bytesOf,
  readBerTlv,
  readF61,
  textOf,
  tlvValue,
  writeBerTlv,
  type Message,
} from '@kaitong/iso8583';
import { keepEvidence } from '#payments';
import type { Ask } from '#platform/ask';
import type { Services } from '#platform/services';
import type { Keyed } from './check.ts';
import { keyOf, tillOf, type Known } from './model.ts';
import type { Outcome } from './outcome.ts';

type Proven = Known & Keyed;

/** The image stands in F62; F11, F60.2 and F37 name the payment that was signed for (protocol.md §3.8). */
export async function takeSignature(services: Services, ask: Ask, heard: Proven): Promise<Outcome> {
  const { message, gate, keys } = heard;
  const bytes = bytesOf(message, 62);
  if (!bytes || bytes.length === 0) return answered('30', keys);
  const kept = { key: keyOf(gate, heard), kind: 'signature', bytes, ...rrnOf(message) } as const;
  return answered(await keepEvidence(services, ask, kept), keys);
}

/** Tags of a chip's report that are kept; none of them names the card (protocol.md §2.7). */
const REPORTED = ['9F33', '95', '9F37', '9F1E', '9F10', '9F26', '9F36', '82', 'DF31', '9F1A', '9A'];

/** F61 names the payment, F55 says what became of the issuer's commands (DF31). */
export async function takeScriptNotice(
  services: Services,
  ask: Ask,
  heard: Proven,
): Promise<Outcome> {
  const { message, gate, keys, f60 } = heard;
  const original = readF61(textOf(message, 61) ?? '');
  const tags = readBerTlv(bytesOf(message, 55) ?? new Uint8Array());
  const isNotice = f60.code === '951' && tags && tlvValue(tags, 'DF31');
  if (!original || !isNotice) return answered('30', keys);
  const key = { ...tillOf(gate), batchNo: original.batch, trace: original.trace };
  const bytes = writeBerTlv(tags.filter(({ tag }) => REPORTED.includes(tag)));
  const kept = { key, kind: 'script', bytes, ...rrnOf(message) } as const;
  return answered(await keepEvidence(services, ask, kept), keys);
}

function rrnOf(message: Message): { rrn?: string } {
  const rrn = textOf(message, 37)?.trim();
  return rrn === undefined || rrn === '' ? {} : { rrn };
}

function answered(code: string, { mak }: Keyed['keys']): Outcome {
  return { kind: 'answered', code, mak };
}
