/** What is filtered and what is open stands in the address, so that it can be kept and sent. */
import { useNavigate, useSearch } from '@tanstack/react-router';

type Change = Readonly<Record<string, string | undefined>>;

export type Address = {
  /** What the address says of this name. */
  readonly text: (name: string) => string | undefined;
  /** The same, when it is one of these. */
  readonly oneOf: <Value extends string>(
    name: string,
    values: readonly Value[],
  ) => Value | undefined;
  readonly change: (change: Change) => void;
  /** Which row is open beside the list. */
  readonly openId: string | undefined;
  readonly open: (id: string) => void;
  readonly leave: () => void;
};

export function useAddress(): Address {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const text = (name: string) => textOf(search[name]);
  const go = (change: Change, replace: boolean) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, ...change }),
      replace,
      resetScroll: false,
    });
  const openId = text('open');
  return {
    text,
    oneOf: (name, values) => values.find((value) => value === text(name)),
    change: (change) => go({ open: undefined, ...change }, true),
    openId,
    // The way back leads to the list, not through every row that was looked at.
    open: (id) => go({ open: id }, openId !== undefined),
    leave: () => go({ open: undefined }, true),
  };
}

/** The router reads digits as a number. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
