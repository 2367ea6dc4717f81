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

/** What is written in the first font that can spell it: letters stand as numbers, which each font explains. */
function wordsOf(text: string): string[] {
  const maps = [...text.matchAll(/beginbfrange\n([\s\S]*?)\nendbfrange/g)].map(([, ranges = '']) =>
    [...ranges.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/g)].flatMap(([, , list = '']) =>
      [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = '']) =>
        String.fromCharCode(...hex.split(' ').map((unit) => Number.parseInt(unit, 16))),
      ),
    ),
  );
  return [...text.matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, shown = '']) => {
    const hex = [...shown.matchAll(/<([0-9a-f]+)>/g)].map(([, part]) => part).join('');
    const glyphs = [...hex.matchAll(/.{4}/g)].map(([glyph]) => Number.parseInt(glyph, 16));
    return maps.map((map) => glyphs.map((glyph) => map[glyph] ?? '?').join(''));
  });
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

  test('is fit for archives: fonts and colours explained, nothing runs, nothing is locked', async () => {
    const text = await opened(sample({ author: 'A & B <C>' }));
    const xmp = /<\?xpacket begin[\s\S]*?<\?xpacket end/.exec(text)?.[0] ?? '';
    expect(xmp).toContain('<dc:title>');
    expect(xmp).toContain('A   B  C ');
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    // One colour space, explained by a profile inside; nothing is transparent.
    expect(text).toMatch(/\/OutputIntents \[\d+ 0 R\]/);
    expect(text).toMatch(/\/S \/GTS_PDFA1\b[\s\S]*?\/DestOutputProfile \d+ 0 R/);
    expect(text).not.toMatch(/\/(SMask|DeviceCMYK)\b|\/(ca|CA) 0?\./);
    expect(text).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    expect(text).not.toMatch(/\/(Encrypt|JavaScript|EmbeddedFiles|Launch)\b/);
    // Every font is a composite one, and the file of each is inside.
    const fonts = count(text, /\/Subtype \/Type0\b/g);
    expect(fonts).toBe(3);
    expect(count(text, /\/Subtype \/(Type1|TrueType)\b/g)).toBe(0);
    expect(count(text, /\/FontFile[23]? \d+ 0 R/g)).toBe(fonts);
    expect(count(text, /\/ToUnicode \d+ 0 R/g)).toBe(fonts);
    // The structure begins with the document, and every page has its place in it.
    expect(text).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(count(text, /\/S \/Document\b/g)).toBe(1);
    expect(count(text, /\/StructParents \d+/g)).toBe(count(text, /\/Type \/Page\b/g));
    // What can be pressed stands in the structure and is called by its name.
    const links = count(text, /\/Subtype \/Link\b/g);
    expect(links).toBe(2);
    expect(count(text, /\/Type \/OBJR\b/g)).toBe(links);
    expect(count(text, /\/Contents \(/g)).toBe(links);
  });

  test('has an empty box for a letter that no font has, so that no text lacks its glyph', async () => {
    const blocks = [{ kind: 'paragraph', text: 'Ли 李\u200b\t明 𠀀' } as const];
    const text = await opened(sample({ sections: [{ title: '案', blocks }] }));
    // A glyph without a letter would stand as number 0.
    const glyphs = [...text.matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, shown = '']) =>
      [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []),
    );
    expect(glyphs.length).toBeGreaterThan(20);
    expect(glyphs).not.toContain('0000');
    expect(wordsOf(text)).toContain('1. □');
    expect(wordsOf(text).join('|')).toContain('□ □ □');
  });

  test('numbers its pages as many as it has', async () => {
    const text = await opened(sample());
    const pages = count(text, /\/Type \/Page\b/g);
    expect(text).toMatch(new RegExp(`/Count ${pages}\\b`));
    const numbers = Array.from({ length: pages }, (_, at) => `${at + 1} / ${pages}`);
    expect(wordsOf(text).filter((words) => /^\d+ \/ \d+$/.test(words))).toEqual(numbers);
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
