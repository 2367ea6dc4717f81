// "Not the same person": what a second line decided once about a document and a birth date, and where it may speak.
import type { PartialDate } from '../dates/partial-date.ts';
import { formatPartialDate } from '../dates/partial-date.ts';
import type { MatchDocument, MatchQuery } from '../matching/match.ts';
import type { CheckMatch } from './outcome.ts';

/**
 * What a decision is remembered by: number and state of the document and the full birth date.
 * Null when one of them is missing, because a name alone is never enough to let somebody pass.
 */
export function travellerKey({ documents, births }: Pick<MatchQuery, 'documents' | 'births'>): string | null {
  const [document, birth] = [documents[0], births[0]];
  if (!isNamed(document) || birth === undefined || birth.day === undefined) return null;
  return `${document.state} ${document.number} ${formatPartialDate(birth as PartialDate)}`;
}

const isNamed = (document: MatchDocument | undefined): document is Required<MatchDocument> =>
  document?.state !== undefined;

/** A match on an identifier is decided anew every time: the document itself says that it is the person. */
const isForgettable = ({ band, nationalIdEqual }: CheckMatch): boolean =>
  band !== 'DOCUMENT_HIT' && !nationalIdEqual;

/** @returns the matches that count, and those that an earlier decision takes away */
export function applyMemory(
  matches: readonly CheckMatch[],
  knownDifferent: ReadonlySet<string>,
): { counting: readonly CheckMatch[]; known: readonly CheckMatch[] } {
  const isKnown = (match: CheckMatch) => knownDifferent.has(match.personId) && isForgettable(match);
  return { counting: matches.filter((match) => !isKnown(match)), known: matches.filter(isKnown) };
}
