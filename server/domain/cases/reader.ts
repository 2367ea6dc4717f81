// Who sees a case: the one rule, which SQL repeats as a condition and everything else asks.
import type { Actor } from '../access/actor.ts';
import type { Side } from './vocabulary.ts';

/** Who asks, as far as visibility is concerned. */
export interface CaseReader {
  readonly state: string;
  /** Set for investigators: only what their agency proposed. */
  readonly agencyId: string | null;
  /** Sees cases of the own state before they are shared with the other. */
  readonly drafts: boolean;
}

export interface CaseSides {
  readonly requestingState: string;
  readonly requestedState: string;
  readonly rqAgencyId: string;
  readonly sharedAt: Date | null;
}

const ACTS_FOR_STATE = ['CO', 'PRO', 'NAD'] as const;

/** @returns null for one who belongs to no state or holds no role that has cases */
export function caseReaderOf({
  state,
  agencyId,
  roles,
}: Pick<Actor, 'state' | 'agencyId' | 'roles'>): CaseReader | null {
  if (state === null || agencyId === null) return null;
  if (ACTS_FOR_STATE.some((role) => roles.includes(role))) return { state, agencyId: null, drafts: true };
  if (roles.includes('INV')) return { state, agencyId, drafts: true };
  return roles.includes('LIA') ? { state, agencyId: null, drafts: false } : null;
}

/**
 * A case exists for its two states: for the requesting one from the draft, for the requested one once it is shared.
 * @returns the side on which the reader stands; null: for him there is no case
 */
export function sideSeenBy(reader: CaseReader, row: CaseSides): Side | null {
  const isOpen = row.sharedAt !== null;
  if (row.requestingState === reader.state) {
    if (reader.agencyId !== null) return reader.agencyId === row.rqAgencyId ? 'RQ' : null;
    return reader.drafts || isOpen ? 'RQ' : null;
  }
  return row.requestedState === reader.state && isOpen && reader.agencyId === null ? 'RD' : null;
}
