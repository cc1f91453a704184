/** The code on a customer's phone: nineteen digits that begin with 62, good for one payment. */

const DIGITS = 17;

export function newPayCode(
  random: (count: number) => Uint8Array = (count) => crypto.getRandomValues(new Uint8Array(count)),
): string {
  return `62${[...random(DIGITS)].map((byte) => byte % 10).join('')}`;
}

/** In fours, as people read numbers. */
export function spaced(digits: string): string {
  return digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
}
