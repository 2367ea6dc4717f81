// Takes what another installation sends: who signed it, whether it is fresh and new, and then, once, what it says.
import type { Actor } from '../../domain/access/actor.ts';
import { systemActor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { judgeArrival, type Outcome, type PeerStatus } from '../../domain/exchange/message.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { keyIdOf, openText, signText } from '../../platform/security/signed-text.ts';
import type { Signer } from '../../platform/security/signer.ts';
import {
  type ChannelBooks,
  findArrived,
  noteArrived,
  type PeerRow,
  peerOfKey,
  waitForOthers,
} from './channel-store.ts';
import { type Envelope, envelope, type Receipt, type SignedText } from './message-contract.ts';

/** Does what one kind of message says, in the transaction that notes its arrival. */
export type Taker = (tx: Tx, peer: PeerRow, message: Envelope, actor: Actor) => Promise<Outcome>;

export interface ReceiverDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly books: ChannelBooks;
  readonly signer: Signer;
  readonly take: Taker;
}

export function createReceiver({ database, clock, books, signer, take }: ReceiverDeps) {
  async function reject(actor: Actor, keyId: string, reason: string, problem: Problem): Promise<never> {
    await database.record(actor, { type: 'exchange.rejected', data: { reason, keyId }, outcome: 'REFUSED' });
    throw problem;
  }

  /** @throws Problem `not-authenticated`: the same for a strange key and for a wrong signature */
  async function open(actor: Actor, text: SignedText): Promise<{ peer: PeerRow; content: unknown }> {
    // What is no name of a key goes into no log.
    const named = keyIdOf(text);
    const keyId = named !== null && /^[0-9a-f]{16}$/.test(named) ? named : '';
    const peer = keyId === '' ? null : await peerOfKey(database.prisma, keyId);
    if (!peer) return reject(actor, keyId, 'unknown-key', new Problem('not-authenticated'));
    const content = openText(text, peer.publicKey);
    if (content === undefined)
      return reject(actor, keyId, 'wrong-signature', new Problem('not-authenticated'));
    return { peer, content };
  }

  function receiptFor(peer: PeerRow, message: Envelope, outcome: Outcome, repeated: boolean): SignedText {
    const content: Receipt = {
      v: 1,
      from: signer.keyId,
      to: peer.keyId,
      messageId: message.id,
      outcome,
      repeated,
      at: clock.now().toISOString(),
    };
    return signText(signer, content);
  }

  /** Whoever speaks to us is there again: what waits for him goes at once. */
  async function tryAgain({ id, failures }: PeerRow): Promise<void> {
    if (failures === 0) return;
    await books.heard(id, clock.now());
    await books.sendSoon(id);
  }

  async function takeOnce(
    peer: PeerRow,
    message: Envelope,
  ): Promise<{ outcome: Outcome; repeated: boolean }> {
    const { id, kind, thing } = message;
    const sequence = BigInt(message.sequence);
    const from = { ...systemActor(peer.id, id), state: peer.states[0] ?? null };
    return database.transaction(from, async (tx) => {
      const subject = { type: 'exchange-peer', id: peer.id } as const;
      // Whoever repeats a message while it is taken waits here for the first to end. Not on the peer's own row: who writes
      // messages holds a person first and the peer last, and so do we.
      await waitForOthers(tx.db, peer.id);
      const before = await findArrived(tx.db, peer.id, id, sequence);
      if (before && (before.id !== id || before.sequence !== sequence))
        throw new Problem('conflict', [{ at: '/payload', code: 'sequence-used' }]);
      const outcome = before ? (before.outcome as Outcome) : await take(tx, peer, message, from);
      if (!before)
        await noteArrived(tx.db, {
          ...{ peerId: peer.id, id, sequence, kind, outcome, thing: thing.kind },
          ...{ thingId: thing.id, thingVersion: thing.version },
          ...{ sentAt: new Date(message.sentAt), receivedAt: tx.now },
        });
      await tx.db.exchangePeer.update({ where: { id: peer.id }, data: { heardAt: tx.now } });
      const data = { peerId: peer.id, messageId: id, kind, sequence: message.sequence, outcome };
      tx.audit({ type: 'exchange.received', data, subject });
      return { outcome, repeated: before !== null };
    });
  }

  return {
    /** @returns a signed receipt @throws Problem `not-authenticated`, `validation-failed`, `conflict` */
    async receive(actor: Actor, text: SignedText): Promise<SignedText> {
      const { peer, content } = await open(actor, text);
      const read = envelope.safeParse(content);
      if (!read.success || read.data.from !== peer.keyId)
        throw new Problem('validation-failed', [{ at: '/payload', code: 'not-understood' }]);
      const message = read.data;
      const arrival = {
        to: message.to,
        sentAt: new Date(message.sentAt),
        expiresAt: new Date(message.expiresAt),
      };
      const fault = judgeArrival(arrival, signer.keyId, peer.status as PeerStatus, clock.now());
      if (fault)
        return reject(actor, peer.keyId, fault, new Problem('conflict', [{ at: '/payload', code: fault }]));
      if (message.kind === 'ping') {
        if (!(await books.pinged(peer.id, arrival.sentAt, clock.now())))
          return reject(
            actor,
            peer.keyId,
            'repeated',
            new Problem('conflict', [{ at: '/payload', code: 'repeated-message' }]),
          );
        await tryAgain(peer);
        return receiptFor(peer, message, 'APPLIED', false);
      }
      await tryAgain(peer);
      const { outcome, repeated } = await takeOnce(peer, message);
      return receiptFor(peer, message, outcome, repeated);
    },
  };
}
