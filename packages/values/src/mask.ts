/**
 * What people may see of a number that is not theirs.
 *
 * One form for each kind, everywhere: two different forms of one card number add up to the number
 * (PCI DSS FAQ 1091).
 */
type Ends = { readonly first: number; readonly last: number };

/** First six and last four, as PCI DSS 3.4.1 allows: '620000******0005'. */
export function maskPan(pan: string): string {
  return keepEnds(pan, { first: 6, last: 4 });
}

/** Hides the birthday: '110***********002X'. */
export function maskId(number: string): string {
  return keepEnds(number, { first: 3, last: 4 });
}

/** '138****8000'; a country code stays. */
export function maskPhone(phone: string): string {
  const [, country = '', national = ''] =
    /^(\+86)?(.*)$/s.exec(phone.replaceAll(/[\s-]/g, '')) ?? [];
  return country + keepEnds(national, { first: 3, last: 4 });
}

/** The family name: '王*', '欧**'. Enough to compare with a badge or to find one's own. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return first + '*'.repeat(Math.max(rest.length, first === '' ? 0 : 1));
}

function keepEnds(text: string, { first, last }: Ends): string {
  const hidden = text.length - first - last;
  // When little would be hidden, everything is.
  if (hidden < 3) return '*'.repeat(text.length);
  return text.slice(0, first) + '*'.repeat(hidden) + text.slice(-last);
}
