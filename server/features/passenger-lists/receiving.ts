// Takes a list in: each line once, mistakes named, everything that names a traveller encrypted, screening queued in chunks.
import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/access/actor.ts';
import { calendarDateIn, endOfDay, instantIn, type ZoneName } from '../../domain/dates/zone.ts';
import { Problem } from '../../domain/errors.ts';
import {
  type FlightFacts,
  judgeLine,
  type LineFault,
  type ListReading,
  type TravellerLine,
} from '../../domain/passengers/traveller.ts';
import type { Clock } from '../../platform/clock.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Database } from '../../platform/database/database.ts';
import type { UploadedFile } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { readUpload, UnreadableTable } from '../../platform/spreadsheet/table-file.ts';
import { createTurns, type GiveWay } from '../../platform/turns.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { ReverseScreener } from '../search/reverse.ts';
import type { Screener } from '../search/screening.ts';
import { type ListBody, MAX_LINES, type UploadBody } from './contract.ts';
import { TRAVELLER_CONTEXT } from './line-content.ts';
import { type CountryCodes, identityOf, questionOf, settle } from './line-question.ts';
import { type FileFormat, readListFile } from './list-file.ts';
import { isUnaskable } from './screening.ts';
import type { createListStore, NewLine } from './store.ts';

/** The job that screens one chunk. */
export const SCREEN_LIST = 'screen-list';
/** Small enough that several lists advance side by side, large enough that writing is cheap. */
const CHUNK = 50;

export interface ReceivingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly screener: Pick<Screener, 'analyse'>;
  readonly reverse: Pick<ReverseScreener, 'handlesOf'>;
  readonly reference: Pick<ReferenceService, 'zoneOf' | 'countries'>;
  readonly store: ReturnType<typeof createListStore>;
}

interface Incoming {
  readonly given: UploadBody;
  readonly format: FileFormat | 'REQUEST';
  readonly reading: ListReading;
  readonly contentHash: Uint8Array<ArrayBuffer>;
}

type Flight = Required<Pick<FlightFacts, 'carrier' | 'number' | 'date'>> & FlightFacts;

/** What the sender says counts before what the file says. @throws Problem naming what neither says */
function flightOf(given: UploadBody, read: FlightFacts): Flight {
  const { carrier = read.carrier, number = read.number, date = read.date } = given;
  const { from = read.from, to = read.to } = given;
  const missing = Object.entries({ carrier, number, date }).flatMap(([name, value]) =>
    value === undefined ? [{ at: `/${name}`, code: 'required' }] : [],
  );
  if (!carrier || !number || !date) throw new Problem('validation-failed', missing);
  return { ...read, carrier, number, date, ...(from && { from }), ...(to && { to }) };
}

/** Times of a message are local and without a zone: read in that of the receiving state, where the border is. */
function dueOf({ dueAt, direction }: UploadBody, flight: Flight, zone: ZoneName): Date {
  if (dueAt !== undefined) return new Date(dueAt);
  const local = direction === 'EXIT' ? flight.departs : flight.arrives;
  return (local && instantIn(local, zone)) || endOfDay(flight.date, zone);
}

export function createListReceiving(parts: ReceivingParts) {
  const { database, clock, vault, screener, reverse, reference, store } = parts;
  const takeTurn = createTurns();

  async function countryCodes(): Promise<CountryCodes> {
    const { items } = await reference.countries();
    return new Map(items.flatMap(({ alpha2, alpha3 }) => (alpha2 ? [[alpha2, alpha3] as const] : [])));
  }

  async function prepare(
    actor: Actor,
    { given, reading }: Incoming,
    flight: Flight,
    countries: CountryCodes,
    giveWay: GiveWay,
  ) {
    const now = clock.now();
    const faults: LineFault[] = [...reading.faults];
    const lines = new Map<string, NewLine>();
    let repeated = 0;
    for (const numbered of reading.travellers) {
      await giveWay();
      const { traveller, faults: found } = settle(numbered, countries, now);
      faults.push(...found);
      let handles: ReturnType<typeof reverse.handlesOf>;
      try {
        handles = reverse.handlesOf(questionOf(traveller, screener.analyse, now));
      } catch (error) {
        if (!isUnaskable(error)) throw error;
        faults.push({ line: numbered.line, field: null, code: 'no-identity' });
        continue;
      }
      const { carrier, number, date } = flight;
      const flightKey = [actor.state, given.source, carrier, number, date].join('|');
      const lineKey = vault.digest('passenger_line.line_key', `${flightKey}|${identityOf(traveller)}`);
      const key = lineKey.toString('base64');
      if (lines.has(key)) repeated += 1;
      else
        lines.set(key, {
          id: newId(now.getTime()),
          position: lines.size + 1,
          line: numbered.line,
          lineKey,
          traveller: vault.encrypt(TRAVELLER_CONTEXT, JSON.stringify(traveller)),
          ...handles,
        });
    }
    faults.sort((a, b) => a.line - b.line);
    return { lines: [...lines.values()], faults, repeated };
  }

  /** One after another: however many lists come at once, their reception thinks in pieces and holds one connection. */
  const receive = (actor: Actor, incoming: Incoming): Promise<string> =>
    takeTurn((giveWay) => receiveNow(actor, incoming, giveWay));

  /** @returns the id of the list, which may be one that was there already */
  async function receiveNow(actor: Actor, incoming: Incoming, giveWay: GiveWay): Promise<string> {
    const { agencyId, state } = actor;
    if (agencyId === null || state === null) throw new Problem('forbidden');
    const { given, format, reading, contentHash } = incoming;
    const flight = flightOf(given, reading.flight);
    const known = await store.findByContent(agencyId, contentHash);
    if (known) return known.id;
    const zone = await reference.zoneOf(state);
    const countries = await countryCodes();
    // Everything that takes thinking is done before the transaction: it holds a connection only to write.
    const { lines, faults, repeated } = await prepare(actor, incoming, flight, countries, giveWay);
    const dueAt = dueOf(given, flight, zone);
    return database.transaction(actor, async (tx) => {
      const id = newId(tx.now.getTime());
      const inserted = await store.insert(tx, {
        id,
        agencyId,
        state,
        source: given.source,
        format,
        contentHash,
        carrier: flight.carrier,
        number: flight.number,
        flightDate: dateOf(flight.date) as Date,
        direction: given.direction,
        from: flight.from ?? null,
        to: flight.to ?? null,
        checkpoint: given.checkpoint ?? null,
        dueAt,
        status: 'PARSED',
        lineCount: lines.length,
        repeatedCount: repeated,
        faults: faults.slice(0, MAX_LINES) as object[],
        receivedAt: tx.now,
        parsedAt: tx.now,
        createdBy: actor.id,
      });
      tx.audit({
        type: 'list.received',
        data: { format, source: given.source, lines: lines.length, faults: faults.length },
        subject: { type: 'passenger-list', id },
      });
      // The same file came to another process at once: the other one is the list.
      if (!inserted) return (await store.findByContent(agencyId, contentHash, tx))?.id ?? id;
      const added = await store.insertLines(tx, id, lines);
      if (added < lines.length) await store.noteRepeated(tx, id, added, repeated + lines.length - added);
      for (let after = 0; after === 0 || after < lines.length; after += CHUNK)
        await tx.enqueue(SCREEN_LIST, { listId: id, after, to: after + CHUNK });
      return id;
    });
  }

  const hashOf = (...content: (string | Uint8Array)[]) => {
    const hash = createHash('sha256');
    for (const one of content) hash.update(one).update('\0');
    return new Uint8Array(hash.digest());
  };

  return {
    async receiveFile(actor: Actor, file: UploadedFile, given: UploadBody): Promise<string> {
      const bytes = await readUpload(file.path);
      const year = Number(calendarDateIn('UTC', clock.now()).slice(0, 4));
      try {
        const { format, reading } = await readListFile(bytes, year);
        return await receive(actor, {
          given,
          format,
          reading,
          contentHash: hashOf(JSON.stringify(given), bytes),
        });
      } catch (error) {
        if (error instanceof UnreadableTable)
          throw new Problem('unreadable-file', [{ at: '/file', code: 'not-a-list' }]);
        throw error;
      }
    },

    receiveBody(actor: Actor, { travellers, ...given }: ListBody): Promise<string> {
      const judged = travellers.map((traveller, index) => ({
        line: index + 1,
        ...judgeLine(index + 1, traveller as TravellerLine),
      }));
      const reading: ListReading = {
        flight: {},
        travellers: judged.flatMap(({ line, traveller }) => (traveller ? [{ line, traveller }] : [])),
        faults: judged.flatMap(({ faults }) => faults),
      };
      const contentHash = hashOf(JSON.stringify(given), JSON.stringify(travellers));
      return receive(actor, { given, format: 'REQUEST', reading, contentHash });
    },
  };
}
