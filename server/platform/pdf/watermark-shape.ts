// The watermark as a shape that is drawn once and placed many times: no text, so that copying a page copies only its words.
import { BOLD } from './style.ts';

/** What this file needs of the font library under the PDF library, whose own types stop above it. */
interface Outline {
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
}
interface FontFile {
  readonly unitsPerEm: number;
  layout(text: string): {
    readonly glyphs: readonly { readonly path: Outline }[];
    readonly positions: readonly { readonly xAdvance: number }[];
  };
}
interface Reference {
  end(content: string): void;
}
interface Inner {
  readonly _font: { readonly font: FontFile };
  ref(data: object): Reference;
  addContent(content: string): void;
  readonly page: { readonly xobjects: Record<string, Reference> };
}

export interface WatermarkShape {
  /** In points at the size that it was made for. */
  readonly width: number;
  /** Puts the shape on the current page with its left bottom corner at (x, y) of the present coordinates. */
  place(x: number, y: number): void;
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** One letter's outline as PDF operators; curves of the second order become ones of the third. */
function operators({ commands }: Outline, scale: number, shift: number): string {
  const out: string[] = [];
  let [x, y] = [0, 0];
  for (const { command, args } of commands) {
    const points = args.map((value, at) => value * scale + (at % 2 === 0 ? shift : 0));
    const [a = 0, b = 0, c = 0, d = 0] = points;
    const said = (values: readonly number[], operator: string) =>
      out.push(`${values.map(number).join(' ')} ${operator}`);
    if (command === 'moveTo') said(points, 'm');
    else if (command === 'lineTo') said(points, 'l');
    else if (command === 'quadraticCurveTo')
      said(
        [x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d), c, d],
        'c',
      );
    else if (command === 'bezierCurveTo') said(points, 'c');
    else if (command === 'closePath') out.push('h');
    if (points.length >= 2) [x, y] = [points.at(-2) ?? 0, points.at(-1) ?? 0];
  }
  return out.join('\n');
}

export function makeWatermark(pdf: PDFKit.PDFDocument, text: string, size: number): WatermarkShape {
  const inner = pdf.font(BOLD) as unknown as Inner;
  const { font } = inner._font;
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let width = 0;
  const outlines = glyphs.map(({ path }, at) => {
    const drawn = operators(path, scale, width);
    width += (positions[at]?.xAdvance ?? 0) * scale;
    return drawn;
  });
  const form = inner.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, -size, Math.ceil(width), size * 1.5],
    Resources: {},
  });
  form.end(`${outlines.join('\n')}\nf`);
  return {
    width,
    place(x, y) {
      inner.page.xobjects['Watermark'] = form;
      inner.addContent(`q 1 0 0 1 ${number(x)} ${number(y)} cm /Watermark Do Q`);
    },
  };
}
