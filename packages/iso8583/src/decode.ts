import { scan } from './scan.ts';
import { planOf } from './plan.ts';
import type { Message, Profile } from './profile.ts';
import type { DecodeError } from './scan.ts';

export type Decoded =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly error: DecodeError };

/** Reads a frame without its two length bytes; total: any bytes give a message or an error. */
export function decode(profile: Profile, bytes: Uint8Array): Decoded {
  return scan(planOf(profile), bytes);
}
