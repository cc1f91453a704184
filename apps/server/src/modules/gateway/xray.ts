import { describe, unionpay, type DescribedPart } from '@kaitong/iso8583';

/** What is inside a part: covered, and without its name, which depends on the reader. */
type StoredLeaf = Omit<DescribedPart, 'name' | 'hex' | 'children'>;
type StoredPart = StoredLeaf & { readonly children: readonly StoredLeaf[] };

export type StoredXray = {
  readonly bytes: number;
  /** Two letters a byte; `**` where the byte must not be kept. */
  readonly hex: string;
  readonly parts: readonly StoredPart[];
  readonly error?: { readonly offset: number; readonly path: string; readonly reason: string };
};

/** Takes a frame apart for people; what must not be kept is covered before it leaves memory. */
export function xrayOf(frame: Uint8Array): StoredXray {
  const { parts, hex, error } = describe(unionpay, frame);
  return {
    bytes: frame.length,
    hex: hex.replaceAll(' ', ''),
    parts: parts.map((part) => ({ ...leafOf(part), children: leavesIn(part) })),
    ...(error ? { error } : {}),
  };
}

function leafOf({ path, field, offset, length, shown }: DescribedPart): StoredLeaf {
  return { path, ...(field === undefined ? {} : { field }), offset, length, shown };
}

/** A template in a field comes before what it holds; the path says how deep each stands. */
function leavesIn({ children }: DescribedPart): StoredLeaf[] {
  return children.flatMap((child) => [leafOf(child), ...leavesIn(child)]);
}
