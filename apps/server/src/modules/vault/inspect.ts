import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { refuse } from '#platform/refuse';
import { FILE_BYTES_MAX, isFileType, PIXELS_MAX, PREVIEW_PX_MAX, type FileType } from './model.ts';

/** What a file is by its content. */
export type Inspected = {
  readonly type: FileType;
  readonly width?: number;
  readonly height?: number;
};

const PDF_TAIL_BYTES = 2048;
const THUMB_PX = 32;
const MEGA = 1_000_000;

/** Looks into a file before it is kept. The cheap checks come first; only then a picture is decoded. */
export async function inspect(bytes: Uint8Array): Promise<Inspected> {
  if (bytes.length === 0) throw refuse('file.empty');
  if (bytes.length > FILE_BYTES_MAX) throw refuse('request.tooLarge', { limit: '10 MB' });
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!isFileType(found?.mime)) throw refuse('file.type');
  if (found.mime === 'application/pdf') return inspectPdf(bytes);
  return { type: found.mime, ...(await inspectPicture(bytes)) };
}

function inspectPdf(bytes: Uint8Array): Inspected {
  const tail = Buffer.from(bytes.subarray(-PDF_TAIL_BYTES)).toString('latin1');
  if (!tail.includes('%%EOF')) throw refuse('file.broken');
  return { type: 'application/pdf' };
}

async function inspectPicture(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height } = await sizeOf(bytes);
  // A few hundred bytes may claim gigabytes: the claim is judged before anything is unpacked.
  if (width * height > PIXELS_MAX) {
    const megapixels = Math.ceil((width * height) / MEGA);
    throw refuse('file.tooManyPixels', { megapixels, limit: PIXELS_MAX / MEGA });
  }
  await mustDecode(bytes);
  return { width, height };
}

async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { width, height };
  } catch {
    throw refuse('file.broken');
  }
}

async function mustDecode(bytes: Uint8Array): Promise<void> {
  try {
    await picture(bytes).resize(THUMB_PX, THUMB_PX, { fit: 'inside' }).raw().toBuffer();
  } catch {
    throw refuse('file.broken');
  }
}

/** A smaller JPEG made anew from the pixels: where and with what it was taken is gone. */
export async function previewOf(bytes: Uint8Array): Promise<Uint8Array> {
  return picture(bytes)
    .autoOrient()
    .resize(PREVIEW_PX_MAX, PREVIEW_PX_MAX, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function picture(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'truncated', pages: 1 });
}
