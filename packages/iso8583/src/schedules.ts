/**
 * Keeps what is made of a key for as long as the key itself: the key schedule costs more than a
 * block does. Keys are held weakly, so that nothing grows and nothing outlives its key; a buffer
 * that was filled anew since is noticed as another key.
 */
export function keptByKey<T>(make: (key: Uint8Array) => T): (key: Uint8Array) => T {
  const kept = new WeakMap<Uint8Array, { readonly copy: Uint8Array; readonly made: T }>();
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined && isSame(before.copy, key)) return before.made;
    const made = make(key);
    kept.set(key, { copy: Uint8Array.from(key), made });
    return made;
  };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}
