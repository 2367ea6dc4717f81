// The documents of a case by code: which side makes each, and where in the procedure it belongs.
import type { Side } from './vocabulary.ts';

interface DocumentKind {
  /** Who makes it; BOTH: signed by both sides. */
  readonly side: Side | 'BOTH';
  /** REQUEST: part of the extradition request's file (D10–D22), which is signed over its hashes. */
  readonly phase: 'ARREST' | 'REQUEST' | 'EXCHANGE' | 'DECISION' | 'SURRENDER' | 'END';
}

const kind = (side: DocumentKind['side'], phase: DocumentKind['phase']): DocumentKind => ({ side, phase });

export const DOCUMENTS = {
  /** Petition for provisional arrest. */
  D01: kind('RQ', 'ARREST'),
  /** Warrant. */
  D02: kind('RQ', 'ARREST'),
  /** Arrest record. */
  D03: kind('RD', 'ARREST'),
  /** Notice of rights. */
  D04: kind('RD', 'ARREST'),
  /** Notice to the consulate. */
  D05: kind('RD', 'ARREST'),
  /** Formal request. */
  D10: kind('RQ', 'REQUEST'),
  /** Certified warrant or detention order with the facts. */
  D11: kind('RQ', 'REQUEST'),
  /** Final judgment with proof of force. */
  D12: kind('RQ', 'REQUEST'),
  /** Sentence served and left. */
  D13: kind('RQ', 'REQUEST'),
  /** Articles with their penalties. */
  D14: kind('RQ', 'REQUEST'),
  /** Limitation periods with their calculation. */
  D15: kind('RQ', 'REQUEST'),
  /** Facts, time, place, qualification, damage. */
  D16: kind('RQ', 'REQUEST'),
  /** Citizenship. */
  D17: kind('RQ', 'REQUEST'),
  /** Guarantees. */
  D18: kind('RQ', 'REQUEST'),
  /** Safeguards for a judgment in absence. */
  D19: kind('RQ', 'REQUEST'),
  /** Certified translations. */
  D20: kind('RQ', 'REQUEST'),
  /** Evidence summary. */
  D21: kind('RQ', 'REQUEST'),
  /** Property to be seized and handed over. */
  D22: kind('RQ', 'REQUEST'),
  /** Cover letter. */
  D23: kind('RQ', 'EXCHANGE'),
  /** Receipt with date and hour. */
  D24: kind('RD', 'EXCHANGE'),
  /** Query for information. */
  D25: kind('RD', 'EXCHANGE'),
  /** Supplement. */
  D26: kind('RQ', 'EXCHANGE'),
  /** Custody order, or the decision that there is none. */
  D27: kind('RD', 'DECISION'),
  /** Record of consent. */
  D28: kind('RD', 'DECISION'),
  /** Ruling that consent is void. */
  D28a: kind('RD', 'DECISION'),
  /** Prosecutor's opinion. */
  D29: kind('RD', 'DECISION'),
  /** Decision. */
  D30: kind('RD', 'DECISION'),
  /** Assurances. */
  D31: kind('RQ', 'DECISION'),
  /** Appeal. */
  D32: kind('RD', 'DECISION'),
  /** Ruling on appeal. */
  D33: kind('RD', 'DECISION'),
  /** Proof of an impediment. */
  D34: kind('RD', 'DECISION'),
  /** Order of postponement with its end condition. */
  D35: kind('RD', 'SURRENDER'),
  /** Agreement on temporary surrender. */
  D36: kind('BOTH', 'SURRENDER'),
  /** Record of return. */
  D37: kind('RQ', 'SURRENDER'),
  /** Notice of place, date and custody so far. */
  D38: kind('RD', 'SURRENDER'),
  /** Transit permits. */
  D39: kind('RQ', 'SURRENDER'),
  /** Reason of a new date. */
  D40: kind('BOTH', 'SURRENDER'),
  /** Hand-over act. */
  D41: kind('BOTH', 'SURRENDER'),
  /** List of property. */
  D42: kind('BOTH', 'SURRENDER'),
  /** Release order. */
  D43: kind('RD', 'END'),
  /** File of transferred proceedings. */
  D44: kind('RQ', 'END'),
  /** Withdrawal. */
  D45: kind('RQ', 'END'),
  /** Request for a waiver or for re-extradition. */
  D46: kind('RQ', 'END'),
  /** Answer to it. */
  D47: kind('RD', 'END'),
  /** Report of the outcome. */
  D48: kind('BOTH', 'END'),
} as const satisfies Record<string, DocumentKind>;

export type DocumentCode = keyof typeof DOCUMENTS;
export const DOCUMENT_CODES = Object.keys(DOCUMENTS) as DocumentCode[];

/** The request file: what the signature covers. */
export const REQUEST_FILE: readonly DocumentCode[] = DOCUMENT_CODES.filter(
  (code) => DOCUMENTS[code].phase === 'REQUEST',
);

/** What a case's file holds of one code, as far as the rules ask. */
export interface DocumentFacts {
  readonly code: DocumentCode;
  /** A current version is there. */
  readonly present: boolean;
  /** Every translation that is there carries its translator's certificate; true when there is none. */
  readonly translationsCertified: boolean;
  /** Languages of the original and of certified translations, ISO 639. */
  readonly languages: readonly string[];
}
