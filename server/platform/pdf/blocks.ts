// Sets blocks one under another, each with its place in the structure that screen readers follow.

import { drawBars } from './bars.ts';
import type { Block, LabelledValue, TableColumn, TableRow } from './printed-document.ts';
import { BOLD, BOTTOM, COLOURS, MARGIN, MONO, PLAIN } from './style.ts';

type Pdf = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

const LINE_GAP = 2.5;
const IMAGE_BOX = 230;

export const widthOf = (pdf: Pdf): number => pdf.page.width - 2 * MARGIN;
const bottomOf = (pdf: Pdf): number => pdf.page.height - BOTTOM;

/** Begins a new page when less than `height` is left on this one. */
export function keepRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
}

/** Adds an element with one text to the structure. */
export function tagged(
  pdf: Pdf,
  parent: Structure,
  tag: string,
  draw: () => void,
  options: { lang?: string; alt?: string; scope?: string } = {},
): void {
  parent.add(pdf.struct(tag as 'P', options as object, draw));
}

const setText = (pdf: Pdf, font: string, size: number, colour: string) =>
  pdf.font(font).fontSize(size).fillColor(colour);

function heading(pdf: Pdf, parent: Structure, text: string): void {
  keepRoom(pdf, 60);
  pdf.moveDown(0.6);
  tagged(pdf, parent, 'H2', () => {
    setText(pdf, BOLD, 11.5, COLOURS.accent).text(text, MARGIN, pdf.y, { width: widthOf(pdf) });
  });
  pdf.y += 4;
}

function paragraph(pdf: Pdf, parent: Structure, text: string, colour: string, size = 10): void {
  keepRoom(pdf, 30);
  for (const part of text.split(/\n+/u).filter((line) => line.trim() !== '')) {
    tagged(pdf, parent, 'P', () => {
      setText(pdf, PLAIN, size, colour);
      pdf.text(part, MARGIN, pdf.y, { width: widthOf(pdf), lineGap: LINE_GAP });
    });
    pdf.y += 5;
  }
}

function quote(pdf: Pdf, parent: Structure, text: string, language: string | undefined): void {
  keepRoom(pdf, 40);
  const indent = 14;
  for (const part of text.split(/\n+/u).filter((line) => line.trim() !== '')) {
    setText(pdf, PLAIN, 9.5, COLOURS.text);
    const options = { width: widthOf(pdf) - indent, lineGap: LINE_GAP };
    const [from, page] = [pdf.y, pdf.page];
    tagged(
      pdf,
      parent,
      'BlockQuote',
      () => void pdf.text(part, MARGIN + indent, pdf.y, options),
      language ? { lang: language } : {},
    );
    // A line at the side says where the words of the law begin and end; over a page break it is left out.
    if (pdf.page === page) {
      pdf.markContent('Artifact');
      pdf
        .moveTo(MARGIN + 4, from)
        .lineTo(MARGIN + 4, pdf.y)
        .lineWidth(2)
        .strokeColor(COLOURS.line)
        .stroke();
      pdf.endMarkedContent();
    }
    pdf.y += 5;
  }
}

interface Cell {
  readonly text: string;
  readonly tag: 'TH' | 'TD';
  readonly width: number;
  readonly font: string;
  readonly colour: string;
  /** Smaller where a word would not fit otherwise. */
  readonly size?: number;
}

const CELL_SIZE = 9;
const SMALLEST = 6.5;
const CELL_GAP = 6;
const MARK_HEIGHT = 12;
const cellText = ({ text, width }: Cell) => [text || ' ', { width: width - CELL_GAP, lineGap: 1.5 }] as const;

function heightOf(pdf: Pdf, cells: readonly Cell[], mark: string | undefined): number {
  const heights = cells.map((cell) =>
    pdf
      .font(cell.font)
      .fontSize(cell.size ?? CELL_SIZE)
      .heightOfString(...cellText(cell)),
  );
  return Math.max(...heights) + (mark ? MARK_HEIGHT : 0) + 7;
}

/** @param wrap what is done around the text of each cell: a place in the structure, or none */
function drawCells(
  pdf: Pdf,
  cells: readonly Cell[],
  mark: string | undefined,
  wrap: (cell: Cell, draw: () => void) => void,
): void {
  const top = pdf.y + 3;
  let x = MARGIN;
  let lowest = top;
  for (const [at, cell] of cells.entries()) {
    wrap(cell, () => {
      const [text, options] = cellText(cell);
      setText(pdf, cell.font, cell.size ?? CELL_SIZE, cell.colour).text(text, x, top, options);
      lowest = Math.max(lowest, pdf.y);
      if (mark && at === cells.length - 1) {
        setText(pdf, MONO, 6.8, COLOURS.quiet).text(mark, MARGIN, lowest + 1, { lineBreak: false });
        lowest += MARK_HEIGHT;
      }
    });
    x += cell.width;
  }
  pdf.x = MARGIN;
  pdf.y = lowest + 3;
}

function underline(pdf: Pdf): void {
  pdf.markContent('Artifact');
  const { y } = pdf;
  pdf
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + widthOf(pdf), y)
    .lineWidth(0.4)
    .strokeColor(COLOURS.line)
    .stroke();
  pdf.endMarkedContent();
  pdf.y += 1;
}

/** One row of cells that stay on one page together; a cell longer than a page runs on. */
function row(
  pdf: Pdf,
  table: Structure,
  cells: readonly Cell[],
  mark?: string,
  head?: readonly Cell[],
): void {
  const height = heightOf(pdf, cells, mark);
  if (height < bottomOf(pdf) - pdf.page.margins.top && pdf.y + height > bottomOf(pdf)) {
    pdf.addPage();
    if (head) {
      // Repeated for the eye; the structure has it once.
      pdf.markContent('Artifact');
      drawCells(pdf, head, undefined, (_, draw) => draw());
      pdf.endMarkedContent();
      underline(pdf);
    }
  }
  const element = pdf.struct('TR');
  table.add(element);
  const scope = cells.every(({ tag }) => tag === 'TH') ? 'Column' : 'Row';
  drawCells(pdf, cells, mark, (cell, draw) =>
    tagged(pdf, element, cell.tag, draw, cell.tag === 'TH' ? { scope } : {}),
  );
  element.end();
  underline(pdf);
}

export function factRows(pdf: Pdf, parent: Structure, rows: readonly LabelledValue[]): void {
  const table = pdf.struct('Table');
  parent.add(table);
  const width = widthOf(pdf);
  for (const { label, value } of rows) {
    row(pdf, table, [
      { text: label, tag: 'TH', width: width * 0.32, font: PLAIN, colour: COLOURS.quiet },
      { text: value, tag: 'TD', width: width * 0.68, font: PLAIN, colour: COLOURS.text },
    ]);
  }
  table.end();
  pdf.y += 8;
}

/** The size at which no word of a head is broken in two, one for all of them. */
function headSize(pdf: Pdf, head: readonly Cell[]): number {
  const shares = head.map(({ text, width, font }) => {
    pdf.font(font).fontSize(CELL_SIZE);
    const widest = Math.max(1, ...text.split(/\s+/u).map((word) => pdf.widthOfString(word)));
    return (width - CELL_GAP) / widest;
  });
  return Math.max(SMALLEST, Math.min(1, ...shares) * CELL_SIZE - 0.05);
}

function tableRows(
  pdf: Pdf,
  parent: Structure,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): void {
  const table = pdf.struct('Table');
  parent.add(table);
  const widths = columns.map(({ share }) => share * widthOf(pdf));
  const cellsOf = (texts: readonly string[], look: Pick<Cell, 'tag' | 'font' | 'colour'>): Cell[] =>
    widths.map((width, at) => ({ text: texts[at] ?? '', width, ...look }));
  const head = cellsOf(
    columns.map(({ title }) => title),
    { tag: 'TH', font: BOLD, colour: COLOURS.accent },
  );
  keepRoom(pdf, 60);
  const size = headSize(pdf, head);
  const heads = head.map((cell) => ({ ...cell, size }));
  row(pdf, table, heads);
  for (const { cells, mark } of rows)
    row(pdf, table, cellsOf(cells, { tag: 'TD', font: PLAIN, colour: COLOURS.text }), mark, heads);
  table.end();
  pdf.y += 8;
}

function image(pdf: Pdf, parent: Structure, bytes: Buffer, alt: string): void {
  keepRoom(pdf, IMAGE_BOX + 20);
  // Missing in the types of the library.
  const picture = (
    pdf as unknown as { openImage(source: Buffer): { width: number; height: number } }
  ).openImage(bytes);
  const height = picture.height * Math.min(IMAGE_BOX / picture.width, IMAGE_BOX / picture.height);
  const from = pdf.y;
  tagged(
    pdf,
    parent,
    'Figure',
    () => void pdf.image(picture as unknown as Buffer, MARGIN, from, { fit: [IMAGE_BOX, IMAGE_BOX] }),
    {
      alt,
    },
  );
  pdf.x = MARGIN;
  pdf.y = from + height + 12;
}

export function drawBlock(pdf: Pdf, parent: Structure, block: Block): void {
  switch (block.kind) {
    case 'heading':
      heading(pdf, parent, block.text);
      break;
    case 'paragraph':
      paragraph(pdf, parent, block.text, COLOURS.text);
      break;
    case 'quote':
      quote(pdf, parent, block.text, block.language);
      break;
    case 'note':
      paragraph(pdf, parent, block.text, COLOURS.quiet, 8.5);
      break;
    case 'facts':
      factRows(pdf, parent, block.rows);
      break;
    case 'table':
      tableRows(pdf, parent, block.columns, block.rows);
      break;
    case 'bars':
      drawBars(pdf, parent, block.bars, block.alt);
      break;
    case 'image':
      image(pdf, parent, block.image, block.alt);
      break;
  }
}
