// Makes a received photo safe to keep and show: read by content, turned upright, without metadata, in a sane size.
import sharp from 'sharp';
import { Problem } from '../../domain/errors.ts';
import { PHOTO_TYPES, sniffAs } from './media-type.ts';

const MAX_PIXELS = 60_000_000;
const MAX_SIDE = 4_000;
const THUMB_SIDE = 320;

export interface CleanPhoto {
  readonly mediaType: 'image/jpeg';
  readonly image: Buffer;
  readonly width: number;
  readonly height: number;
  /** The longest side is at most 320 pixels. */
  readonly thumbnail: Buffer;
}

const unreadable = (code: string) => new Problem('unreadable-file', [{ at: '/file', code }]);

async function demandSaneSize(path: string): Promise<void> {
  // Only the header is read: a small file may claim to hold more pixels than the memory.
  const { width, height } = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => Promise.reject(unreadable('DAMAGED_IMAGE')));
  if (width * height <= MAX_PIXELS) return;
  throw new Problem('too-large', [
    { at: '/file', code: 'TOO_MANY_PIXELS', params: { maximum: MAX_PIXELS / 1_000_000 } },
  ]);
}

/**
 * @throws Problem `unreadable-file` for anything but a whole JPEG, PNG or WebP image; `too-large` over 60 megapixels
 */
export async function cleanPhoto(path: string): Promise<CleanPhoto> {
  if ((await sniffAs(path, PHOTO_TYPES)) === null) throw unreadable('NOT_A_PHOTO');
  await demandSaneSize(path);
  try {
    const { data: image, info } = await sharp(path, {
      failOn: 'error',
      limitInputPixels: MAX_PIXELS,
      sequentialRead: true,
    })
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 90 })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(image)
      .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer();
    return { mediaType: 'image/jpeg', image, width: info.width, height: info.height, thumbnail };
  } catch (error) {
    throw Object.assign(unreadable('DAMAGED_IMAGE'), { cause: error });
  }
}
