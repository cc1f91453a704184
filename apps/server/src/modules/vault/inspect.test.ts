import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspect, previewOf } from './inspect.ts';
import { FILE_BYTES_MAX, PREVIEW_PX_MAX } from './model.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } });

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** A PNG that claims a size and brings hardly any pixels. */
function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(20)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
let jpeg: Buffer;
let png: Buffer;
let noisy: Buffer;

beforeAll(async () => {
  jpeg = await picture(40, 30).jpeg().toBuffer();
  png = await picture(40, 30).png().toBuffer();
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  noisy = await sharp({
    create: { width: 300, height: 300, channels: 3, background: '#fff', noise },
  })
    .png()
    .toBuffer();
});

describe('inspect', () => {
  it.each([
    ['a JPEG', async () => jpeg, { type: 'image/jpeg', width: 40, height: 30 }],
    ['a PNG', async () => png, { type: 'image/png', width: 40, height: 30 }],
    [
      'a WebP',
      async () => picture(8, 6).webp().toBuffer(),
      { type: 'image/webp', width: 8, height: 6 },
    ],
    ['a PDF', async () => pdf, { type: 'application/pdf' }],
  ])('knows %s by its content', async (_what, bytes, seen) => {
    expect(await inspect(await bytes())).toEqual(seen);
  });

  it.each([
    ['nothing', async () => Buffer.alloc(0), 'file.empty'],
    ['a web page', async () => Buffer.from('<html><script>1</script></html>'), 'file.type'],
    ['an SVG, which can carry scripts', async () => Buffer.from(svg), 'file.type'],
    ['a program', async () => Buffer.from('7f454c46020101000000000000000000', 'hex'), 'file.type'],
    ['a GIF', async () => picture(4, 4).gif().toBuffer(), 'file.type'],
    ['a TIFF', async () => picture(4, 4).tiff().toBuffer(), 'file.type'],
    ['a ZIP', async () => Buffer.from('504b0304140000000000', 'hex'), 'file.type'],
    ['more than 10 MB', async () => Buffer.alloc(FILE_BYTES_MAX + 1, 1), 'request.tooLarge'],
    ['a PNG that ends too early', async () => noisy.subarray(0, 40_000), 'file.broken'],
    ['a JPEG that ends too early', async () => jpeg.subarray(0, jpeg.length / 2), 'file.broken'],
    ['a PNG of its first bytes only', async () => png.subarray(0, 20), 'file.broken'],
    ['a PDF that ends too early', async () => pdf.subarray(0, 20), 'file.broken'],
    [
      'a claim of 400 million pixels',
      async () => pngClaiming(20_000, 20_000),
      'file.tooManyPixels',
    ],
    [
      'a small file of 41 million pixels',
      async () => picture(6400, 6400).png({ compressionLevel: 9 }).toBuffer(),
      'file.tooManyPixels',
    ],
    ['a claim without pixels', async () => pngClaiming(100, 100), 'file.broken'],
  ])('refuses %s', async (_what, bytes, code) => {
    await expect(inspect(await bytes())).rejects.toMatchObject({ code });
  });
});

describe('a preview', () => {
  it('is no larger than needed', async () => {
    const preview = await previewOf(await picture(3000, 1000).png().toBuffer());
    expect(await sharp(preview).metadata()).toMatchObject({
      format: 'jpeg',
      width: PREVIEW_PX_MAX,
    });
  });

  it('is turned upright and has lost where it was taken', async () => {
    const photo = await picture(40, 20)
      .jpeg()
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '31/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const after = await sharp(await previewOf(photo)).metadata();
    expect(after.exif).toBeUndefined();
    expect([after.width, after.height]).toEqual([20, 40]);
  });
});
