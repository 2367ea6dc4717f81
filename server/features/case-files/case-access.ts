// Who works on which side of a case, and which of its files he sees.
import type { Actor } from '../../domain/access/actor.ts';
import { actsForState } from '../../domain/access/ownership.ts';
import { caseReaderOf, sideSeenBy } from '../../domain/cases/reader.ts';
import type { Side } from '../../domain/cases/vocabulary.ts';
import { notFound } from '../../domain/errors.ts';
import type { CaseRow, FileRow } from './store.ts';

export interface OpenCase {
  readonly row: CaseRow;
  readonly side: Side;
}

/** @throws Problem `not-found` for everybody for whom the case does not exist */
export function openCase(row: CaseRow | null, actor: Actor): OpenCase {
  const reader = caseReaderOf(actor);
  const side = row && reader && sideSeenBy(reader, row);
  if (!row || !side) throw notFound();
  return { row, side };
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
