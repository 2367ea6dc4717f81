// Looking at persons: every look is kept before it is answered.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { parseRegistryNumber } from '../../domain/persons/registry-number.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { PersonPage, PersonQuery, PersonView } from './contract.ts';
import { disclosed } from './open-person.ts';
import type { PersonAccess } from './person-access.ts';
import { findIdByNumber, listVisibleIds } from './store.ts';
import { personEntryOf, personViewOf } from './views.ts';

const position = z.tuple([z.uuid()]);

export interface PersonReading {
  viewPerson(actor: Actor, personId: string): Promise<PersonView>;
  listPersons(actor: Actor, query: PersonQuery): Promise<PersonPage>;
}

export interface PersonReadingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly access: PersonAccess;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
}

export function createPersonReading({
  database,
  clock,
  access,
  disclosures,
}: PersonReadingDeps): PersonReading {
  async function viewPerson(actor: Actor, personId: string): Promise<PersonView> {
    const person = await access.openForReading(actor, personId);
    await Promise.all([
      database.record(actor, {
        type: 'person.viewed',
        data: { alertIds: person.alerts.map(({ id }) => id), breakGlass: person.breakGlass },
        subject: { type: 'person', id: personId },
      }),
      disclosures.note(actor, 'DETAIL', [disclosed(person)]),
    ]);
    return personViewOf(person, clock.now(), actor.locale);
  }

  /** A number that was never issued, is mistyped or stands on a record that the actor may not see: all the same, nobody. */
  async function idsOfNumber(written: string): Promise<string[]> {
    const reading = parseRegistryNumber(written);
    const id = reading.ok ? await findIdByNumber(database, reading.text) : null;
    return id === null ? [] : [id];
  }

  /** One more id than the page holds tells whether there is a next page. */
  async function idsOfPage(actor: Actor, { limit, cursor, ownState }: PersonQuery, now: Date) {
    return listVisibleIds(database, {
      after: cursor === undefined ? null : decodeCursor(cursor, position)[0],
      own: ownState === undefined ? null : ownState === 'true',
      state: actor.state ?? '',
      tokens: readerTokens(actor),
      now,
      limit: limit + 1,
    });
  }

  async function listPersons(actor: Actor, query: PersonQuery): Promise<PersonPage> {
    const now = clock.now();
    const { limit, registryNumber } = query;
    const ids =
      registryNumber === undefined ? await idsOfPage(actor, query, now) : await idsOfNumber(registryNumber);
    const page = toPage(ids, limit, (id) => [id]);
    const opened = await access.openMany(actor, page.items);
    const persons = page.items.flatMap((id) => opened.get(id) ?? []);
    await Promise.all([
      database.record(actor, { type: 'person.listed', data: { count: persons.length } }),
      disclosures.note(actor, 'SEARCH', persons.map(disclosed)),
    ]);
    return { items: persons.map((person) => personEntryOf(person, now)), nextCursor: page.nextCursor };
  }

  return { viewPerson, listPersons };
}
