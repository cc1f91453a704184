/** A whole number as digits with zeros in front; throws when it does not fit. */
export function fixedDigits(value: bigint | number, size: number): string {
  const digits = String(value);
  if (!/^\d+$/.test(digits) || digits.length > size)
    throw new RangeError(`does not fit ${size} digits`);
  return digits.padStart(size, '0');
}

/** An amount, in fen, as F4 writes it. */
export function writeAmount(amountMinor: bigint): string {
  return fixedDigits(amountMinor, 12);
}
