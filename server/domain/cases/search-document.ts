// What of an extradition case goes into the search engine: an allow-list of what both of its states read, and of the person only what
// every member state may see. No references, comments, tasks, reasons, decisions or custody; nothing of drafts and restricted cases.
import type { PersonDocument } from '../persons/search-document.ts';
import type { CaseReader } from './reader.ts';

/** Goes up whenever the same case would give another document. */
export const CASE_DOCUMENT_VERSION = 2;

/** A case of a hundred charges is found by the first of them. */
const MOST_OFFENCES = 50;

export interface CaseDocumentSource {
  readonly id: string;
  readonly version: number;
  readonly caseNumber: string;
  readonly requestingState: string;
  readonly requestedState: string;
  readonly rqAgencyId: string;
  readonly sharedAt: Date | null;
  readonly confidentiality: string;
  readonly state: string;
  readonly stateSince: Date;
  readonly treaty: string;
  readonly offences: readonly CaseOffenceWords[];
}

export interface CaseOffenceWords {
  readonly article: string;
  readonly titleOrig: string;
  readonly titleRu: string;
  readonly titleEn: string;
}

type PersonPart = Omit<PersonDocument, 'id' | 'v' | 'tags'>;

export interface CaseDocument extends PersonPart {
  readonly id: string;
  readonly v: number;
  readonly number: string;
  /** Of whom a reader must be one: `s:KGZ` for its two states, `a:<id>` for the agency that proposed it. */
  readonly readers: readonly string[];
  readonly states: readonly string[];
  readonly stage: string;
  /** Day since when the case stands at its stage, as yyyymmdd. */
  readonly since: number;
  readonly treaty: string;
  readonly offences: readonly string[];
}

export interface CaseDocumentOutcome {
  /** Null: the case is not for both of its states, or not for an engine. */
  readonly document: CaseDocument | null;
  /** False when some reader may use more of it than the document tells. */
  readonly whole: boolean;
}

const NOBODY: PersonPart = {
  nameOwn: [],
  nameCyrl: [],
  nameLatn: [],
  nameGlued: [],
  nameKeys: [],
  born: [],
  year: [],
};

/** @param person what every member may see of the person, and whether that is all */
export function caseDocument(
  source: CaseDocumentSource,
  person: { readonly document: PersonDocument | null; readonly whole: boolean },
): CaseDocumentOutcome {
  if (source.sharedAt === null || source.confidentiality !== 'NORMAL')
    return { document: null, whole: false };
  const { id: _, v: __, tags: ___, ...names } = person.document ?? { ...NOBODY, id: '', v: 0, tags: [] };
  const { requestingState, requestedState } = source;
  return {
    whole: person.whole && source.offences.length <= MOST_OFFENCES,
    document: {
      id: source.id,
      v: source.version,
      number: source.caseNumber,
      readers: [`s:${requestingState}`, `s:${requestedState}`, `a:${source.rqAgencyId}`],
      states: [requestingState, requestedState],
      stage: source.state,
      since: Number(source.stateSince.toISOString().slice(0, 10).replaceAll('-', '')),
      treaty: source.treaty,
      offences: source.offences.slice(0, MOST_OFFENCES).map(wordsOf),
      ...names,
    },
  };
}

const wordsOf = ({ article, titleOrig, titleRu, titleEn }: CaseOffenceWords): string =>
  [...new Set([article, titleOrig, titleRu, titleEn])].join(' ');

/** @returns the marks of which a document must carry one for the reader to be offered it */
export const readerMarks = ({ state, agencyId }: CaseReader): string[] => [
  agencyId === null ? `s:${state}` : `a:${agencyId}`,
];
