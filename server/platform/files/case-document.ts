// What an uploaded document is by its content, and whether it may be kept: no macros, no bombs, nothing that is locked.
import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { Problem } from '../../domain/errors.ts';
import { judgeArchive } from './archive.ts';

export const DOCUMENT_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;

export interface DocumentContent {
  readonly mediaType: string;
  /** Part and conformance that the file claims, such as `2B`; null when it claims none. */
  readonly pdfa: string | null;
  /** What a reader should know before he opens it: ACTIVE_CONTENT, ATTACHMENTS. */
  readonly warnings: readonly string[];
}

const refused = (code: string) => new Problem('unreadable-file', [{ at: '/file', code }]);

/** Longer than any word that is looked for, so that none is cut in two. */
const OVERLAP = 128;

interface PdfMarks {
  pdfa: string | null;
  encrypted: boolean;
  active: boolean;
  attachments: boolean;
  whole: boolean;
}

const PART = /pdfaid:part(?:>|=["'])\s*(\d)/;
const CONFORMANCE = /pdfaid:conformance(?:>|=["'])\s*([A-Za-z])/;

/** Reads a PDF in pieces. What stands in compressed objects is not seen: the virus scanner looks deeper. */
async function readPdf(path: string): Promise<PdfMarks> {
  const marks: PdfMarks = { pdfa: null, encrypted: false, active: false, attachments: false, whole: false };
  let [part, conformance, rest] = ['', '', ''];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = rest + chunk.toString('latin1');
    part ||= PART.exec(text)?.[1] ?? '';
    conformance ||= CONFORMANCE.exec(text)?.[1] ?? '';
    marks.encrypted ||= /\/Encrypt[\s/<\d]/.test(text);
    marks.active ||= /\/(JavaScript|JS|Launch|OpenAction|AA)[\s/<([]/.test(text);
    marks.attachments ||= /\/(EmbeddedFiles?|Filespec)[\s/<([]/.test(text);
    rest = text.slice(-OVERLAP);
  }
  marks.whole = /%%EOF\s*$/.test(rest) || rest.includes('%%EOF');
  marks.pdfa = part === '' ? null : `${part}${conformance.toUpperCase()}`;
  return marks;
}

/**
 * @throws Problem `unreadable-file` with what is wrong: NOT_A_DOCUMENT, HAS_MACROS, ARCHIVE_BOMB, IS_ENCRYPTED, IS_CUT_OFF
 */
export async function inspectDocument(path: string): Promise<DocumentContent> {
  const found = (await fileTypeFromFile(path))?.mime ?? '';
  if (/macroenabled/i.test(found)) throw refused('HAS_MACROS');
  const mediaType = DOCUMENT_TYPES.find((type) => type === found);
  if (!mediaType) throw refused('NOT_A_DOCUMENT');
  if (mediaType === 'application/pdf') {
    const { pdfa, encrypted, active, attachments, whole } = await readPdf(path);
    if (encrypted) throw refused('IS_ENCRYPTED');
    if (!whole) throw refused('IS_CUT_OFF');
    const warnings = [...(active ? ['ACTIVE_CONTENT'] : []), ...(attachments ? ['ATTACHMENTS'] : [])];
    return { mediaType, pdfa, warnings };
  }
  if (mediaType.startsWith('application/')) {
    const fault = await judgeArchive(path);
    if (fault !== null) throw refused(fault);
  }
  return { mediaType, pdfa: null, warnings: [] };
}
