import type { FieldValue, Message, Profile } from './profile.ts';
import { walk } from './walk.ts';
import type { DecodeError, Part } from './walk.ts';

export type Decoded =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly error: DecodeError };

/** Reads a frame without its two length bytes; total: any bytes give a message or an error. */
export function decode(profile: Profile, bytes: Uint8Array): Decoded {
  const { parts, error } = walk(profile, bytes);
  return error === undefined ? { ok: true, message: messageOf(parts) } : { ok: false, error };
}

function messageOf(parts: readonly Part[]): Message {
  const fields: Record<number, FieldValue> = {};
  const head: { tpdu?: string; header?: string; mti: string } = { mti: '' };
  for (const { path, field, value } of parts) {
    if (field !== undefined) fields[field] = value;
    else if (isHead(path) && typeof value === 'string') head[path] = value;
  }
  return { ...head, fields };
}

function isHead(path: string): path is 'tpdu' | 'header' | 'mti' {
  return path === 'tpdu' || path === 'header' || path === 'mti';
}
