import { expect, it } from 'vitest';
import { fileTrouble } from './file-rules.ts';

const rule = { kinds: ['image'], size_MB: 5 } as const;
const photo = { name: 'licence.jpg', type: 'image/jpeg', size: 300_000 };

it.each([
  [photo, undefined],
  [{ ...photo, size: 0 }, 'file.empty'],
  [{ name: 'IMG_2041.heic', type: 'image/heic', size: 9 }, 'file.wrongType'],
  [{ name: 'licence.pdf', type: 'application/pdf', size: 9 }, 'file.wrongType'],
  [{ ...photo, size: 5 * 1024 * 1024 + 1 }, 'file.tooLarge'],
])('%j → %s', (file, trouble) => {
  expect(fileTrouble(file, rule)?.key).toBe(trouble);
});

it('names the format that is not taken', () => {
  const heic = { name: 'IMG_2041.heic', type: 'image/heic', size: 9 };
  expect(fileTrouble(heic, rule)?.facts).toEqual({ type: 'HEIC' });
});
