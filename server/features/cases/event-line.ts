// One line of a case's history, as a step writes it.
import type { CaseState, Side, Visibility } from '../../domain/cases/vocabulary.ts';

export interface CaseEventLine {
  readonly kind: string;
  readonly side: Side | 'SYSTEM';
  readonly visibleTo: Visibility;
  readonly verb?: string | null;
  readonly from?: CaseState | null;
  readonly to?: CaseState | null;
  readonly occurredAt?: Date;
  readonly actorId?: string | null;
  readonly role?: string | null;
  readonly actedBy?: string | null;
  readonly reason?: string | null;
  readonly documents?: readonly string[];
  readonly legalRef?: string | null;
  readonly clientIp?: string | null;
  readonly data?: object;
}
