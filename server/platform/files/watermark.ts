// Marks an image all over with who looked at it and when, so that a copy that leaves the house tells where it came from.
import sharp, { type Sharp } from 'sharp';
import { drawText } from './pixel-font.ts';

/** Slanted, so that a mark cannot be cut away along an edge. */
const ANGLE = -30;
const OPACITY = 110;
const WHITE = [255, 255, 255, OPACITY] as const;
const BLACK = [0, 0, 0, OPACITY] as const;

/** One mark with some room around it; light dots with a dark shadow are seen on any ground. */
function tile(lines: readonly string[], scale: number): Sharp {
  const text = drawText(lines);
  const [width, height] = [(text.width + 8) * scale, (text.height + 8) * scale];
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.floor(x / scale) - 4, Math.floor(y / scale) - 4];
      const colour = text.isDot(column, row) ? WHITE : text.isDot(column - 1, row - 1) ? BLACK : null;
      if (colour) pixels.set(colour, (y * width + x) * 4);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 4 } }).rotate(ANGLE, { background: '#00000000' });
}

/**
 * @param image JPEG
 * @param lines Latin letters, digits, dashes, colons and dots; about 18 signs fit on a thumbnail
 * @returns JPEG
 */
export async function watermark(image: Buffer, lines: readonly string[]): Promise<Buffer> {
  const { width, height } = await sharp(image).metadata();
  // Dots smaller than two pixels cannot be read once they are slanted.
  const scale = Math.max(2, Math.round(Math.max(width, height) / 450));
  const mark = await tile(lines, scale).png().toBuffer({ resolveWithObject: true });
  // A tile must not be larger than what it covers.
  const fitted = await sharp(mark.data)
    .extract({
      left: 0,
      top: 0,
      width: Math.min(width, mark.info.width),
      height: Math.min(height, mark.info.height),
    })
    .toBuffer();
  return sharp(image)
    .composite([{ input: fitted, tile: true }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
