/** Photos for the documents of the story: real images, each different, with nothing real on them. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Upload } from './asking.ts';

const WIDTH = 1280;
const HEIGHT = 800;
// Enlarged noise: two photos are never the same, and a blank sheet would be no photo.
const GRAIN = 24;

export async function photo(kind: string): Promise<Upload> {
  const grain = { width: GRAIN, height: GRAIN, channels: 3 } as const;
  const bytes = await sharp(randomBytes(GRAIN * GRAIN * 3), { raw: grain })
    .resize(WIDTH, HEIGHT, { fit: 'fill', kernel: 'cubic' })
    .composite([{ input: Buffer.from(label(kind)) }])
    .jpeg({ quality: 80 })
    .toBuffer();
  return { name: `${kind}.jpg`, type: 'image/jpeg', bytes };
}

function label(kind: string): string {
  return `<svg width="${WIDTH}" height="${HEIGHT}" xmlns="http://www.w3.org/2000/svg">
    <rect x="40" y="40" width="${WIDTH - 80}" height="${HEIGHT - 80}" fill="#f7f4ec" stroke="#30343b" stroke-width="6"/>
    <text x="100" y="200" font-size="80" font-family="sans-serif" fill="#30343b">SAMPLE</text>
    <text x="100" y="320" font-size="64" font-family="sans-serif" fill="#30343b">${kind}</text>
  </svg>`;
}
