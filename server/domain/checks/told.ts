// What the first line is told: the outcome cut to what it may know, with what is wrong with the document itself.
import type { CheckColour, CheckOutcome, OfficerCard } from './outcome.ts';
import { firstLineView } from './outcome.ts';

export const TOLD_OUTCOMES = ['CLEAR', 'POSSIBLE', 'HIT', 'DOCUMENT_PROBLEM', 'UNAVAILABLE'] as const;
export type ToldOutcome = (typeof TOLD_OUTCOMES)[number];

/** EXPIRED and MISPRINTED are read from the document; the others are recorded of its number. */
export const DOCUMENT_PROBLEMS = [
  'STOLEN',
  'LOST',
  'REVOKED',
  'FORGED',
  'GENUINE_FRAUDULENTLY_OBTAINED',
  'EXPIRED',
  'MISPRINTED',
] as const;
export type DocumentProblem = (typeof DOCUMENT_PROBLEMS)[number];

/** A document recorded as not good, under the number that the traveller shows. */
export interface RecordedDocument {
  readonly personId: string;
  readonly problem: DocumentProblem;
  /** The traveller's own state recorded it. */
  readonly own: boolean;
  /** The row belongs to one alert alone. */
  readonly bound: boolean;
}

/**
 * The problems that may be shown. A row of another state, or one bound to an alert, is shown with the person whom the check found;
 * when that person is only watched in silence it is not shown either, because it would betray the watch.
 * @param shown persons about whom something is shown. @param silent persons of whom only silent alerts are known.
 */
export function shownProblems(
  recorded: readonly RecordedDocument[],
  shown: ReadonlySet<string>,
  silent: ReadonlySet<string>,
): readonly DocumentProblem[] {
  const open = recorded.filter(
    ({ personId, own, bound }) => shown.has(personId) || (own && !bound && !silent.has(personId)),
  );
  return DOCUMENT_PROBLEMS.filter((problem) => open.some((row) => row.problem === problem));
}

export interface Told {
  readonly outcome: ToldOutcome;
  readonly colour: CheckColour;
  readonly card: OfficerCard | null;
  readonly documentProblems: readonly DocumentProblem[];
}

/**
 * CLEAR and SILENT give equal values. What could not be looked at to the end is never green: the officer refers the traveller.
 * A problem of the document never hides a person who was found.
 */
export function tell(
  outcome: CheckOutcome,
  documentProblems: readonly DocumentProblem[],
  degraded: boolean,
): Told {
  const view = firstLineView(outcome);
  if (view.outcome === 'HIT') return { ...view, documentProblems };
  if (view.outcome === 'POSSIBLE' || degraded)
    return { outcome: 'POSSIBLE', colour: 'AMBER', card: null, documentProblems };
  if (documentProblems.length > 0)
    return { outcome: 'DOCUMENT_PROBLEM', colour: 'AMBER', card: null, documentProblems };
  return { ...view, card: null, documentProblems };
}
