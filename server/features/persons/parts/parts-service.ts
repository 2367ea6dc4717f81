// Adding, changing and removing the parts of a person: each row stays with the side that recorded it.
import type { Actor } from '../../../domain/access/actor.ts';
import { notFound, Problem } from '../../../domain/errors.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { Warning } from '../contract.ts';
import { bindable, mayAdd, type OpenPerson } from '../open-person.ts';
import type { PersonAccess } from '../person-access.ts';
import { todayOf, warningsOf } from '../views.ts';
import type { NameRow } from './names.ts';
import type { PartRow, SourceInput } from './part-kind.ts';
import { PART_KINDS, type PartMember } from './part-kinds.ts';
import { deletePart, insertPart, updatePart } from './parts-store.ts';
import {
  countriesOf,
  countryFaults,
  type PartCircumstances,
  preparePart,
  refuseFaults,
} from './preparing.ts';

export interface PartAnswer {
  /** Of the person, after the change. */
  version: number;
  part: object;
  warnings: Warning[];
}

export interface PartsService {
  addPart(actor: Actor, personId: string, member: PartMember, input: SourceInput): Promise<PartAnswer>;
  changePart(
    actor: Actor,
    personId: string,
    member: PartMember,
    partId: string,
    version: number,
    patch: Partial<SourceInput>,
  ): Promise<PartAnswer>;
  removePart(
    actor: Actor,
    personId: string,
    member: PartMember,
    partId: string,
    version: number,
  ): Promise<{ version: number }>;
}

/** The rows of the kind that the part is judged beside: of its own state, without itself. */
function circumstancesOf(
  person: OpenPerson,
  actor: Actor,
  now: Date,
  member: PartMember,
  { sourceState, id, alertId }: { sourceState: string; id?: string; alertId?: string | null },
): PartCircumstances {
  return {
    today: todayOf(now),
    sex: person.row.sex,
    births: person.birthDates,
    siblings: person[member].filter((row) => row.sourceState === sourceState && row.id !== id),
    // A binding that stands may stay.
    bindable: [...bindable(person, actor, sourceState), ...(alertId ? [alertId] : [])],
  };
}

/** @throws Problem `not-found` for a row that the actor may not use, `forbidden` for one that is not his side's */
function findOwn(person: OpenPerson, member: PartMember, partId: string): PartRow {
  const row = (person[member] as readonly PartRow[]).find(({ id }) => id === partId);
  if (!row) throw notFound();
  if (!person.ownsRow(row)) throw new Problem('forbidden');
  if (member === 'names' && (row as NameRow).type === 'TRANSLITERATED')
    throw new Problem('forbidden', [{ at: '', code: 'MACHINE_MADE' }]);
  return row;
}

/** The state that recorded the person keeps a primary name; only its own names are looked at, so nothing is betrayed. */
function keepsPrimary(person: OpenPerson, row: PartRow, names: readonly NameRow[]): boolean {
  if (row.sourceState !== person.row.sourceState) return true;
  const wasPrimary = (row as NameRow).type === 'PRIMARY';
  return !wasPrimary || names.some(({ type }) => type === 'PRIMARY');
}

const others = (person: OpenPerson, row: PartRow): NameRow[] =>
  (person.names as readonly NameRow[]).filter(
    ({ id, sourceState }) => sourceState === row.sourceState && id !== row.id,
  );

export function createPartsService(database: Database, access: PersonAccess): PartsService {
  const answer = (member: PartMember, row: PartRow, version: number, warnings: Warning[]): PartAnswer => ({
    version,
    part: PART_KINDS[member].toView(row, true),
    warnings,
  });

  async function prepared(
    tx: Tx,
    member: PartMember,
    input: SourceInput,
    circumstances: PartCircumstances,
    actor: Actor,
  ) {
    const part = preparePart(member, input, circumstances);
    refuseFaults([...part.faults, ...(await countryFaults(tx, countriesOf(member, input)))]);
    return { data: part.data, warnings: warningsOf(part.warnings, actor.locale) };
  }

  return {
    addPart: (actor, personId, member, input) =>
      database.transaction(actor, async (tx) => {
        const person = await access.openForChange(tx, actor, personId, null);
        const { state, agencyId } = actor;
        if (state === null || agencyId === null || !mayAdd(person, actor)) throw new Problem('forbidden');
        const circumstances = circumstancesOf(person, actor, tx.now, member, { sourceState: state });
        const { data, warnings } = await prepared(tx, member, input, circumstances, actor);
        const row = await insertPart(tx, member, {
          ...data,
          id: newId(tx.now.getTime()),
          personId,
          sourceState: state,
          sourceAgencyId: agencyId,
          recordedBy: actor.id,
          recordedAt: tx.now,
        });
        tx.audit({
          type: 'person.part-added',
          data: { part: PART_KINDS[member].part, partId: row.id },
          subject: { type: 'person', id: personId },
        });
        return answer(member, row, await access.close(tx, personId), warnings);
      }),

    changePart: (actor, personId, member, partId, version, patch) =>
      database.transaction(actor, async (tx) => {
        const person = await access.openForChange(tx, actor, personId, version);
        const row = findOwn(person, member, partId);
        const input = { ...PART_KINDS[member].toInput(row), ...patch };
        const circumstances = circumstancesOf(person, actor, tx.now, member, row);
        const { data, warnings } = await prepared(tx, member, input, circumstances, actor);
        const changed = await updatePart(tx, member, partId, data);
        if (member === 'names' && !keepsPrimary(person, row, [...others(person, row), changed as NameRow]))
          refuseFaults([{ at: '/type', code: 'NO_PRIMARY' }]);
        tx.audit({
          type: 'person.part-changed',
          data: { part: PART_KINDS[member].part, partId },
          subject: { type: 'person', id: personId },
        });
        return answer(member, changed, await access.close(tx, personId), warnings);
      }),

    removePart: (actor, personId, member, partId, version) =>
      database.transaction(actor, async (tx) => {
        const person = await access.openForChange(tx, actor, personId, version);
        const row = findOwn(person, member, partId);
        if (member === 'names' && !keepsPrimary(person, row, others(person, row)))
          throw new Problem('conflict', [{ at: '', code: 'NO_PRIMARY' }]);
        await deletePart(tx, member, partId);
        tx.audit({
          type: 'person.part-removed',
          data: { part: PART_KINDS[member].part, partId },
          subject: { type: 'person', id: personId },
        });
        return { version: await access.close(tx, personId) };
      }),
  };
}
