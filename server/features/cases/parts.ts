// What the case services are made of, and who may do what with a case.
import type { Actor } from '../../domain/access/actor.ts';
import type { CaseActor } from '../../domain/cases/facts.ts';
import { type CaseReader, caseReaderOf } from '../../domain/cases/reader.ts';
import type { Side, Visibility } from '../../domain/cases/vocabulary.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { CaseSource } from '../../platform/search/port.ts';
import type { CaseFileService } from '../case-files/service.ts';
import type { CaseMailService } from '../case-mail/service.ts';
import type { HitService } from '../hits/service.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { Screener } from '../search/screening.ts';
import type { TreatyService } from '../treaties/service.ts';
import { type CaseFile, type CaseRow, findVisible, lockCase, readFile } from './store.ts';

export interface CaseDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly treaties: TreatyService;
  /** What the file of the case holds, and what of it was signed. */
  readonly caseFiles: Pick<CaseFileService, 'factsOf'>;
  readonly mail: Pick<CaseMailService, 'tellUsers' | 'tellWorkers'>;
  /** Finds persons by name among those whom the reader may see. */
  readonly screener: Pick<Screener, 'analyse' | 'asked' | 'screen'>;
  /** Offers cases by words. */
  readonly caseSource: CaseSource;
  readonly policies: PolicyReader;
  readonly hits: Pick<HitService, 'confirmedFacts' | 'linkCase'>;
  readonly alerts: {
    /** Found, at large again, or surrendered: the case tells the alert. Does nothing where the alert is past that. */
    followCase(
      tx: Tx,
      actor: Actor,
      alertId: string,
      verb: 'locate' | 'relocate' | 'execute',
      reason: string,
    ): Promise<boolean>;
  };
}

/** @throws Problem `not-found` for one who belongs to no state or holds no role that has cases */
export function readerOf(actor: Actor): CaseReader {
  const reader = caseReaderOf(actor);
  if (!reader) throw notFound();
  return reader;
}

export const sideOf = ({ state }: Pick<Actor, 'state'>, row: Pick<CaseRow, 'requestingState'>): Side =>
  state === row.requestingState ? 'RQ' : 'RD';

/** Private rows are for those who work on the case for their state, not for a liaison officer who reads what is shared. */
export const privateSideOf = (actor: Actor, row: Pick<CaseRow, 'requestingState'>): Side | null =>
  actor.roles.some((role) => role === 'CO' || role === 'PRO' || role === 'INV' || role === 'NAD')
    ? sideOf(actor, row)
    : null;

export const caseActorOf = (actor: Actor, row: Pick<CaseRow, 'requestingState'>): CaseActor => ({
  id: actor.id,
  side: sideOf(actor, row),
  roles: actor.roles,
});

/** What is written before the case is shared stays with the requesting side. */
export const sharedVisibility = (row: Pick<CaseRow, 'sharedAt'>): Visibility =>
  row.sharedAt === null ? 'RQ' : 'BOTH';

export const stateOfSide = (row: Pick<CaseRow, 'requestingState' | 'requestedState'>, side: Side): string =>
  side === 'RQ' ? row.requestingState : row.requestedState;

/** @throws Problem `forbidden` for those who may look only */
export function demandWorker(actor: Actor): void {
  if (!actor.roles.includes('CO') && !actor.roles.includes('PRO')) throw new Problem('forbidden');
}

/** The case as the actor may see it. @throws Problem `not-found` */
export async function openForReading(db: Tx['db'], actor: Actor, id: string): Promise<CaseFile> {
  const seen = await findVisible(db, id, readerOf(actor));
  const file = seen && (await readFile(db, id));
  if (!file) throw notFound();
  return file;
}

/**
 * Locks the case to the end of the transaction.
 * @param version the version that the actor saw; null where nothing that he saw is changed
 * @throws Problem `not-found`, `version-mismatch`
 */
export async function openForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | null,
): Promise<CaseFile> {
  if (!(await findVisible(tx.db, id, readerOf(actor)))) throw notFound();
  await lockCase(tx.db, id);
  const file = await readFile(tx.db, id);
  if (!file) throw notFound();
  if (version !== null && file.version !== version) throw new Problem('version-mismatch');
  return file;
}
