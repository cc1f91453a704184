/**
 * Where the browser terminal keeps what it must not forget. Its main key lies here in clear, as in
 * the memory of a device: so there is such a terminal only in a sandbox, where no key guards money.
 */

export type Shelf = {
  readonly read: (name: string) => unknown;
  readonly write: (name: string, value: unknown) => void;
  readonly clear: () => void;
};

const PREFIX = 'kaitong.pos.';

type Names = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function shelfIn(storage: Names): Shelf {
  return {
    read: (name) => parsed(storage.getItem(PREFIX + name)),
    write: (name, value) => storage.setItem(PREFIX + name, JSON.stringify(value)),
    clear: () => {
      const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
      for (const name of names) if (name.startsWith(PREFIX)) storage.removeItem(name);
    },
  };
}

/** A browser may forbid its storage; then the terminal lasts as long as the page. */
export function browserShelf(): Shelf {
  try {
    const shelf = shelfIn(localStorage);
    shelf.write('probe', 1);
    return shelf;
  } catch {
    return shelfIn(inMemory());
  }
}

function inMemory(): Names {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Somebody else wrote here, or an older page: as good as nothing.
    return undefined;
  }
}
