// Documents are what their content says; what could harm its reader is refused by name.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { problemOf } from '../../../tests/support/problems.ts';
import { inspectDocument } from './case-document.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izdoo-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function saved(bytes: Buffer | string): Promise<string> {
  count += 1;
  const path = join(folder, `${count}.bin`);
  await writeFile(path, bytes);
  return path;
}
const inspect = async (bytes: Buffer | string) => inspectDocument(await saved(bytes));
const fault = async (bytes: Buffer | string) => problemOf(inspect(bytes));

const pdf = (inside: string) =>
  `%PDF-1.7\n1 0 obj\n<< ${inside} >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`;

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

async function office(parts: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(TYPES), '[Content_Types].xml');
  for (const [path, bytes] of Object.entries(parts)) zip.addBuffer(bytes, path);
  zip.end();
  return buffer(zip.outputStream);
}
const words = { 'word/document.xml': Buffer.from('<w:document/>') };

describe('a PDF', () => {
  test('is recognised, with the kind of PDF/A that it claims', async () => {
    expect(await inspect(pdf(''))).toEqual({ mediaType: 'application/pdf', pdfa: null, warnings: [] });
    const claim = '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>b</pdfaid:conformance>';
    expect((await inspect(pdf(`/Metadata ${claim}`))).pdfa).toBe('2B');
    // Also where a piece of the file ends in the middle of the word.
    expect((await inspect(pdf(`${' '.repeat(65_480)}${claim}`))).pdfa).toBe('2B');
  });

  test('that acts or carries files is marked; locked and cut-off ones are refused', async () => {
    expect((await inspect(pdf('/OpenAction << /S /JavaScript /JS (x) >>'))).warnings).toEqual([
      'ACTIVE_CONTENT',
    ]);
    expect((await inspect(pdf('/Names << /EmbeddedFiles 2 0 R >>'))).warnings).toEqual(['ATTACHMENTS']);
    expect(await fault(pdf('/Encrypt 5 0 R'))).toBe('unreadable-file /file:IS_ENCRYPTED');
    expect(await fault('%PDF-1.7\n1 0 obj\n<< >>')).toBe('unreadable-file /file:IS_CUT_OFF');
  });
});

describe('an office file', () => {
  test('without macros is taken', async () => {
    expect((await inspect(await office(words))).mediaType).toContain('wordprocessingml');
  });

  test('with macros or programs is refused', async () => {
    for (const path of ['word/vbaProject.bin', 'word/embeddings/setup.exe'])
      expect(await fault(await office({ ...words, [path]: Buffer.from('x') }))).toBe(
        'unreadable-file /file:HAS_MACROS',
      );
  });

  test('that unpacks to a hundred times a hundred is refused without being unpacked', async () => {
    const bomb = await office({ ...words, 'word/media/a.xml': Buffer.alloc(30 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await fault(bomb)).toBe('unreadable-file /file:ARCHIVE_BOMB');
  });
});

test('images are taken; pages, programs and old office files are not', async () => {
  const image = await sharp({ create: { width: 3, height: 3, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  expect((await inspect(image)).mediaType).toBe('image/png');
  const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  for (const bytes of [
    '<html><script>alert(1)</script></html>',
    Buffer.from('MZ......'),
    cfb,
    '',
    'plain words',
  ])
    expect(await fault(bytes)).toBe('unreadable-file /file:NOT_A_DOCUMENT');
});
