/** Where a link of the server, `/orders/ord_1`, stands on the merchant's phone: `/m/orders/ord_1`. */
export function merchantPath(link: string): string {
  if (!link.startsWith('/')) return '/m';
  const isWhole = /^\/(?:m|advise|verify|guides|agents)(?:\/|$)/.test(link);
  return isWhole ? link : `/m${link}`;
}
