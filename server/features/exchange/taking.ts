// What each kind of message does here, as far as it is newer than what was heard of its thing before.
import { Problem } from '../../domain/errors.ts';
import { isNews, type Outcome, type Thing } from '../../domain/exchange/message.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { AlertService, ForeignAlert } from '../alerts/service.ts';
import type { ForeignPerson, PersonService } from '../persons/service.ts';
import { heardOf, noteHeard, type PeerRow } from './channel-store.ts';
import { type AlertBody, alertBody, erasedBody, withdrawnBody } from './message-contract.ts';
import type { Taker } from './receiver.ts';
import { keepAgencies, offenceCodesOf } from './taking-store.ts';

export interface TakingDeps {
  readonly alerts: Pick<AlertService, 'putForeign' | 'endForeign'>;
  readonly persons: Pick<PersonService, 'putForeign' | 'eraseForeign'>;
  /** Kinds that other parts of the channel take. */
  readonly further: Readonly<Record<string, Taker>>;
}

export const notUnderstood = (code: string) => new Problem('validation-failed', [{ at: '/payload', code }]);

/** @returns a member of the message by its schema; what cannot be read would not be read the next time either */
export function read<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  body: unknown,
): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw notUnderstood('not-understood');
  return parsed.data;
}

/** A peer speaks for its own states: rows, alerts and agencies of others are not its to tell. */
function demandOwn({ states }: PeerRow, { alert, person, agencies }: AlertBody): void {
  const parts = [
    person.names,
    person.birthDates,
    person.nationalities,
    person.documents,
    person.nationalIds,
    person.marks,
  ];
  const told = [
    alert.ownerState,
    ...agencies.map(({ state }) => state).filter((state) => state !== person.sourceState),
    ...parts.flat().map(({ sourceState }) => sourceState),
    ...(person.description ? [person.sourceState] : []),
  ];
  if (told.some((state) => !states.includes(state))) throw notUnderstood('state-not-spoken-for');
}

const days = (record: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, dateOf(record[name] as string | null)]));

function personOf(peer: PeerRow, { person }: AlertBody): ForeignPerson {
  const { description, names, birthDates, nationalities, documents, nationalIds, marks, ...own } = person;
  const open = { sensitivity: 'NORMAL' } as const;
  return {
    peerId: peer.id,
    states: peer.states,
    row: {
      ...own,
      ...(description && { ...description, ...days(description, ['deceasedOn', 'describedOn']) }),
    },
    names: names.map((row) => ({ ...row, ...open, ...days(row, ['validFrom', 'validTo']) })),
    birthDates: birthDates.map((row) => ({ ...row, ...open })),
    nationalities: nationalities.map((row) => ({ ...row, ...open, ...days(row, ['validFrom', 'validTo']) })),
    documents: documents.map((row) => ({ ...row, ...open, ...days(row, ['issuedOn', 'expiresOn']) })),
    nationalIds: nationalIds.map((row) => ({ ...row, ...open })),
    marks: marks.map((row) => ({ ...row, ...open })),
  };
}

async function alertOf(tx: Tx, peer: PeerRow, { alert }: AlertBody, personId: string): Promise<ForeignAlert> {
  const { forAll, forStates, forAgencies, offences, dangerFlags, warrants, startsAt, endsAt, ...own } = alert;
  const codes = await offenceCodesOf(
    tx.db,
    peer,
    offences.map(({ code }) => code),
    newId,
  );
  return {
    peerId: peer.id,
    row: {
      ...own,
      ...days(own, ['issuedOn', 'validFrom', 'expiresOn', 'limitationDate', 'factsFrom', 'factsTo']),
      personId,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      sharing: forAll ? 'ALL_MEMBERS' : 'LISTED',
      sharedWithStates: forStates,
      sharedWithAgencies: forAgencies,
    },
    // An article of a state that the peer does not speak for, and that is not known here, is left out.
    offences: offences.flatMap(({ id: _, code, ...offence }, index) => {
      const offenceCodeId = codes[index];
      return offenceCodeId
        ? [{ ...offence, offenceCodeId, ...days(offence, ['periodFrom', 'periodTo']) }]
        : [];
    }),
    dangerFlags: dangerFlags.map(({ flag, reason, since, expiresOn }) => ({
      flag,
      reason,
      since: dateOf(since),
      expiresOn: dateOf(expiresOn),
    })),
    warrants: warrants.map(({ issuedOn, ...warrant }) => ({
      ...warrant,
      ...days(warrant, ['validUntil', 'revokedOn']),
      issuedOn: dateOf(issuedOn),
      recordedBy: peer.id,
      recordedAt: tx.now,
    })),
  };
}

/** Runs `apply` if the version is newer than what was heard, and notes it; also when there was nothing to apply it to. */
export async function ifNews(
  tx: Tx,
  peer: PeerRow,
  thing: { kind: Thing; id: string; version: number },
  live: boolean,
  apply: () => Promise<boolean>,
): Promise<Outcome> {
  const { kind, id: thingId, version } = thing;
  const heard = await heardOf(tx.db, peer.id, kind, thingId);
  if (!isNews(heard, version)) return 'SUPERSEDED';
  const applied = await apply();
  await noteHeard(tx.db, { peerId: peer.id, thing: kind, thingId, version, live });
  return applied ? 'APPLIED' : 'NOT_APPLICABLE';
}

export function createTaker({ alerts, persons, further }: TakingDeps): Taker {
  return async (tx, peer, message, actor) => {
    const { kind, thing } = message;
    switch (kind) {
      case 'alert.published':
      case 'alert.changed': {
        const body = read(alertBody, message.body);
        demandOwn(peer, body);
        if (body.alert.id !== thing.id || thing.kind !== 'ALERT') throw notUnderstood('not-understood');
        return ifNews(tx, peer, thing, true, async () => {
          await keepAgencies(tx.db, body.agencies, newId);
          const personId = await persons.putForeign(tx, personOf(peer, body));
          return alerts.putForeign(tx, await alertOf(tx, peer, body, personId));
        });
      }
      case 'alert.withdrawn': {
        const { alertId } = read(withdrawnBody, message.body);
        if (alertId !== thing.id || thing.kind !== 'ALERT') throw notUnderstood('not-understood');
        // Also where the alert is not known yet: the note keeps its publication from waking it.
        return ifNews(tx, peer, thing, false, () => alerts.endForeign(tx, peer.id, alertId));
      }
      case 'person.erased': {
        const { personId } = read(erasedBody, message.body);
        if (personId !== thing.id || thing.kind !== 'PERSON') throw notUnderstood('not-understood');
        return ifNews(tx, peer, thing, false, () => persons.eraseForeign(tx, peer.id, peer.states, personId));
      }
      case 'void':
        return 'SUPERSEDED';
      default: {
        const taker = further[kind];
        if (!taker) throw notUnderstood('not-understood');
        return taker(tx, peer, message, actor);
      }
    }
  };
}
