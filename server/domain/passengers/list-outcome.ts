// What a line of a list says: the outcome of a check, held down where the data behind it are nobody's document.
import { type CheckMatch, type CheckOutcome, decideOutcome } from '../checks/outcome.ts';

/** API: data read from documents. PNR: what somebody typed when he booked. */
export const LIST_SOURCES = ['API', 'PNR'] as const;
export type ListSource = (typeof LIST_SOURCES)[number];

/** @returns what the first line is told of a line; SILENT is told as CLEAR */
export const LINE_RESULTS = ['CLEAR', 'POSSIBLE', 'HIT'] as const;
export type LineResult = (typeof LINE_RESULTS)[number];

/**
 * Rules as for a check at the booth. From free text of a booking nothing is ever more than POSSIBLE, whatever the score:
 * red needs verified document data (domain brief 2.7).
 */
export function decideLine(source: ListSource, matches: readonly CheckMatch[]): CheckOutcome {
  const outcome = decideOutcome(matches);
  if (source === 'API' || outcome.outcome !== 'HIT') return outcome;
  return { outcome: 'POSSIBLE', colour: 'AMBER', lead: outcome.lead, silent: outcome.silent };
}

/** @returns what may be shown: nothing of silent findings */
export const shownResult = ({ outcome }: CheckOutcome): LineResult =>
  outcome === 'HIT' || outcome === 'POSSIBLE' ? outcome : 'CLEAR';
