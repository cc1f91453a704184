import { partName } from './field-names.ts';
import { maskPart } from './mask.ts';
import type { Profile } from './profile.ts';
import { planOf } from './plan.ts';
import { scan } from './scan.ts';
import type { DecodeError, Part } from './scan.ts';
import type { Lang } from './words.ts';

/** One line of the X-ray of a frame. */
export type DescribedPart = {
  readonly path: string;
  readonly field?: number;
  readonly offset: number;
  readonly length: number;
  readonly name: string;
  /** Safe to show and to log: no card number, track, PIN or key in full. */
  readonly shown: string;
};

export type Description = {
  readonly parts: readonly DescribedPart[];
  /** Where reading stopped, when it did; the parts before it are still described. */
  readonly error?: DecodeError;
};

/** Takes a frame apart for people: what stands where, named and masked. */
export function describe(profile: Profile, bytes: Uint8Array, lang: Lang = 'zh-Hans'): Description {
  const parts: Part[] = [];
  const read = scan(planOf(profile), bytes, parts);
  const described = parts.map(({ value, ...part }) => ({
    ...part,
    name: partName(part.path)[lang],
    shown: maskPart(part.path, value),
  }));
  return read.ok ? { parts: described } : { parts: described, error: read.error };
}
