// Sends what waits for a peer, one message after the other: a withdrawal first, everything else in the order in which it was written.
import { systemActor } from '../../domain/access/actor.ts';
import { pauseAfter } from '../../domain/exchange/link.ts';
import { FRESH_MS } from '../../domain/exchange/message.ts';
import type { Clock } from '../../platform/clock.ts';
import { alone } from '../../platform/database/alone.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Answered, Outgoing } from '../../platform/security/outgoing.ts';
import { openText, signText } from '../../platform/security/signed-text.ts';
import type { Signer } from '../../platform/security/signer.ts';
import { type ChannelBooks, type PeerRow, readPeer, type Waiting } from './channel-store.ts';
import { type Envelope, type Receipt, receipt, signedText } from './message-contract.ts';

export interface SenderDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly books: ChannelBooks;
  readonly signer: Signer;
  readonly outgoing: Pick<Outgoing, 'ask'>;
  /** 0–1, another each time. */
  spread(): number;
}

/** Answers after which the same message would never be taken: it is set aside, and the others go on. */
const FINAL: readonly (number | null)[] = [400, 413, 415, 422];

export const MESSAGES_PATH = '/v1/exchange/messages';

type Sent = { readonly receipt: Receipt } | { readonly fault: string; readonly final: boolean };

export function createSender({ database, clock, books, signer, outgoing, spread }: SenderDeps) {
  const actor = () => systemActor('worker:exchange-send', newId());

  function receiptIn(peer: PeerRow, messageId: string, answer: Answered): Receipt | null {
    try {
      const text = signedText.parse(JSON.parse(answer.body));
      const read = receipt.parse(openText(text, peer.publicKey));
      return read.from === peer.keyId && read.to === signer.keyId && read.messageId === messageId
        ? read
        : null;
    } catch {
      return null;
    }
  }

  /** Signed anew for each try: the receiver takes only what is fresh. */
  async function post(peer: PeerRow, message: Omit<Waiting, 'urgent'>): Promise<Sent> {
    const sentAt = clock.now();
    const content: Envelope = {
      v: 1,
      from: signer.keyId,
      to: peer.keyId,
      id: message.id,
      sequence: Number(message.sequence),
      sentAt: sentAt.toISOString(),
      expiresAt: new Date(sentAt.getTime() + FRESH_MS).toISOString(),
      kind: message.kind as Envelope['kind'],
      thing: {
        kind: message.thing as Envelope['thing']['kind'],
        id: message.thingId,
        version: message.thingVersion,
      },
      body: message.body ?? {},
    };
    const url = new URL(MESSAGES_PATH, peer.address);
    const answer = await outgoing.ask(url, JSON.stringify(signText(signer, content)));
    if (answer.fault !== null) {
      const final = answer.fault === 'STATUS' && FINAL.includes(answer.status);
      return { fault: answer.status === null ? answer.fault : `${answer.fault} ${answer.status}`, final };
    }
    const read = receiptIn(peer, message.id, answer);
    return read ? { receipt: read } : { fault: 'RECEIPT', final: false };
  }

  async function settle(peer: PeerRow, message: Waiting, sent: Sent): Promise<boolean> {
    const { id: messageId, kind } = message;
    const now = clock.now();
    const subject = { type: 'exchange-peer', id: peer.id } as const;
    if ('receipt' in sent) {
      const { outcome } = sent.receipt;
      await books.delivered(messageId, peer.id, outcome, now);
      const data = { peerId: peer.id, messageId, kind, sequence: Number(message.sequence), outcome };
      await database.record(actor(), { type: 'exchange.message-delivered', data, subject });
      return true;
    }
    if (sent.final) {
      await books.refused(messageId, peer.id, sent.fault, now);
      const data = { peerId: peer.id, messageId, kind, fault: sent.fault };
      await database.record(actor(), { type: 'exchange.message-refused', data, subject, outcome: 'FAILED' });
      return true;
    }
    const pause = pauseAfter(peer.failures + 1, spread());
    await books.failed(messageId, peer.id, sent.fault, new Date(now.getTime() + pause));
    await books.sendSoon(peer.id, pause);
    return false;
  }

  /** @returns when nothing is left that may go now */
  async function sendAll(peerId: string): Promise<void> {
    for (;;) {
      const peer = await readPeer(database.prisma, peerId);
      if (peer?.status !== 'ACTIVE') return;
      const message = await books.next(peerId);
      if (!message) return;
      // Behind a line that fails everything waits but what must stop something.
      const wait = (peer.nextTryAt?.getTime() ?? 0) - clock.now().getTime();
      if (!message.urgent && wait > 0) return books.sendSoon(peerId, wait);
      if (!(await settle(peer, message, await post(peer, message)))) return;
    }
  }

  /** A sign of life, so that silence means something; kept by nobody. */
  async function ping(peer: PeerRow): Promise<void> {
    const nothing = { kind: 'ping', sequence: 0n, thing: 'LETTER', thingVersion: 0, body: null };
    const sent = await post(peer, { ...nothing, id: newId(clock.now().getTime()), thingId: peer.id });
    const now = clock.now();
    if ('receipt' in sent) await books.heard(peer.id, now);
    else
      await books.failed(
        null,
        peer.id,
        sent.fault,
        new Date(now.getTime() + pauseAfter(peer.failures + 1, spread())),
      );
  }

  return {
    /** Of all processes one sends to a peer at a time. */
    send: (peerId: string): Promise<void> =>
      alone(database.pool, `exchange:${peerId}`, () => sendAll(peerId)),
    async pingAll(): Promise<void> {
      const peers = await database.prisma.exchangePeer.findMany({ where: { status: 'ACTIVE' } });
      for (const peer of peers) {
        await ping(peer);
        await books.sendSoon(peer.id);
      }
    },
  };
}
