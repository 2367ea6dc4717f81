// Lying bars of a table's column: shapes and letters, no picture, so that they print sharp and stay small.
import type { Bar } from './printed-document.ts';
import { BOLD, BOTTOM, COLOURS, MARGIN, PLAIN } from './style.ts';

const ROW = 17;
const LABEL_SHARE = 0.36;
const NUMBER_WIDTH = 60;

export function drawBars(
  pdf: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  bars: readonly Bar[],
  alt: string,
): void {
  const width = pdf.page.width - 2 * MARGIN;
  const height = bars.length * ROW + 12;
  if (pdf.y + height > pdf.page.height - BOTTOM) pdf.addPage();
  const top = pdf.y + 4;
  const left = MARGIN + width * LABEL_SHARE;
  const room = width * (1 - LABEL_SHARE) - NUMBER_WIDTH;
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const draw = () => {
    for (const [at, { label, value, text }] of bars.entries()) {
      const y = top + at * ROW;
      pdf.font(PLAIN).fontSize(8.5).fillColor(COLOURS.text);
      pdf.text(label, MARGIN, y + 1.5, {
        width: width * LABEL_SHARE - 10,
        height: 10,
        ellipsis: true,
        lineBreak: false,
      });
      pdf.rect(left, y, room, ROW - 6).fill(COLOURS.band);
      const length = ((value ?? 0) / most) * room;
      if (length > 0) pdf.rect(left, y, length, ROW - 6).fill(COLOURS.accent);
      pdf.font(BOLD).fontSize(8.5).fillColor(COLOURS.text);
      pdf.text(text, left + room + 8, y + 1.5, { lineBreak: false });
    }
  };
  // One figure with its words: the numbers themselves stand in the table below.
  parent.add(pdf.struct('Figure', { alt }, draw));
  pdf.x = MARGIN;
  pdf.y = top + height;
}
