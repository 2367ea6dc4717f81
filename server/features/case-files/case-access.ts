// Who works on which side of a case, and which of its files he sees.
import type { Actor } from '../../domain/access/actor.ts';
import { actsForState } from '../../domain/access/ownership.ts';
import type { Side } from '../../domain/cases/vocabulary.ts';
import { notFound } from '../../domain/errors.ts';
import type { CaseRow, FileRow } from './store.ts';

export interface OpenCase {
  readonly row: CaseRow;
  readonly side: Side;
}

/**
 * The requesting state's authorities and the investigators of the agency that proposed the case; the requested state's
 * authorities from the moment that the case is shared; liaison officers of either, once it is.
 * @throws Problem `not-found` for everybody else
 */
export function openCase(row: CaseRow | null, actor: Actor): OpenCase {
  if (!row || actor.state === null) throw notFound();
  const liaison = actor.roles.includes('LIA') && row.sharedAt !== null;
  if (row.requestingState === actor.state) {
    const proposed = actor.roles.includes('INV') && actor.agencyId === row.rqAgencyId;
    if (actsForState(actor) || proposed || liaison) return { row, side: 'RQ' };
  }
  if (row.requestedState === actor.state && row.sharedAt !== null && (actsForState(actor) || liaison))
    return { row, side: 'RD' };
  throw notFound();
}

/** RESTRICTED stays with prosecutors and central authorities, SECRET in the agency that made it. */
function passes(actor: Actor, file: FileRow): boolean {
  if (file.sensitivity === 'SECRET') return actor.agencyId === file.agencyId;
  return file.sensitivity === 'NORMAL' || actsForState(actor);
}

export const seesFile = (actor: Actor, { side }: OpenCase, file: FileRow): boolean =>
  (file.visibleTo === 'BOTH' || file.visibleTo === side) && passes(actor, file);

/** States of a case in which the request file is still the requesting side's to change. */
const OPEN_STATES = [
  'DRAFT',
  'PA_REQUESTED',
  'PROV_ARRESTED',
  'FILE_PREPARATION',
  'REQUEST_SIGNED',
  'LAPSED',
];

/** Once the request is sent, what it was signed over is fixed: more goes in as a supplement (D26). */
export const isFrozen = ({ row }: OpenCase, isRequestDocument: boolean): boolean =>
  isRequestDocument && !OPEN_STATES.includes(row.state);
