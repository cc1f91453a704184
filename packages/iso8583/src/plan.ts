import type { Encoding, FieldSpec, LengthPrefix, PadNibble, Profile } from './profile.ts';

/** A field as the walk needs it: numbers to compare, nothing to look up. */
export type Step = {
  readonly field: number;
  /** `F2` … */
  readonly path: string;
  readonly encoding: Encoding;
  /** Digits stand two in a byte, so an odd count leaves a nibble empty. */
  readonly isPacked: boolean;
  readonly prefixBytes: number;
  readonly isSpelledPrefix: boolean;
  readonly isFixed: boolean;
  readonly max: number;
  /** The empty nibble of an odd count stands in front. */
  readonly isLeft: boolean;
  /** What is written into that nibble; 0 to 15. */
  readonly pad: number;
};

/** A profile made ready to read and write. */
export type Plan = {
  readonly name: string;
  readonly hasRouting: boolean;
  readonly hasSecondBitmap: boolean;
  readonly isSpelled: boolean;
  /** By field number; no field is higher than 128. */
  readonly steps: readonly (Step | undefined)[];
  /** The same steps without gaps. */
  readonly order: readonly Step[];
  /** The fields that need a second bitmap. */
  readonly highFields: readonly number[];
};

const PLANS = new WeakMap<Profile, Plan>();

/** The plan of a profile, compiled at the first use and kept as long as the profile is. */
export function planOf(profile: Profile): Plan {
  const known = PLANS.get(profile);
  if (known !== undefined) return known;
  const plan = compile(profile);
  PLANS.set(profile, plan);
  return plan;
}

const FIELD_MAX = 128;

function compile(profile: Profile): Plan {
  const { name, hasRouting, hasSecondBitmap } = profile;
  const steps = Array.from({ length: FIELD_MAX + 1 }, (_, field) => {
    const spec = profile.fields[field];
    return spec && stepOf(field, spec, profile.padNibble);
  });
  const order = steps.filter((step) => step !== undefined);
  const highFields = order.map(({ field }) => field).filter((field) => field > 64);
  const isSpelled = profile.head === 'spelled';
  return { name, hasRouting, hasSecondBitmap, isSpelled, steps, order, highFields };
}

const PREFIXES: Readonly<Record<LengthPrefix, readonly [bytes: number, isSpelled: boolean]>> = {
  fixed: [0, false],
  ll: [1, false],
  lll: [2, false],
  llAscii: [2, true],
  lllAscii: [3, true],
};

function stepOf(field: number, spec: FieldSpec, padNibble: PadNibble): Step {
  const [prefixBytes, isSpelledPrefix] = PREFIXES[spec.prefix];
  const isFixed = spec.prefix === 'fixed';
  return {
    field,
    path: `F${field}`,
    encoding: spec.encoding,
    isPacked: spec.encoding === 'bcd' || spec.encoding === 'track',
    prefixBytes,
    isSpelledPrefix,
    isFixed,
    max: spec.max,
    isLeft: spec.pad === 'left',
    // Fixed fields have zeros in every dialect that was seen (protocol.md §1.3).
    pad: isFixed ? 0 : parseInt(padNibble, 16),
  };
}

/** How many bytes a content of this size takes: the length of n and z counts digits. */
export function bytesFor(encoding: Encoding, size: number): number {
  if (encoding === 'bcd' || encoding === 'track') return (size + 1) >> 1;
  return encoding === 'hex' ? size * 2 : size;
}
