// Recording many persons at once: each is judged by the rules that hold for one, then all are written in few statements.
import type { Actor } from '../../domain/access/actor.ts';
import { workAudience } from '../../domain/access/audience.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { formatRegistryNumber } from '../../domain/persons/registry-number.ts';
import { type PersonSearchRow, type SearchAggregate, searchRow } from '../../domain/persons/search-row.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { insertPersons, insertSearchRows, type NewPerson, takeNumbers } from './batches-store.ts';
import type { PersonBody } from './contract.ts';
import { PART_MEMBERS, type PartMember } from './parts/part-kinds.ts';
import { insertParts } from './parts/parts-store.ts';
import { type RemoveUnused, removeUnusedPersons } from './removing-store.ts';
import { knownCountries } from './store.ts';
import { columnsOf, countriesOfBody, ownFaults, prepareParts, primaryFaults } from './writing.ts';

/** A person ready to be written, with the row he will be found by. */
export interface PreparedPerson {
  readonly id: string;
  readonly search: PersonSearchRow | null;
  readonly warnings: readonly Fault[];
  readonly row: Omit<NewPerson, 'registryNumber'>;
  readonly parts: Readonly<Record<PartMember, object[]>>;
}

export type Judged =
  | { readonly ok: true; readonly person: PreparedPerson }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export interface PersonBatches {
  /** @param countries codes that are known; @returns the person with his rows, or what refuses him */
  preparePerson(actor: Actor, body: PersonBody, now: Date, countries: ReadonlySet<string>): Judged;
  /** Writes them with their search rows and traces. @returns the registry numbers in the same order */
  insertPrepared(tx: Tx, actor: Actor, people: readonly PreparedPerson[]): Promise<string[]>;
  /** Of the persons those that are as they were recorded and on whom nothing else stands; removed with their traces. */
  removeUnused: RemoveUnused;
}

function own(actor: Actor): { state: string; agencyId: string } {
  const { state, agencyId } = actor;
  if (state === null || agencyId === null) throw new Problem('forbidden');
  return { state, agencyId };
}

export function createPersonBatches(names: NameEngine): PersonBatches {
  return {
    preparePerson(actor, body, now, countries) {
      const { state, agencyId } = own(actor);
      const parts = prepareParts(body, state, now);
      const all = PART_MEMBERS.flatMap((member) => parts[member]);
      const unknown = countriesOfBody(body)
        .filter(({ code }) => !countries.has(code))
        .map(({ at }) => ({ at, code: 'UNKNOWN_COUNTRY' }));
      const faults = [
        ...ownFaults(body),
        ...primaryFaults(body),
        ...all.flatMap((part) => part.faults),
        ...unknown,
      ];
      if (faults.length > 0) return { ok: false, faults };
      const id = newId(now.getTime());
      const {
        names: _n,
        birthDates: _b,
        nationalities: _c,
        documents: _d,
        nationalIds: _i,
        marks: _m,
        ...members
      } = body;
      const row = {
        ...(columnsOf(members) as object),
        id,
        sourceState: state,
        sourceAgencyId: agencyId,
        ownerAudience: workAudience(state, agencyId),
        createdBy: actor.id,
        createdAt: now,
        updatedAt: now,
      };
      const source = {
        personId: id,
        sourceState: state,
        sourceAgencyId: agencyId,
        recordedBy: actor.id,
        recordedAt: now,
      };
      const rows = Object.fromEntries(
        PART_MEMBERS.map((member) => {
          // Ids of one instant, sorted, keep the parts in the order in which they were sent.
          const ids = parts[member].map(() => newId(now.getTime())).sort();
          return [member, parts[member].map(({ data }, index) => ({ ...data, ...source, id: ids[index] }))];
        }),
      ) as Record<PartMember, object[]>;
      const aggregate = {
        ...{
          id,
          version: 1,
          sex: body.sex,
          ownerAudience: row.ownerAudience,
          mergedIntoId: null,
          alerts: [],
        },
        ...{ names: rows.names, births: rows.birthDates, nationalities: rows.nationalities },
        ...{ documents: rows.documents, nationalIds: rows.nationalIds, marks: rows.marks },
        birthPlace: {
          ...{ sourceState: state, sourceAgencyId: agencyId, sensitivity: 'NORMAL', alertId: null },
          texts: [body.birthPlace, body.birthSettlement, body.birthRegion].filter(Boolean),
        },
      } as unknown as SearchAggregate;
      const person = {
        ...{ id, row, parts: rows },
        search: searchRow(aggregate, names),
        warnings: all.flatMap((part) => part.warnings),
      };
      return { ok: true, person };
    },

    async insertPrepared(tx, actor, people) {
      if (people.length === 0) return [];
      const { state } = own(actor);
      const letters = (await knownCountries(tx, [state])).get(state);
      if (!letters) throw new Error(`no two-letter code for the state ${state}`);
      const year = tx.now.getUTCFullYear();
      const first = await takeNumbers(tx, `person:${state}:${year}`, people.length);
      const numbers = people.map((_, index) =>
        formatRegistryNumber({ state: letters, year, sequence: first + index }),
      );
      await insertPersons(
        tx,
        people.map(({ row }, index) => ({ ...row, registryNumber: numbers[index] ?? '' })),
      );
      for (const member of PART_MEMBERS)
        await insertParts(
          tx,
          member,
          people.flatMap(({ parts }) => parts[member]),
        );
      await insertSearchRows(
        tx,
        people.flatMap(({ search }) => search ?? []),
      );
      for (const [index, { id }] of people.entries())
        tx.audit({
          type: 'person.created',
          data: { registryNumber: numbers[index] ?? '' },
          subject: { type: 'person', id },
        });
      return numbers;
    },

    async removeUnused(tx, personIds) {
      const result = await removeUnusedPersons(tx, personIds);
      for (const id of result.removed)
        tx.audit({ type: 'person.removed', data: {}, subject: { type: 'person', id } });
      return result;
    },
  };
}
