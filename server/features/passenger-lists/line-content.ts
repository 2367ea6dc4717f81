// What stands encrypted in a line, and where.
import type { CheckMatch } from '../../domain/checks/outcome.ts';

/** Places of encrypted fields; part of their encryption. */
export const TRAVELLER_CONTEXT = 'passenger_line.traveller';
export const FOUND_CONTEXT = 'passenger_line.found';
export const NOTE_CONTEXT = 'passenger_line.review_note';

/** A person that a line may be; which alerts are on him is read when somebody looks. */
export type FoundPerson = Omit<CheckMatch, 'alerts'>;

export interface Found {
  readonly people: readonly FoundPerson[];
  /** False: something was left unlooked at, so the line is not clear. */
  readonly isComplete: boolean;
}
