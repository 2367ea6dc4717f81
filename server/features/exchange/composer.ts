// Looks at a thing that changed and writes what each peer has to be told: what it may see now, compared with what it was told last.
import { createHash } from 'node:crypto';
import { systemActor } from '../../domain/access/actor.ts';
import { isUrgent, type MessageKind, type Thing, tellingOf } from '../../domain/exchange/message.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import {
  type ChannelBooks,
  livePeers,
  noteTold,
  type PeerRow,
  type ToldRow,
  toldOf,
  toldOfPerson,
  voidWaiting,
  writeMessage,
} from './channel-store.ts';
import {
  agenciesIn,
  bodyOf,
  nextBeginning,
  type Receiver,
  sharedAlertOf,
  sharedAlerts,
  sharedPersonOf,
} from './projection.ts';
import { agenciesOf, agencyIdsOf, lockFile, type SharedFile, standingOf } from './share-store.ts';

/** A look that found nothing to say leaves nothing behind. */
class NothingToSay extends Error {
  override readonly name = 'NothingToSay';
}

/** Tells of one thing to those peers that it concerns. @returns how many messages were written */
export type ThingComposer = (tx: Tx, peers: readonly PeerRow[], thingId: string) => Promise<number>;

export interface ComposerDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly books: ChannelBooks;
  /** How a hit is told. */
  readonly composeHit: ThingComposer;
}

const digestOf = (body: object): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** Writes the message and notes that it was told. */
export async function tell(
  tx: Tx,
  peerId: string,
  told: ToldRow | null,
  what: {
    kind: MessageKind;
    thing: Thing;
    thingId: string;
    body: object;
    live: boolean;
    digest: string;
    personId?: string;
  },
): Promise<void> {
  const { kind, thing, thingId, body, live, digest, personId = null } = what;
  const version = (told?.version ?? 0) + 1;
  await writeMessage(tx, peerId, {
    kind,
    thing,
    thingId,
    thingVersion: version,
    urgent: isUrgent(kind),
    body,
  });
  await noteTold(tx.db, { peerId, thing, thingId, personId, version, live, digest });
}

export function createComposer({ database, clock, books, composeHit }: ComposerDeps) {
  async function tellStanding(
    tx: Tx,
    peer: PeerRow,
    receiver: Receiver,
    file: SharedFile,
    foreign: readonly string[],
  ) {
    const visible = sharedAlerts(file, receiver, tx.now);
    let written = 0;
    for (const row of visible) {
      const alert = sharedAlertOf(row, receiver);
      const person = sharedPersonOf(file, visible, receiver, foreign, tx.now);
      const body = bodyOf(alert, person, await agenciesOf(tx.db, agenciesIn(alert, person)));
      const digest = digestOf(body);
      const told = await toldOf(tx.db, peer.id, 'ALERT', row.id);
      const kind = tellingOf(told, digest);
      if (kind === null) continue;
      const personId = file.id;
      await tell(tx, peer.id, told, {
        kind,
        thing: 'ALERT',
        thingId: row.id,
        body,
        live: true,
        digest,
        personId,
      });
      const known = await toldOf(tx.db, peer.id, 'PERSON', personId);
      if (!known?.live)
        await noteTold(tx.db, {
          ...{ peerId: peer.id, thing: 'PERSON', thingId: personId, personId: null, digest: '' },
          ...{ version: known?.version ?? 0, live: true },
        });
      written += 1;
    }
    return { visible: new Set(visible.map(({ id }) => id)), written };
  }

  /** What the peer still believes to stand and may not see any more; and whether anything of the person is left at all. */
  async function tellEnded(
    tx: Tx,
    peer: PeerRow,
    personId: string,
    visible: ReadonlySet<string>,
    erased: boolean,
  ): Promise<number> {
    const told = await toldOfPerson(tx.db, peer.id, personId);
    if (told.length === 0) return 0;
    const standing = await standingOf(
      tx.db,
      told.map(({ thingId }) => thingId),
    );
    const at = tx.now.toISOString();
    let written = 0;
    for (const row of told) {
      const { thingId } = row;
      const now = standing.get(thingId);
      // A merge moved it: it is told with the other record.
      if (!row.live || visible.has(thingId) || (now && now.personId !== personId)) continue;
      await voidWaiting(tx, peer.id, 'ALERT', thingId);
      const body = { alertId: thingId, at };
      const what = {
        kind: 'alert.withdrawn',
        thing: 'ALERT',
        thingId,
        body,
        live: false,
        digest: '',
        personId,
      } as const;
      await tell(tx, peer.id, row, what);
      written += 1;
    }
    const isGone =
      erased || told.every(({ thingId }) => (standing.get(thingId)?.status ?? 'ERASED') === 'ERASED');
    const known = await toldOf(tx.db, peer.id, 'PERSON', personId);
    if (!isGone || !known?.live) return written;
    const body = { personId, at };
    await tell(tx, peer.id, known, {
      ...{ kind: 'person.erased', thing: 'PERSON', thingId: personId, body, live: false, digest: '' },
    });
    return written + 1;
  }

  async function composePerson(tx: Tx, peers: readonly PeerRow[], personId: string) {
    const file = await lockFile(tx.db, personId);
    const foreign = peers.flatMap(({ states }) => states);
    let written = 0;
    for (const peer of peers) {
      const receiver = { states: peer.states, agencyIds: await agencyIdsOf(tx.db, peer.states) };
      const now = file ? await tellStanding(tx, peer, receiver, file, foreign) : null;
      written += now?.written ?? 0;
      written += await tellEnded(tx, peer, personId, now?.visible ?? new Set(), file?.erasedAt != null);
    }
    return { written, begins: file ? nextBeginning(file, tx.now) : null };
  }

  /** Bears repetition: what was told already is not told again. */
  async function compose(thing: string, thingId: string): Promise<void> {
    // Read before the look: what is noted later is looked at later.
    const notes = await books.notesOf(thing, thingId);
    const look: { begins: Date | null } = { begins: null };
    try {
      await database.transaction(systemActor('worker:exchange-compose', newId()), async (tx) => {
        const peers = await livePeers(tx.db);
        if (thing === 'HIT') {
          if ((await composeHit(tx, peers, thingId)) === 0) throw new NothingToSay();
          return;
        }
        const done = await composePerson(tx, peers, thingId);
        look.begins = done.begins;
        if (done.written === 0) throw new NothingToSay();
      });
    } catch (error) {
      if (!(error instanceof NothingToSay)) throw error;
    }
    if (look.begins) await books.lookLater(thing, thingId, look.begins.getTime() - clock.now().getTime());
    if (notes.length > 0) await books.dropNotes(notes);
  }

  /** Everything that was noted, until nothing is left. */
  async function composeNoted(): Promise<void> {
    for (;;) {
      const things = await books.noted(200);
      for (const { thing, thingId } of things) await compose(thing, thingId);
      if (things.length < 200) return;
    }
  }

  return { compose, composeNoted };
}
