// What stands on every page around the text: running head, page number, and the watermark under everything.
import { COLOURS, FOOT, HEAD, MARGIN, PLAIN } from './style.ts';
import type { WatermarkShape } from './watermark-shape.ts';

/** Text without line breaking or page breaking, wherever it stands. */
function write(pdf: PDFKit.PDFDocument, text: string, x: number, y: number, options: object = {}): void {
  const { margins } = pdf.page;
  const { bottom } = margins;
  margins.bottom = 0;
  pdf.text(text, x, y, { lineBreak: false, ...options });
  margins.bottom = bottom;
}

const ANGLE = -32;
const ROW = 125;

/** Slanted rows over the whole page: none of them can be cut off without cutting the text. */
function drawWatermark(pdf: PDFKit.PDFDocument, shape: WatermarkShape): void {
  const { width, height } = pdf.page;
  pdf.save().fillColor(COLOURS.watermark);
  pdf.rotate(ANGLE, { origin: [width / 2, height / 2] });
  // The page is drawn from the top down; letters stand from the bottom up.
  pdf.transform(1, 0, 0, -1, 0, 0);
  const step = shape.width + 60;
  for (let row = -4; row <= 4; row++) {
    for (let x = -width / 2 - (row & 1) * (step / 2); x < width * 1.5; x += step)
      shape.place(x, -(height / 2 + row * ROW));
  }
  pdf.restore();
}

/** What stands around the text is no part of what is read aloud. */
function aside(pdf: PDFKit.PDFDocument, draw: () => void): void {
  const { x, y } = pdf;
  pdf.markContent('Artifact', { type: 'Pagination' });
  draw();
  pdf.endMarkedContent();
  pdf.fillColor(COLOURS.text);
  pdf.x = x;
  pdf.y = y;
}

/** The ground of a new page: watermark, and from the second page on the running head. */
export function drawGround(
  pdf: PDFKit.PDFDocument,
  { page, running, shape }: { page: number; running: string; shape: WatermarkShape },
): void {
  aside(pdf, () => {
    drawWatermark(pdf, shape);
    if (page === 1) return;
    const { width } = pdf.page;
    pdf.font(PLAIN).fontSize(8).fillColor(COLOURS.quiet);
    write(pdf, running, MARGIN, HEAD, { width: width - 2 * MARGIN, height: 10, ellipsis: true });
    pdf
      .moveTo(MARGIN, HEAD + 14)
      .lineTo(width - MARGIN, HEAD + 14)
      .lineWidth(0.5)
      .strokeColor(COLOURS.line)
      .stroke();
  });
}

/** The foot, once it is known how many pages there are. */
export function drawFoot(pdf: PDFKit.PDFDocument, number: string, watermark: string): void {
  aside(pdf, () => {
    const { width, height } = pdf.page;
    pdf.font(PLAIN).fontSize(8).fillColor(COLOURS.quiet);
    write(pdf, number, width - MARGIN - pdf.widthOfString(number), height - FOOT);
    write(pdf, watermark, MARGIN, height - FOOT);
  });
}
