// Measures (in points, 72 to an inch), colours and fonts of printed documents.
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const MARGIN = 56;
export const TOP = 70;
export const BOTTOM = 62;
export const HEAD = 34;
export const FOOT = 40;
export const WATERMARK_SIZE = 15;

export const COLOURS = {
  text: '#16202b',
  quiet: '#5b6673',
  line: '#c5ccd3',
  accent: '#1f4e79',
  band: '#eef2f6',
  warning: '#8a1c1c',
  watermark: '#e6eaee',
} as const;

export const PLAIN = 'plain';
export const BOLD = 'bold';
export const MONO = 'mono';

const folder = join(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'), '..', 'ttf');

/** One family for every language of the product: Cyrillic with the Kyrgyz and Kazakh letters, Latin, Arabic, Armenian, Georgian. */
export const FONT_FILES = {
  [PLAIN]: join(folder, 'DejaVuSans.ttf'),
  [BOLD]: join(folder, 'DejaVuSans-Bold.ttf'),
  [MONO]: join(folder, 'DejaVuSansMono.ttf'),
} as const;
