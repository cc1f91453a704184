/** The search of the sign-in page for somebody who wanted to see `href`: back there, by the right door. */
export function signInDoor(href: string): { back: string; as?: 'staff' } {
  return /^\/c(?:[/?#]|$)/.test(href) ? { back: href, as: 'staff' } : { back: href };
}
