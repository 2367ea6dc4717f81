// The other installations as people manage them: one proposes with the key that he was given, another compares it and lets it in.
import { z } from 'zod';
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { isSilent } from '../../domain/exchange/link.ts';
import type { MessageKind, Outcome, PeerStatus } from '../../domain/exchange/message.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Outgoing } from '../../platform/security/outgoing.ts';
import { keyIdOfPem } from '../../platform/security/signed-text.ts';
import type { Signer } from '../../platform/security/signer.ts';
import type { AlertService } from '../alerts/service.ts';
import { COMPOSE_ALL, type PeerRow, SEND } from './channel-store.ts';
import type {
  ExchangeView,
  MessagePage,
  MessageQuery,
  MessageView,
  NewPeer,
  PeerStep,
  PeerView,
} from './contract.ts';
import { createPeerStore, type LinkFigures } from './peer-store.ts';

export interface PeerDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly signer: Signer;
  readonly outgoing: Pick<Outgoing, 'accepts'>;
  readonly alerts: Pick<AlertService, 'endForeign'>;
}

const STEPS: Readonly<Record<PeerStep, { from: readonly PeerStatus[]; to: PeerStatus }>> = {
  confirm: { from: ['PROPOSED'], to: 'ACTIVE' },
  pause: { from: ['ACTIVE'], to: 'PAUSED' },
  resume: { from: ['PAUSED'], to: 'ACTIVE' },
  close: { from: ['PROPOSED', 'ACTIVE', 'PAUSED'], to: 'CLOSED' },
};

/** The job that ends what a closed installation kept. */
export const END_PEER = 'exchange-end-peer';

const position = z.tuple([z.uuid()]);
const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

function viewOf(peer: PeerRow, figures: LinkFigures | undefined, now: Date): PeerView {
  return {
    id: peer.id,
    name: peer.name,
    states: peer.states,
    address: peer.address,
    keyId: peer.keyId,
    publicKey: peer.publicKey,
    status: peer.status as PeerStatus,
    proposedBy: peer.proposedBy,
    proposedAt: peer.proposedAt.toISOString(),
    confirmedAt: iso(peer.confirmedAt),
    closedAt: iso(peer.closedAt),
    link: {
      heardAt: iso(peer.heardAt),
      silent: peer.status !== 'PROPOSED' && peer.status !== 'CLOSED' && isSilent(peer.heardAt, now),
      waiting: figures?.waiting ?? 0,
      oldestWaitingSeconds: figures?.oldestAt
        ? Math.max(0, (now.getTime() - figures.oldestAt.getTime()) / 1000)
        : null,
      refused: figures?.refused ?? 0,
      failures: peer.failures,
      nextTryAt: iso(peer.nextTryAt),
      lastFault: peer.lastFault,
      sent: Number(peer.lastSequence),
      received: figures?.received ?? 0,
      missing: figures?.missing ?? 0,
      alerts: figures?.alerts ?? 0,
    },
    version: peer.version,
  };
}

export function createPeers({ database, clock, signer, outgoing, alerts }: PeerDeps) {
  const store = createPeerStore(database);
  const subjectOf = (id: string) => ({ type: 'exchange-peer', id }) as const;

  async function one(id: string): Promise<PeerView> {
    const [peer, figures] = await Promise.all([store.find(id), store.figures(clock.now())]);
    if (!peer) throw notFound();
    return viewOf(peer, figures.get(id), clock.now());
  }

  return {
    async overview(actor: Actor): Promise<ExchangeView> {
      const now = clock.now();
      const [rows, figures] = await Promise.all([store.list(), store.figures(now)]);
      await database.record(actor, { type: 'exchange.viewed', data: { count: rows.length } });
      const peers = rows.map((row) => viewOf(row, figures.get(row.id), now));
      return { keyId: signer.keyId, publicKey: signer.publicKeyPem, peers };
    },

    async propose(actor: Actor, body: NewPeer): Promise<PeerView> {
      const keyId = keyIdOfPem(body.publicKey);
      const faults = [
        ...(keyId === null || keyId === signer.keyId ? [{ at: '/publicKey', code: 'no-peer-key' }] : []),
        ...(outgoing.accepts(new URL(body.address)) ? [] : [{ at: '/address', code: 'address-not-called' }]),
      ];
      if (keyId === null || faults.length > 0) throw new Problem('validation-failed', faults);
      return database.transaction(actor, async (tx) => {
        const { states } = body;
        const [kept, members, spoken] = [
          await store.statesKeptHere(tx, states),
          await store.memberStates(tx, states),
          await store.statesSpokenFor(tx),
        ];
        const wrong = states.flatMap((state, index) => {
          const at = `/states/${index}`;
          if (!members.includes(state)) return [{ at, code: 'unknown-state' }];
          return kept.includes(state) || spoken.includes(state) ? [{ at, code: 'state-kept-already' }] : [];
        });
        if (wrong.length > 0) throw new Problem('validation-failed', wrong);
        const id = newId(tx.now.getTime());
        const row = await store.insert(tx, {
          ...{ ...body, id, keyId, status: 'PROPOSED' },
          ...{ proposedBy: actor.id, proposedAt: tx.now },
        });
        tx.audit({ type: 'exchange.peer-proposed', data: { states, keyId }, subject: subjectOf(id) });
        return viewOf(row, undefined, tx.now);
      });
    },

    /** @throws Problem `own-work` when the one who proposed it would let it in */
    async takeStep(actor: Actor, id: string, version: number, step: PeerStep): Promise<PeerView> {
      const peer = await store.find(id);
      if (!peer) throw notFound();
      const { from, to } = STEPS[step];
      if (!from.includes(peer.status as PeerStatus))
        throw new Problem('transition-not-allowed', [], { status: peer.status });
      if (step === 'confirm' && peer.proposedBy === actor.id) throw new Problem('own-work');
      await database.transaction(actor, async (tx) => {
        const data = {
          status: to,
          ...(step === 'confirm' && { confirmedBy: actor.id, confirmedAt: tx.now }),
          ...(step === 'close' && { closedAt: tx.now }),
        };
        if (!(await store.change(tx, { id, version }, data))) throw new Problem('version-mismatch');
        tx.audit({
          type: 'exchange.peer-changed',
          data: { from: peer.status, to },
          subject: subjectOf(id),
        });
        if (step === 'confirm') await tx.enqueue(COMPOSE_ALL, {}, { key: COMPOSE_ALL });
        if (step === 'resume') await tx.enqueue(SEND, { peerId: id }, { key: `${SEND}:${id}` });
        if (step === 'close') await tx.enqueue(END_PEER, { peerId: id });
      });
      return one(id);
    },

    async listMessages(
      actor: Actor,
      peerId: string,
      { limit, cursor, direction, status }: MessageQuery,
    ): Promise<MessagePage> {
      if (!(await store.find(peerId))) throw notFound();
      const page = { limit, after: cursor === undefined ? undefined : decodeCursor(cursor, position)[0] };
      const items: MessageView[] =
        direction === 'OUT'
          ? (await store.listOut(peerId, status, page)).map((row) => ({
              id: row.id,
              direction,
              sequence: Number(row.sequence),
              kind: row.kind as MessageKind,
              thing: row.thing,
              thingId: row.thingId,
              thingVersion: row.thingVersion,
              status: row.status as MessageView['status'],
              outcome: row.outcome as Outcome | null,
              fault: row.fault,
              attempts: row.attempts,
              at: row.createdAt.toISOString(),
              endedAt: iso(row.endedAt),
            }))
          : (await store.listIn(peerId, page)).map((row) => ({
              id: row.id,
              direction,
              sequence: Number(row.sequence),
              kind: row.kind as MessageKind,
              thing: row.thing,
              thingId: row.thingId,
              thingVersion: row.thingVersion,
              status: null,
              outcome: row.outcome as Outcome,
              fault: null,
              attempts: 1,
              at: row.sentAt.toISOString(),
              endedAt: row.receivedAt.toISOString(),
            }));
      const shown = toPage(items, limit, ({ id }) => [id]);
      await database.record(actor, {
        type: 'exchange.viewed',
        data: { count: shown.items.length },
        subject: subjectOf(peerId),
      });
      return shown;
    },

    async retryMessage(actor: Actor, peerId: string, messageId: string): Promise<PeerView> {
      await database.transaction(actor, async (tx) => {
        if (!(await store.retry(tx, peerId, messageId))) throw notFound();
        tx.audit({ type: 'exchange.message-retried', data: { messageId }, subject: subjectOf(peerId) });
        await tx.enqueue(SEND, { peerId }, { key: `${SEND}:${peerId}` });
      });
      return one(peerId);
    },

    /** Nobody would tell any more when an alert of it is withdrawn: all of them end here. */
    async endPeer(peerId: string): Promise<void> {
      for (;;) {
        const ids = await store.standingAlerts(peerId, 200);
        for (const id of ids)
          await database.transaction(systemActor('worker:exchange-end-peer', newId()), async (tx) => {
            await alerts.endForeign(tx, peerId, id);
            tx.audit({
              type: 'alert.transition',
              data: { verb: 'withdraw', from: 'ACTIVE', to: 'WITHDRAWN', reason: 'CHANNEL_CLOSED' },
              subject: { type: 'alert', id },
            });
          });
        if (ids.length < 200) return;
      }
    },
  };
}
