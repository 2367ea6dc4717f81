// Recording a new person, and changing what the recording side says about him.
import type { Actor } from '../../domain/access/actor.ts';
import { workAudience } from '../../domain/access/audience.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import { formatRegistryNumber } from '../../domain/persons/registry-number.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { PersonAnswer, PersonBody, PersonPatch } from './contract.ts';
import type { BirthDateRow } from './parts/birth-dates.ts';
import type { PartRow, PreparedPart, SourceInput } from './parts/part-kind.ts';
import { PART_MEMBERS, type PartMember } from './parts/part-kinds.ts';
import { insertParts } from './parts/parts-store.ts';
import {
  countriesOf,
  countryFaults,
  type NamedCountry,
  preparePart,
  refuseFaults,
} from './parts/preparing.ts';
import type { PersonAccess } from './person-access.ts';
import { insertPerson, knownCountries, nextInSeries, type PersonUpdate } from './store.ts';
import { personViewOf, todayOf, warningsOf } from './views.ts';

export interface PersonWriting {
  createPerson(actor: Actor, body: PersonBody): Promise<PersonAnswer>;
  changePerson(actor: Actor, personId: string, version: number, patch: PersonPatch): Promise<PersonAnswer>;
}

const DAYS = ['deceasedOn', 'describedOn'] as const;

/** Days become dates; a member that was not sent stays untouched. */
export function columnsOf(fields: PersonPatch): PersonUpdate {
  const days = DAYS.filter((name) => fields[name] !== undefined);
  return {
    ...fields,
    ...Object.fromEntries(days.map((name) => [name, dateOf(fields[name] ?? null)])),
  } as PersonUpdate;
}

export function ownFaults({ deceased, deceasedOn }: Pick<PersonPatch, 'deceased' | 'deceasedOn'>): Fault[] {
  return deceasedOn && (deceased ?? 'NO') === 'NO' ? [{ at: '/deceasedOn', code: 'DEATH_NOT_REPORTED' }] : [];
}

const birthCountryOf = ({ birthCountry }: PersonPatch): NamedCountry[] =>
  birthCountry ? [{ at: '/birthCountry', code: birthCountry }] : [];

async function newRegistryNumber(tx: Tx, state: string): Promise<string> {
  const letters = (await knownCountries(tx, [state])).get(state);
  if (!letters) throw new Error(`no two-letter code for the state ${state}`);
  const year = tx.now.getUTCFullYear();
  const sequence = await nextInSeries(tx, `person:${state}:${year}`);
  return formatRegistryNumber({ state: letters, year, sequence });
}

export type Prepared = Record<PartMember, PreparedPart[]>;

/** Parts are judged in order: births before the national ids that speak of them, each name beside those before it. */
export function prepareParts(body: PersonBody, sourceState: string, now: Date): Prepared {
  const prepared = {
    names: [],
    birthDates: [],
    nationalities: [],
    documents: [],
    nationalIds: [],
    marks: [],
  } as Prepared;
  for (const member of PART_MEMBERS) {
    const inputs: readonly SourceInput[] = body[member] ?? [];
    for (const [index, input] of inputs.entries()) {
      const siblings = prepared[member].map(({ data }) => ({ ...data, sourceState }) as unknown as PartRow);
      const births = prepared.birthDates
        .filter(({ faults }) => faults.length === 0)
        .map(({ data }) => data as unknown as BirthDateRow);
      const circumstances = { today: todayOf(now), sex: body.sex, births, siblings, bindable: [] };
      prepared[member].push(preparePart(member, input, circumstances, `/${member}/${index}`));
    }
  }
  return prepared;
}

export const countriesOfBody = (body: PersonBody): NamedCountry[] => [
  ...birthCountryOf(body),
  ...PART_MEMBERS.flatMap((member) =>
    (body[member] ?? []).flatMap((input: SourceInput, index: number) =>
      countriesOf(member, input, `/${member}/${index}`),
    ),
  ),
];

export const primaryFaults = ({ names }: PersonBody): Fault[] =>
  names.some(({ type }) => type === 'PRIMARY') ? [] : [{ at: '/names', code: 'NO_PRIMARY' }];

export function createPersonWriting(database: Database, access: PersonAccess): PersonWriting {
  async function answer(
    tx: Tx,
    actor: Actor,
    personId: string,
    warnings: readonly Fault[],
  ): Promise<PersonAnswer> {
    const person = await access.openForChange(tx, actor, personId, null);
    return {
      ...personViewOf(person, tx.now, actor.locale),
      warnings: warningsOf(warnings, actor.locale),
    };
  }

  return {
    createPerson: (actor, body) =>
      database.transaction(actor, async (tx) => {
        const { state, agencyId } = actor;
        if (state === null || agencyId === null) throw new Problem('forbidden');
        const parts = prepareParts(body, state, tx.now);
        const all = PART_MEMBERS.flatMap((member) => parts[member]);
        refuseFaults([
          ...ownFaults(body),
          ...primaryFaults(body),
          ...all.flatMap(({ faults }) => faults),
          ...(await countryFaults(tx, countriesOfBody(body))),
        ]);
        const id = newId(tx.now.getTime());
        const registryNumber = await newRegistryNumber(tx, state);
        const {
          names: _n,
          birthDates: _b,
          nationalities: _c,
          documents: _d,
          nationalIds: _i,
          marks: _m,
          ...own
        } = body;
        await insertPerson(tx, {
          ...(columnsOf(own) as object),
          id,
          registryNumber,
          sourceState: state,
          sourceAgencyId: agencyId,
          ownerAudience: workAudience(state, agencyId),
          createdBy: actor.id,
          createdAt: tx.now,
          updatedAt: tx.now,
        });
        const source = {
          personId: id,
          sourceState: state,
          sourceAgencyId: agencyId,
          recordedBy: actor.id,
          recordedAt: tx.now,
        };
        for (const member of PART_MEMBERS) {
          // Ids of one instant, sorted, keep the parts in the order in which they were sent.
          const ids = parts[member].map(() => newId(tx.now.getTime())).sort();
          const rows = parts[member].map(({ data }, index) => ({ ...data, ...source, id: ids[index] }));
          await insertParts(tx, member, rows);
        }
        await access.refreshSearch(tx, id);
        tx.audit({ type: 'person.created', data: { registryNumber }, subject: { type: 'person', id } });
        return answer(
          tx,
          actor,
          id,
          all.flatMap(({ warnings }) => warnings),
        );
      }),

    changePerson: (actor, personId, version, patch) =>
      database.transaction(actor, async (tx) => {
        const { own, row } = await access.openForChange(tx, actor, personId, version);
        if (!own) throw new Problem('forbidden');
        const deceasedOn = patch.deceasedOn === undefined ? row.deceasedOn?.toISOString() : patch.deceasedOn;
        refuseFaults([
          ...ownFaults({ deceased: patch.deceased ?? row.deceased, deceasedOn }),
          ...(await countryFaults(tx, birthCountryOf(patch))),
        ]);
        await access.close(tx, personId, columnsOf(patch));
        tx.audit({
          type: 'person.changed',
          data: { changed: Object.keys(patch).sort() },
          subject: { type: 'person', id: personId },
        });
        return answer(tx, actor, personId, []);
      }),
  };
}
