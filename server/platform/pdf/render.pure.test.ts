// Printed files have a glyph for every letter, their pages counted, a structure, and one watermark on every page.

import { buffer } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../domain/access/actor.ts';
import { TEXT_SOURCES } from '../i18n/texts.ts';
import type { PrintedDocument } from './printed-document.ts';
import { renderPdf } from './render.ts';
import { BOLD, FONT_FILES, MONO, PLAIN } from './style.ts';

const sample = (changes: Partial<PrintedDocument> = {}): PrintedDocument => ({
  language: 'kk',
  title: 'Ұстап беру туралы іс 7',
  author: 'DEMO',
  createdAt: new Date('2026-11-23T06:00:00Z'),
  cover: {
    above: 'Орган',
    headline: ['Іс', '7'],
    below: 'A → B',
    facts: [{ label: 'Нөмірі', value: '7' }],
    warnings: ['DEMO'],
  },
  indexTitle: 'Мазмұны',
  sections: [
    {
      title: 'Мән-жайлар',
      blocks: [
        { kind: 'heading', text: 'Тақырып' },
        { kind: 'paragraph', text: 'Өткізілген іс-шаралар. '.repeat(400) },
        { kind: 'quote', text: 'Заң мәтіні. '.repeat(20), language: 'ru' },
        { kind: 'note', text: 'Ескерту' },
      ],
    },
    {
      title: 'Құжаттар',
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: 'Коды', share: 0.2 },
            { title: 'Құжат', share: 0.8 },
          ],
          rows: Array.from({ length: 60 }, (_, at) => ({ cells: [`D${at}`, 'Қаулы'], mark: 'a'.repeat(64) })),
        },
      ],
    },
  ],
  running: 'Іс 7',
  watermark: 'prosecutor қарады · 2026-11-23 12:00',
  ...changes,
});

/** Everything in the file, its compressed parts opened. */
async function opened(document: PrintedDocument): Promise<string> {
  const bytes = await buffer(renderPdf(document));
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    const from = index + mark.length;
    const part = bytes.subarray(from, text.indexOf('endstream', from));
    try {
      return inflateSync(part).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}

const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

describe('a printed document', () => {
  test('is tagged, titled and in its language, with bookmarks and named places', async () => {
    const text = await opened(sample());
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/Marked true');
    expect(text).toMatch(/\/Lang \(kk\)/);
    expect(text).toContain('/DisplayDocTitle true');
    expect(count(text, /\/S \/TOCI\b/g)).toBe(2);
    expect(count(text, /\/S \/TH\b/g)).toBe(1 + 2);
    expect(text).toContain('section-1');
    expect(count(text, /\/Title /g)).toBeGreaterThanOrEqual(2);
  });

  test('has a watermark, a foot and its words on every page', async () => {
    const text = await opened(sample());
    const pages = count(text, /\/Type \/Page\b/g);
    expect(pages).toBeGreaterThan(5);
    expect(count(text, /\/Artifact/g)).toBeGreaterThanOrEqual(2 * pages);
    expect(count(text, /\/Subtype \/Form/g)).toBe(1);
    expect(count(text, /\/Watermark \d+ 0 R/g)).toBe(pages);
  });

  test('with many sections gives the index as many pages as it needs', async () => {
    const sections = Array.from({ length: 60 }, (_, at) => ({ title: `Бөлім ${at}`, blocks: [] }));
    const text = await opened(sample({ sections }));
    expect(count(text, /\/Type \/Page\b/g)).toBe(1 + 3 + 60);
    expect(count(text, /\/S \/TOCI\b/g)).toBe(60);
  });
});

test('every letter of every text of the product has a glyph', () => {
  const pdf = new PDFDocument({ autoFirstPage: false });
  const words = TEXT_SOURCES.flatMap((texts) =>
    Object.values(texts).flatMap((text) => LOCALES.map((locale) => text[locale])),
  );
  const letters = new Set([...words.join(''), ...'ԱաჯӘәҒғҚқҢңӨөҰұҮүҺһІіҺӨ№«»–·ئۇيغۇر']);
  for (const name of [PLAIN, BOLD, MONO] as const) {
    const inner = pdf.registerFont(name, FONT_FILES[name]).font(name) as unknown as {
      _font: { font: { hasGlyphForCodePoint(point: number): boolean } };
    };
    const missing = [...letters].filter(
      (letter) => !inner._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
    );
    // The letters of equal width are for checksums only.
    expect([name, name === MONO ? [] : missing]).toEqual([name, []]);
  }
});
