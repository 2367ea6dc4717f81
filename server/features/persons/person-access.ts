// Opening a person's record for one actor, for a look or for a change, and closing a change.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { notePersonChanged } from '../../platform/database/domain-events.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { BreakGlassService } from '../break-glass/service.ts';
import { type OpenPerson, openPerson } from './open-person.ts';
import { lockPerson, refreshSearchRows } from './search-row-store.ts';
import { type PersonUpdate, readFile, readFiles, readSurvivorId, updatePerson } from './store.ts';

export interface PersonAccess {
  /** @throws Problem `not-found` for what the actor may not see; with `mergedIntoId` where that may be told */
  openForReading(actor: Actor, personId: string): Promise<OpenPerson>;
  /** Those of the persons that the actor may see, by id. */
  openMany(actor: Actor, personIds: readonly string[]): Promise<Map<string, OpenPerson>>;
  /**
   * Locks the person to the end of the transaction. Emergency access opens nothing here: it is for looking.
   * @param version the version that the actor saw; null where nothing that he saw is changed
   * @throws Problem `not-found`, `version-mismatch`
   */
  openForChange(tx: Tx, actor: Actor, personId: string, version: number | null): Promise<OpenPerson>;
  /** Writes the person's own row, counts the version up and remakes the search row. @returns the new version */
  close(tx: Tx, personId: string, data?: PersonUpdate): Promise<number>;
  /** Remakes the search rows; to be called in the transaction that changed alerts on the persons. */
  refreshSearch(tx: Tx, ...personIds: string[]): Promise<void>;
}

export interface PersonAccessDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly names: NameEngine;
  readonly breakGlass: Pick<BreakGlassService, 'openFor'>;
}

export function createPersonAccess(deps: PersonAccessDeps): PersonAccess {
  const { database, clock, names, breakGlass } = deps;

  /** A record that was merged away does not exist any more; who may see the survivor is shown the way. */
  async function mergedAway(actor: Actor, personId: string, now: Date): Promise<Problem> {
    const survivorId = await readSurvivorId(database, personId);
    const survivor = survivorId === null ? null : await readFile(database.prisma, survivorId);
    if (!survivor || !openPerson(survivor, actor, now, false)) return notFound();
    return new Problem('not-found', [], { mergedIntoId: survivor.id });
  }

  async function openNow(actor: Actor, personId: string): Promise<OpenPerson> {
    const now = clock.now();
    const [file, emergencies] = await Promise.all([
      readFile(database.prisma, personId),
      breakGlass.openFor(actor, now),
    ]);
    if (!file) throw notFound();
    if (file.mergedIntoId !== null) throw await mergedAway(actor, personId, now);
    const person = openPerson(file, actor, now, emergencies.includes(personId));
    if (!person) throw notFound();
    return person;
  }

  return {
    openForReading: (actor, personId) =>
      openNow(actor, personId).catch((error) => Promise.reject(asProblem(error))),

    async openMany(actor, personIds) {
      const now = clock.now();
      const files = await readFiles(database.prisma, personIds).catch((error) =>
        Promise.reject(asProblem(error)),
      );
      const opened = files.flatMap((file) => openPerson(file, actor, now, false) ?? []);
      return new Map(opened.map((person) => [person.row.id, person]));
    },

    async openForChange(tx, actor, personId, version) {
      if (!(await lockPerson(tx, personId))) throw notFound();
      const file = await readFile(tx.db, personId);
      if (file && file.mergedIntoId !== null) throw await mergedAway(actor, personId, tx.now);
      const person = file && openPerson(file, actor, tx.now, false);
      if (!person) throw notFound();
      if (version !== null && person.row.version !== version) throw new Problem('version-mismatch');
      return person;
    },

    async close(tx, personId, data = {}) {
      const version = await updatePerson(tx, personId, data);
      await refreshSearchRows(tx, names, [personId]);
      await notePersonChanged(tx, personId);
      return version;
    },

    refreshSearch: (tx, ...personIds) => refreshSearchRows(tx, names, personIds),
  };
}
