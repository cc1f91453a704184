/** The counter of a key serial number: its width in bits and how many of them may be set at once. */
export type CounterRule = { readonly bits: 21 | 32; readonly onesMax: 10 | 16 };

/** The lowest bits of the last four bytes of a key serial number. */
export function counterIn(ksn: Uint8Array, { bits }: CounterRule): number {
  const view = new DataView(ksn.buffer, ksn.byteOffset, ksn.length);
  const last = view.getUint32(ksn.length - 4);
  return bits === 32 ? last : last & ((1 << bits) - 1);
}

/** The same serial number with another counter. */
export function withCounter(ksn: Uint8Array, counter: number, { bits }: CounterRule): Uint8Array {
  const out = Uint8Array.from(ksn);
  const view = new DataView(out.buffer);
  const last = view.getUint32(out.length - 4);
  const kept = bits === 32 ? 0 : (last >>> bits) * 2 ** bits;
  view.setUint32(out.length - 4, kept + counter);
  return out;
}

/** The counters that lead to this one, from the highest bit on: each adds one bit. */
export function stepsTo(counter: number): number[] {
  const steps: number[] = [];
  let reached = 0;
  for (let bit = 31; bit >= 0; bit--) {
    if (((counter >>> bit) & 1) === 0) continue;
    reached += 2 ** bit;
    steps.push(reached);
  }
  return steps;
}

/** Whether a terminal may use the counter: it is not zero and has no more ones than allowed. */
export function isCounter(counter: number, { onesMax }: CounterRule): boolean {
  const ones = stepsTo(counter).length;
  return ones > 0 && ones <= onesMax;
}

/** The next counter that may be used; nothing when the initial key is used up. */
export function counterAfter(counter: number, rule: CounterRule): number | undefined {
  let next = counter + 1;
  // With too many ones, adding the lowest of them carries into the next higher place.
  while (next < 2 ** rule.bits && !isCounter(next, rule)) next += lowestOne(next);
  return next < 2 ** rule.bits ? next : undefined;
}

function lowestOne(value: number): number {
  let one = 1;
  while (value % (2 * one) === 0) one *= 2;
  return one;
}
