// UN/EDIFACT as it comes from carriers (ISO 9735): bytes to text, text to segments, segments to elements.

/** Separators of an interchange; a message may bring its own in a UNA segment. */
interface Separators {
  readonly component: string;
  readonly element: string;
  readonly release: string;
  readonly terminator: string;
}

const STANDARD: Separators = { component: ':', element: '+', release: '?', terminator: "'" };

/** Syntax identifiers of UNB that name another alphabet than ASCII (ISO 9735 and its later editions). */
const CHARSETS: Readonly<Record<string, string>> = {
  UNOC: 'iso-8859-1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOK: 'iso-8859-9',
};

export interface EdifactSegment {
  /** Three letters. */
  readonly tag: string;
  /** Elements after the tag, each as its components. */
  readonly elements: readonly (readonly string[])[];
  /** Place in the interchange, from 1; UNA does not count. */
  readonly number: number;
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
}

export interface EdifactReading {
  readonly segments: readonly EdifactSegment[];
  /** The last segment has no end: the file was cut off. */
  readonly isCutOff: boolean;
}

/**
 * @returns the text of an interchange. UTF-8 where the bytes are, else the alphabet that UNB names (UNOE: Cyrillic),
 * else Latin-1, in which every byte means something
 */
export function decodeEdifact(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
    const named = /UNB.(UNO[A-Z])/.exec(start)?.[1];
    return new TextDecoder(CHARSETS[named ?? ''] ?? 'iso-8859-1').decode(bytes);
  }
}

function separatorsOf(text: string): { separators: Separators; start: number } {
  const at = /^\s*UNA/.exec(text)?.[0].length;
  if (at === undefined || text.length < at + 6) return { separators: STANDARD, start: 0 };
  const [component, element, , release, , terminator] = text.slice(at, at + 6);
  const separators = {
    component: component ?? ':',
    element: element ?? '+',
    // A space says that there is none.
    release: release === ' ' ? '' : (release ?? '?'),
    terminator: terminator ?? "'",
  };
  return { separators, start: at + 6 };
}

/** Cuts at each separator that is not released, and takes the release characters away. */
function elementsOf(raw: string, { component, element, release }: Separators): string[][] {
  const elements: string[][] = [['']];
  for (let at = 0; at < raw.length; at += 1) {
    let sign = raw[at] ?? '';
    const parts = elements.at(-1) as string[];
    if (sign === element) elements.push(['']);
    else if (sign === component) parts.push('');
    else {
      if (sign === release) {
        at += 1;
        sign = raw[at] ?? '';
      }
      parts[parts.length - 1] += sign;
    }
  }
  return elements;
}

/** Never throws: what cannot be understood is left to those who look for particular segments. */
export function readEdifact(text: string): EdifactReading {
  const { separators, start } = separatorsOf(text.replace(/^\uFEFF/, ''));
  const clean = text.replace(/^\uFEFF/, '');
  const segments: EdifactSegment[] = [];
  let line = 1 + (clean.slice(0, start).match(/\n/g)?.length ?? 0);
  let begun = start;
  const close = (end: number) => {
    const raw = clean.slice(begun, end);
    const lead = /^\s*/.exec(raw)?.[0] ?? '';
    const at = line + (lead.match(/\n/g)?.length ?? 0);
    line += raw.match(/\n/g)?.length ?? 0;
    begun = end + 1;
    // Files broken into lines of equal length carry line ends inside segments; no name holds one.
    const [[tag = ''] = [], ...elements] = elementsOf(raw.replace(/[\r\n]+/g, '').trim(), separators);
    if (tag === '' && elements.length === 0) return;
    segments.push({ tag: tag.toUpperCase(), elements, number: segments.length + 1, line: at });
  };
  for (let at = start; at < clean.length; at += 1) {
    const sign = clean[at];
    if (sign === separators.release) at += 1;
    else if (sign === separators.terminator) close(at);
  }
  const isCutOff = clean.slice(begun).trim() !== '';
  if (isCutOff) close(clean.length);
  return { segments, isCutOff };
}
