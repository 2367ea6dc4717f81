// Questions about a case and their answers between central authorities: number, stage, words, and hashes of the papers that are meant.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { isUrgent } from '../../domain/exchange/message.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { type PeerRow, readPeer, writeMessage } from './channel-store.ts';
import type { LetterPage, LetterQuery, LetterView, NewAnswer, NewLetter } from './letter-contract.ts';
import { createLetterStore, keepLetter, type LetterRow } from './letter-store.ts';
import { letterBody } from './message-contract.ts';
import type { Taker } from './receiver.ts';
import { ifNews, notUnderstood, read } from './taking.ts';

const TEXT = 'exchange_letter.text';
const position = z.tuple([z.uuid()]);

export interface LetterDeps {
  readonly database: Database;
  readonly vault: Vault;
}

type Kind = 'REQUEST' | 'ANSWER';
const kindOf = { REQUEST: 'case.request', ANSWER: 'case.answer' } as const;

export function createLetters({ database, vault }: LetterDeps) {
  const store = createLetterStore(database);

  const view = (row: LetterRow): LetterView => ({
    id: row.id,
    peerId: row.peerId,
    direction: row.direction as LetterView['direction'],
    kind: row.kind as Kind,
    fromState: row.fromState,
    toState: row.toState,
    caseNumber: row.caseNumber,
    stage: row.stage,
    text: vault.decrypt(TEXT, row.text),
    documents: row.documents as LetterView['documents'],
    inReplyTo: row.inReplyTo,
    at: row.at.toISOString(),
  });

  async function send(
    tx: Tx,
    actor: Actor,
    peer: PeerRow,
    kind: Kind,
    letter: NewLetter & { inReplyTo: string | null; fromState: string },
  ): Promise<LetterView> {
    const id = newId(tx.now.getTime());
    const { peerId: _, text, ...said } = letter;
    const row = await keepLetter(tx.db, {
      ...{ ...said, id, kind, peerId: peer.id, direction: 'OUT', at: tx.now, writtenBy: actor.id },
      text: new Uint8Array(vault.encrypt(TEXT, text)),
    });
    const what = { kind: kindOf[kind], thing: 'LETTER', thingId: id, thingVersion: 1 } as const;
    const body = { ...said, text, at: tx.now.toISOString() };
    await writeMessage(tx, peer.id, { ...what, urgent: isUrgent(what.kind), body });
    tx.audit({
      type: 'exchange.letter-written',
      data: { peerId: peer.id, kind },
      subject: { type: 'exchange-letter', id },
    });
    return view(row);
  }

  async function openPeer(peerId: string): Promise<PeerRow> {
    const peer = await readPeer(database.prisma, peerId);
    if (!peer) throw notFound();
    if (peer.status !== 'ACTIVE') throw new Problem('conflict', [{ at: '/peerId', code: 'peer-not-active' }]);
    return peer;
  }

  const stateOf = ({ state }: Actor): string => {
    if (state === null) throw new Problem('forbidden');
    return state;
  };

  return {
    letters: {
      async list(actor: Actor, { limit, cursor, caseNumber }: LetterQuery): Promise<LetterPage> {
        const after = cursor === undefined ? undefined : decodeCursor(cursor, position)[0];
        const page = toPage(await store.list(stateOf(actor), caseNumber, limit, after), limit, ({ id }) => [
          id,
        ]);
        await database.record(actor, { type: 'exchange.viewed', data: { count: page.items.length } });
        return { ...page, items: page.items.map(view) };
      },

      async ask(actor: Actor, letter: NewLetter): Promise<LetterView> {
        const fromState = stateOf(actor);
        const peer = await openPeer(letter.peerId);
        if (!peer.states.includes(letter.toState))
          throw new Problem('validation-failed', [{ at: '/toState', code: 'unknown-state' }]);
        return database.transaction(actor, (tx) =>
          send(tx, actor, peer, 'REQUEST', { ...letter, fromState, inReplyTo: null }),
        );
      },

      /** Bears a second answer: what was forgotten is added. */
      async answer(actor: Actor, letterId: string, answer: NewAnswer): Promise<LetterView> {
        const asked = await store.find(letterId, stateOf(actor));
        if (asked?.direction !== 'IN' || asked.kind !== 'REQUEST') throw notFound();
        const peer = await openPeer(asked.peerId);
        const { caseNumber, fromState: toState, toState: fromState } = asked;
        return database.transaction(actor, (tx) =>
          send(tx, actor, peer, 'ANSWER', {
            ...answer,
            ...{ peerId: peer.id, caseNumber, fromState, toState, inReplyTo: letterId },
          }),
        );
      },
    },

    /** What comes in is for people: nothing is done but keeping it. */
    letterTakers: Object.fromEntries(
      (['REQUEST', 'ANSWER'] as const).map((kind): [string, Taker] => [
        kindOf[kind],
        async (tx, peer, { thing, body }) => {
          const { at, text, ...said } = read(letterBody, body);
          if (thing.kind !== 'LETTER') throw notUnderstood('not-understood');
          if (!peer.states.includes(said.fromState)) throw notUnderstood('state-not-spoken-for');
          return ifNews(tx, peer, thing, true, async () => {
            await keepLetter(tx.db, {
              ...{ ...said, id: thing.id, kind, peerId: peer.id, direction: 'IN', at: new Date(at) },
              text: new Uint8Array(vault.encrypt(TEXT, text)),
            });
            return true;
          });
        },
      ]),
    ),
  };
}
