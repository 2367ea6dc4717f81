// What a request file is printed from: everything already read, judged and put into words of its language.
import type { Locale } from '../../domain/access/actor.ts';

export interface DossierPerson {
  readonly registryNumber: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly births: readonly string[];
  readonly birthPlace: string | null;
  readonly sex: 'M' | 'F' | 'X' | 'U';
  readonly nationalities: readonly string[];
  readonly identityPapers: readonly string[];
  readonly nationalIds: readonly string[];
  readonly marks: readonly string[];
  /** JPEG. */
  readonly photo: Buffer | null;
}

export interface DossierOffence {
  readonly article: string;
  readonly title: string;
  readonly role: string;
  readonly period: string | null;
  readonly place: string | null;
  readonly damage: string | null;
  /** Verbatim, as the requesting state entered it. */
  readonly articleText: string | null;
}

export interface DossierDecision {
  readonly kind: string;
  readonly number: string;
  readonly authority: string;
  readonly issuedOn: string;
}

export interface DossierDocument {
  readonly code: string;
  readonly title: string;
  readonly fileName: string;
  readonly language: string;
  readonly version: number;
  readonly sha256: string;
  readonly certification: { readonly by: string; readonly on: string } | null;
  /** The title of the document that this one translates. */
  readonly translationOf: string | null;
}

export interface DossierFacts {
  readonly locale: Locale;
  readonly caseNumber: string;
  readonly demo: boolean;
  readonly requesting: string;
  readonly requested: string;
  readonly authority: string;
  readonly purpose: 'PROSECUTION' | 'SENTENCE' | 'BOTH';
  readonly treaty: { readonly title: string; readonly verified: boolean } | null;
  readonly person: DossierPerson;
  readonly facts: string | null;
  readonly factsPlace: string | null;
  readonly factsPeriod: string | null;
  readonly offences: readonly DossierOffence[];
  readonly decisions: readonly DossierDecision[];
  readonly documents: readonly DossierDocument[];
  readonly seal: { readonly sha256: string; readonly signedOn: string; readonly isCurrent: boolean } | null;
  readonly viewer: string;
  readonly printedAt: Date;
  /** The instant in the viewer's zone, in words. */
  readonly printedAtText: string;
}
