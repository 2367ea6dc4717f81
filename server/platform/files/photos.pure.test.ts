import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../domain/errors.ts';
import { cleanPhoto } from './photos.ts';
import { drawText } from './pixel-font.ts';
import { watermark } from './watermark.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izdoo-photos-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

async function saved(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? [error.code, error.faults[0]?.code] : error),
  );

// Images take long on a busy machine.
describe('cleanPhoto', { timeout: 60_000 }, () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s becomes a JPEG whatever its name says', async (format) => {
    const path = await saved('снимок.txt', await noise(900, 600).toFormat(format).toBuffer());
    const photo = await cleanPhoto(path);
    expect(photo).toMatchObject({ mediaType: 'image/jpeg', width: 900, height: 600 });
    expect((await sharp(photo.image).metadata()).format).toBe('jpeg');
    const thumb = await sharp(photo.thumbnail).metadata();
    expect([thumb.width, thumb.height]).toEqual([320, 213]);
  });

  test('place, device and orientation marks are gone, and the picture stands upright', async () => {
    const marked = await noise(400, 200)
      .withExif({
        IFD0: { Make: 'PLANTED-DEVICE' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 52/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(marked.includes('PLANTED-DEVICE')).toBe(true);
    const photo = await cleanPhoto(await saved('gps.jpg', marked));
    const { exif, orientation, icc, xmp } = await sharp(photo.image).metadata();
    expect({ exif, orientation, icc, xmp }).toEqual({
      exif: undefined,
      orientation: undefined,
      icc: undefined,
      xmp: undefined,
    });
    expect([photo.width, photo.height]).toEqual([200, 400]);
    expect(photo.image.includes('PLANTED-DEVICE')).toBe(false);
    expect(photo.thumbnail.includes('PLANTED-DEVICE')).toBe(false);
  });

  test('what is clear becomes white, and a small picture stays small', async () => {
    const clear = sharp({ create: { width: 40, height: 30, channels: 4, background: '#00000000' } });
    const photo = await cleanPhoto(await saved('clear.png', await clear.png().toBuffer()));
    expect([photo.width, photo.height]).toEqual([40, 30]);
    expect([...(await sharp(photo.image).raw().toBuffer())].every((value) => value > 250)).toBe(true);
  });

  test('a very large picture is made smaller', async () => {
    const photo = await cleanPhoto(await saved('wide.jpg', await noise(5000, 1000).jpeg().toBuffer()));
    expect([photo.width, photo.height]).toEqual([4000, 800]);
  });

  test('more pixels than allowed are refused from the header alone', async () => {
    const plain = sharp({ create: { width: 10_000, height: 7_000, channels: 3, background: '#fff' } });
    const path = await saved('bomb.png', await plain.png().toBuffer());
    expect(await problemOf(cleanPhoto(path))).toEqual(['too-large', 'TOO_MANY_PIXELS']);
  });

  test('broken and foreign files are unreadable, never an unknown error', async () => {
    const whole = await noise(800, 600).jpeg().toBuffer();
    const png = await noise(300, 300).png().toBuffer();
    const cases: [string, Buffer, string][] = [
      ['cut.jpg', whole.subarray(0, whole.length / 2), 'DAMAGED_IMAGE'],
      ['cut.png', png.subarray(0, png.length / 2), 'DAMAGED_IMAGE'],
      ['head.jpg', whole.subarray(0, 20), 'DAMAGED_IMAGE'],
      ['empty.jpg', Buffer.alloc(0), 'NOT_A_PHOTO'],
      ['page.jpg', Buffer.from('<html><script>alert(1)</script></html>'), 'NOT_A_PHOTO'],
      ['drawing.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'NOT_A_PHOTO'],
      ['paper.jpg', Buffer.from('%PDF-1.7\n%%EOF'), 'NOT_A_PHOTO'],
    ];
    for (const [name, bytes, code] of cases)
      expect([name, await problemOf(cleanPhoto(await saved(name, bytes)))]).toEqual([
        name,
        ['unreadable-file', code],
      ]);
  });

  test('the received file is left as it was', async () => {
    const bytes = await noise(50, 50).jpeg().toBuffer();
    const path = await saved('same.jpg', bytes);
    await cleanPhoto(path);
    expect(await readFile(path)).toEqual(bytes);
  });
});

describe('watermark', { timeout: 60_000 }, () => {
  const grey = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#808080' } })
      .jpeg({ quality: 95 })
      .toBuffer();
  const lines = ['0192F3A4-5B6C-7D8E', '9F00-112233445566', '2026-11-23 06:00Z'];

  /** Share of pixels that are no longer the ground's grey. */
  async function touched(image: Buffer): Promise<number> {
    const pixels = await sharp(image).greyscale().raw().toBuffer();
    return pixels.filter((value) => Math.abs(value - 128) > 20).length / pixels.length;
  }

  test.each([
    [1600, 1200],
    [320, 213],
    [60, 40],
    [3, 2],
  ])('an image of %i × %i keeps its size', async (width, height) => {
    const marked = await watermark(await grey(width, height), lines);
    const info = await sharp(marked).metadata();
    expect([info.format, info.width, info.height]).toEqual(['jpeg', width, height]);
  });

  test('every quarter of the image is marked, and the picture stays recognisable', async () => {
    const marked = await watermark(await grey(1600, 1200), lines);
    for (const [left, top] of [
      [0, 0],
      [800, 0],
      [0, 600],
      [800, 600],
    ] as const) {
      const quarter = await sharp(marked).extract({ left, top, width: 800, height: 600 }).toBuffer();
      const share = await touched(quarter);
      expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.4);
    }
  });

  test('two viewers get two images', async () => {
    const image = await grey(640, 480);
    const [one, other] = [
      await watermark(image, lines),
      await watermark(image, ['FFFFFFFF', ...lines.slice(1)]),
    ];
    expect(one.equals(other)).toBe(false);
  });

  test('the font knows every sign of ids and times, each by its own shape', () => {
    const signs = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-:.'];
    const shapes = signs.map((sign) => {
      const { width, height, isDot } = drawText([sign]);
      let shape = '';
      for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) shape += isDot(x, y) ? '#' : '.';
      return shape;
    });
    expect(new Set(shapes).size).toBe(signs.length);
    expect(shapes.every((shape) => shape.includes('#'))).toBe(true);
  });
});
