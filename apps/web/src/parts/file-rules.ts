/** What a file must be before it is sent. The server looks inside again and trusts nothing of this. */
import type { Facts } from '@kaitong/contract';
import type { HouseKey } from '../words/zh-Hans.ts';

export type FileKind = 'image' | 'pdf';

export const mimeOf: Readonly<Record<FileKind, readonly string[]>> = {
  image: ['image/jpeg', 'image/png'],
  pdf: ['application/pdf'],
};

export type FileRule = { readonly kinds: readonly FileKind[]; readonly size_MB: number };
export type FileTrouble = {
  readonly key: Extract<HouseKey, 'file.empty' | 'file.wrongType' | 'file.tooLarge'>;
  readonly facts: Facts;
};

const MB = 1024 * 1024;

export function fileTrouble(
  file: Pick<File, 'type' | 'size' | 'name'>,
  { kinds, size_MB }: FileRule,
): FileTrouble | undefined {
  if (file.size === 0) return { key: 'file.empty', facts: {} };
  if (!kinds.some((kind) => mimeOf[kind].includes(file.type)))
    return { key: 'file.wrongType', facts: { type: endingOf(file.name) } };
  if (file.size > size_MB * MB)
    return { key: 'file.tooLarge', facts: { size: (file.size / MB).toFixed(1), limit: size_MB } };
  return undefined;
}

/** 'HEIC' of 'IMG_2041.heic'; empty when there is none. */
function endingOf(name: string): string {
  return /\.(\w{1,8})$/.exec(name)?.[1]?.toUpperCase() ?? '';
}
