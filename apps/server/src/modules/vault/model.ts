import type { Role } from '@kaitong/contract';
import type { Actor } from '#platform/ask';

export const FILE_BYTES_MAX = 10 * 1024 * 1024;
export const PIXELS_MAX = 40_000_000;
export const PREVIEW_PX_MAX = 1600;
const NAME_LETTERS_MAX = 120;

const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof fileTypes)[number];

export function isFileType(type: string | undefined): type is FileType {
  return fileTypes.some((known) => known === type);
}

/** They decide on documents, or on those who do. */
const READERS: readonly Role[] = ['reviewer', 'risk', 'auditor'];
/** They see what is sent in about a machine, but no identity papers. */
const FIELD_READERS: readonly Role[] = ['support', 'technician'];
const FIELD_KINDS = ['photo', 'evidence', 'material'];

export function mayRead(by: Actor, file: { owner: string; kind: string }): boolean {
  if (by.kind !== 'user') return false;
  if (READERS.includes(by.role) || by.id === file.owner) return true;
  if (FIELD_READERS.includes(by.role)) return FIELD_KINDS.includes(file.kind);
  return by.role === 'owner' && by.merchantIds.includes(file.owner);
}

/** What may stand in a header and a listing: no path, no control characters, not endless. */
export function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = last.replaceAll(/[\u0000-\u001f\u007f"<>|]/g, '').trim();
  return clean.slice(0, NAME_LETTERS_MAX) || 'file';
}
