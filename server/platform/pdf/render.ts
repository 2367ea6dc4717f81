// Prints a document as a tagged PDF with bookmarks, an index of pages and numbers "n / m".
import { PassThrough, type Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { drawBlock, factRows, keepRoom, tagged, widthOf } from './blocks.ts';
import { drawFoot, drawGround } from './page-frame.ts';
import { printable } from './printable.ts';
import type { PrintedDocument } from './printed-document.ts';
import { BOLD, BOTTOM, COLOURS, FONT_FILES, MARGIN, PLAIN, TOP, WATERMARK_SIZE } from './style.ts';
import { makeWatermark } from './watermark-shape.ts';

type Pdf = PDFKit.PDFDocument;

/** The library writes title and author into XML as they are. */
const forXml = (text: string): string => text.replace(/[&<>]/gu, ' ');

function open({ language, title, author, createdAt }: PrintedDocument): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    autoFirstPage: false,
    // Kept until the end: only then are the pages of the index and their number known.
    bufferPages: true,
    margins: { top: TOP, bottom: BOTTOM, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    // For archives, with its whole structure. A validator (veraPDF) agrees, and finds the rules of PDF/UA-1 kept too.
    subset: 'PDF/A-2a',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: forXml(title),
      Author: forXml(author),
      Creator: 'Izdoo',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  for (const [name, file] of Object.entries(FONT_FILES)) pdf.registerFont(name, file);
  return pdf;
}

function drawCover(pdf: Pdf, parent: PDFKit.PDFStructureElement, { cover, form }: PrintedDocument): void {
  const width = widthOf(pdf);
  const isSheet = form === 'SHEET';
  const line = (tag: string, font: string, size: number, colour: string, text: string) => {
    tagged(pdf, parent, tag, () => {
      pdf.font(font).fontSize(size).fillColor(colour).text(text, MARGIN, pdf.y, { width, lineGap: 3 });
    });
    pdf.y += 8;
  };
  pdf.y = isSheet ? TOP : 120;
  line('P', PLAIN, 11, COLOURS.quiet, cover.above);
  line('H1', BOLD, isSheet ? 18 : 22, COLOURS.accent, cover.headline.join('\n'));
  line('P', PLAIN, 12, COLOURS.text, cover.below);
  pdf.y += isSheet ? 4 : 20;
  if (cover.facts.length > 0) factRows(pdf, parent, cover.facts);
  pdf.y += isSheet ? 2 : 10;
  for (const warning of cover.warnings) line('P', BOLD, 10, COLOURS.warning, warning);
}

const ON_INDEX_PAGE = 25;
/** A title with the beginning of what it is about. */
const SECTION_ROOM = 110;

/** Fills the pages that were left for it. */
function drawIndex(
  pdf: Pdf,
  index: PDFKit.PDFStructureElement,
  { indexTitle, sections }: PrintedDocument,
  pages: readonly number[],
): void {
  const width = widthOf(pdf);
  let list: PDFKit.PDFStructureElement | null = null;
  for (const [at, { title }] of sections.entries()) {
    if (at % ON_INDEX_PAGE === 0) {
      pdf.switchToPage(1 + at / ON_INDEX_PAGE);
      pdf.y = TOP;
    }
    if (list === null) {
      tagged(pdf, index, 'H1', () => {
        pdf.font(BOLD).fontSize(16).fillColor(COLOURS.accent).text(indexTitle, MARGIN, TOP, { width });
      });
      pdf.y += 12;
      list = pdf.struct('TOC');
      index.add(list);
    }
    const number = String(pages[at]);
    const item = pdf.struct('TOCI');
    list.add(item);
    const link = pdf.struct('Link');
    item.add(link);
    const top = pdf.y;
    link.add(() => {
      pdf.font(PLAIN).fontSize(11).fillColor(COLOURS.text);
      pdf.text(`${at + 1}. ${title}`, MARGIN, top, { width: width - 50, height: 12, ellipsis: true });
      pdf.text(number, MARGIN + width - pdf.widthOfString(number), top, { lineBreak: false });
    });
    // The place to press on belongs to the words, and says aloud where it leads.
    const place = { structParent: link, Contents: new String(title) };
    pdf.goTo(MARGIN, top, width, 14, `section-${at}`, place as object);
    link.end();
    item.end();
    pdf.y = top + 21;
  }
  list?.end();
  index.end();
}

function drawAll(pdf: Pdf, document: PrintedDocument): void {
  let page = 0;
  const { running, watermark } = document;
  const shape = makeWatermark(pdf, watermark, WATERMARK_SIZE);
  pdf.on('pageAdded', () => {
    page += 1;
    drawGround(pdf, { page, running, shape });
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  pdf.addPage();
  drawCover(pdf, root, document);
  const isSheet = document.form === 'SHEET';
  const index = isSheet ? null : pdf.struct('Sect');
  if (index) {
    root.add(index);
    for (let left = document.sections.length; left > 0; left -= ON_INDEX_PAGE) pdf.addPage();
  }
  const pages = document.sections.map(({ title, blocks }, at) => {
    if (isSheet) keepRoom(pdf, SECTION_ROOM);
    else pdf.addPage();
    const first = page;
    const head = isSheet ? title : `${at + 1}. ${title}`;
    pdf.outline.addItem(head);
    pdf.addNamedDestination(`section-${at}`);
    const section = pdf.struct('Sect', { title });
    root.add(section);
    tagged(pdf, section, 'H1', () => {
      pdf
        .font(BOLD)
        .fontSize(isSheet ? 13 : 16)
        .fillColor(COLOURS.accent);
      pdf.text(head, MARGIN, pdf.y, { width: widthOf(pdf) });
    });
    pdf.y += isSheet ? 6 : 10;
    for (const block of blocks) drawBlock(pdf, section, block);
    section.end();
    if (isSheet) pdf.y += 8;
    return first;
  });
  if (index) drawIndex(pdf, index, document, pages);
  for (let at = 0; at < page; at++) {
    pdf.switchToPage(at);
    drawFoot(pdf, `${at + 1} / ${page}`, watermark);
  }
  root.end();
}

/** What this file needs of the font library, which the types of the PDF library do not show. */
interface WithFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } };
}

/** @returns whether words can be set with the character, plain and bold */
function glyphsOf(pdf: Pdf): (point: number) => boolean {
  const fonts = [PLAIN, BOLD].map((name) => (pdf.font(name) as unknown as WithFont)._font.font);
  return (point) => fonts.every((font) => font.hasGlyphForCodePoint(point));
}

/** @returns the bytes of the file */
export function renderPdf(document: PrintedDocument): Readable {
  const pdf = open(document);
  const out = new PassThrough();
  pdf.pipe(out);
  drawAll(pdf, printable(document, glyphsOf(pdf)));
  pdf.end();
  return out;
}
