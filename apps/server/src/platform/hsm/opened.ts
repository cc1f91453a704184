/** What was opened, by its block; of too many, the one that was used longest ago is put away. */
export type Opened<T> = {
  readonly of: (block: string) => T;
  readonly forget: (block: string) => void;
  readonly forgetAll: () => void;
};

/** Three keys for each of some thousand terminals that trade at a time. */
const OPENED_MAX = 8_192;

export function keepOpened<T>(
  open: (block: string) => T,
  putAway: (opened: T) => void,
  max = OPENED_MAX,
): Opened<T> {
  const opened = new Map<string, T>();

  function forget(block: string): void {
    const found = opened.get(block);
    if (found === undefined) return;
    opened.delete(block);
    putAway(found);
  }

  return {
    of: (block) => {
      const found = opened.get(block) ?? open(block);
      // What was used last stands last, and so is put away last.
      opened.delete(block);
      opened.set(block, found);
      const [oldest] = opened.keys();
      if (opened.size > max && oldest !== undefined) forget(oldest);
      return found;
    },
    forget,
    forgetAll: () => {
      for (const block of opened.keys()) forget(block);
    },
  };
}
