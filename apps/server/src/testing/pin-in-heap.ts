/**
 * Run as a process of its own by modules/gateway/pin-in-heap.test.ts: a PIN that nobody chose comes in
 * under the key of a terminal and is read as that of a payment; then a heap dump is searched for it.
 * Its digits are bytes throughout. A second argument names a leak to make.
 * (A dump has no contents of buffers: that those are zeroed is tested in packages/iso8583, pin.test.ts.)
 */
import { randomBytes, randomInt } from 'node:crypto';
import { getHeapSnapshot, type HeapSnapshotOptions } from 'node:v8';
import { encryptPin } from '@kaitong/iso8583';
import { secret, type Secret } from '@kaitong/values';
import { nativeDes } from '#platform/des';
import type { HeldKey, Hsm } from '#platform/hsm/port';
import { softwareHsm } from '#platform/hsm/software';
import { zoneKeySpec } from '#platform/hsm/zone-keys';

type ReadPin = (
  services: { readonly hsm: Hsm; readonly zoneKeys: { readonly pin: () => Promise<HeldKey> } },
  asked: {
    readonly heard: object;
    readonly payer: { readonly kind: 'card'; readonly pan: Secret<string> };
    readonly pik: HeldKey;
  },
) => Promise<{ readonly pinBlock?: Uint8Array } | undefined>;

const PAN = '6200000000000005';
const PIN_DIGITS = 12;
/** The search knows the PIN only like this, so that it does not find itself. */
const COVER = 0x5a;

/** What a careless line of code would leave behind. */
const LEAKS: Readonly<Record<string, (pin: Uint8Array) => unknown>> = {
  text: (pin) => pin.join(''),
  list: String,
  number: (pin) => Number(pin.join('')),
  hex: (pin) =>
    Buffer.from(
      pin.filter((_, i) => i % 2 === 0).map((high, i) => (high << 4) | (pin[2 * i + 1] ?? 0)),
    ).toString('hex'),
};

const [, , reader = '', leak = ''] = process.argv;
const { readingOf } = (await import(reader)) as { readonly readingOf: ReadPin };

const digits = Uint8Array.from({ length: PIN_DIGITS }, () => randomInt(1, 10));
const covered = Array.from(digits, (digit) => (0x30 + digit) ^ COVER);
const leaked = LEAKS[leak]?.(digits);
await pay();
digits.fill(0);
const found = await timesFound();
process.stdout.write(JSON.stringify({ found, leaked: typeof leaked }));

async function pay(): Promise<void> {
  const hsm = softwareHsm([randomBytes(32)]);
  const key = Uint8Array.from(randomBytes(16));
  const pik = hsm.adopt({ ...zoneKeySpec('zpk'), place: 'terminal' }, key.slice());
  const zpk = hsm.generate(zoneKeySpec('zpk'));
  const f52 = encryptPin(digits, { key, cipher: nativeDes, format: 'iso0', pan: PAN });
  const fields = { 2: PAN, 22: '021', 52: f52, 53: '2600000000000000' };
  const read = await readingOf(
    { hsm, zoneKeys: { pin: async () => zpk } },
    {
      heard: { message: { mti: '0200', fields }, f60: { partial: '0' } },
      payer: { kind: 'card', pan: secret(PAN) },
      pik,
    },
  );
  if (read?.pinBlock?.length !== 8) throw new Error('the PIN was not translated');
}

/** How often the digits stand in the dump, side by side as in a text or in hex, or with commas. */
async function timesFound(): Promise<number> {
  const spread = covered.flatMap((byte, at) => (at === 0 ? [byte] : [0x2c ^ COVER, byte]));
  const options: HeapSnapshotOptions = { exposeInternals: true, exposeNumericValues: true };
  let times = 0;
  let rest = Buffer.alloc(0);
  for await (const chunk of getHeapSnapshot(options) as AsyncIterable<Buffer>) {
    const text = Buffer.concat([rest, chunk]);
    const end = text.length - spread.length;
    for (let at = 0; at < end; at++)
      if (standsAt(text, at, covered) || standsAt(text, at, spread)) times++;
    rest = text.subarray(Math.max(0, end));
  }
  return times;
}

function standsAt(text: Uint8Array, at: number, sought: readonly number[]): boolean {
  return sought.every((byte, i) => ((text[at + i] ?? 0) ^ COVER) === byte);
}
