// Hits on the line: the border tells the owner of the alert how it goes, the owner answers; each side writes only its own part.
import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { type HitService, isOwnerVerb, type ToldOfHit } from '../hits/service.ts';
import { type PeerRow, toldOf } from './channel-store.ts';
import { type ThingComposer, tell } from './composer.ts';
import { type HitReport, hitAnswer, hitReport } from './hit-contract.ts';
import { sharedAgencyOf } from './projection.ts';
import type { Taker } from './receiver.ts';
import { agenciesOf, foreignAlertOf, ownerOfHit } from './share-store.ts';
import { ifNews, notUnderstood, read } from './taking.ts';
import { keepAgencies } from './taking-store.ts';

type Hits = Pick<HitService, 'toldOf' | 'putForeign' | 'takeOwnerWord'>;

const digestOf = (body: object): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

export function createHitComposer(hits: Pick<Hits, 'toldOf'>): ThingComposer {
  async function once(
    tx: Tx,
    peerId: string,
    kind: 'hit.reported' | 'hit.answered',
    thingId: string,
    body: object,
  ) {
    const thing = kind === 'hit.reported' ? 'HIT' : 'HIT_ANSWER';
    const told = await toldOf(tx.db, peerId, thing, thingId);
    const digest = digestOf(body);
    if (told?.digest === digest) return 0;
    await tell(tx, peerId, told, { kind, thing, thingId, body, live: true, digest });
    return 1;
  }

  async function report(tx: Tx, peers: readonly PeerRow[], { row, traveller, reasons, steps }: ToldOfHit) {
    const keeper = await foreignAlertOf(tx.db, row.alertId);
    const peer = peers.find(({ id }) => id === keeper);
    if (!peer) return 0;
    const [agency] = await agenciesOf(tx.db, [row.agencyId]);
    const body = { hit: row, traveller, reasons, steps, agency: agency ? sharedAgencyOf(agency) : null };
    return once(tx, peer.id, 'hit.reported', row.id, hitReport.parse(JSON.parse(JSON.stringify(body))));
  }

  return async (tx, peers, hitId) => {
    const told = await hits.toldOf(tx, hitId);
    if (!told) return 0;
    if (told.peerId === null) return report(tx, peers, told);
    const word = told.steps.findLast(({ verb }) => isOwnerVerb(verb));
    if (!word || !peers.some(({ id }) => id === told.peerId)) return 0;
    const body = { hitId, verb: word.verb, at: word.at.toISOString() };
    return once(tx, told.peerId, 'hit.answered', hitId, body);
  };
}

const INSTANTS = [
  'at',
  'acknowledgedAt',
  'claimedAt',
  'decidedAt',
  'askedAt',
  'answerDueAt',
  'answeredAt',
  'actionAt',
  'closedAt',
] as const;

type Instants = Record<Exclude<(typeof INSTANTS)[number], 'at'>, Date | null> & { at: Date };

/** Texts of instants become instants again. */
const withInstants = (
  hit: HitReport['hit'],
): Omit<HitReport['hit'], (typeof INSTANTS)[number]> & Instants => ({
  ...hit,
  ...(Object.fromEntries(
    INSTANTS.map((name) => [name, hit[name] === null ? null : new Date(hit[name] as string)]),
  ) as Instants),
});

export function createHitTakers(hits: Pick<Hits, 'putForeign' | 'takeOwnerWord'>): Record<string, Taker> {
  return {
    'hit.reported': async (tx, peer, { thing, body }, actor) => {
      const { hit, traveller, reasons, steps, agency } = read(hitReport, body);
      if (hit.id !== thing.id || thing.kind !== 'HIT') throw notUnderstood('not-understood');
      if (!peer.states.includes(hit.state)) throw notUnderstood('state-not-spoken-for');
      return ifNews(tx, peer, thing, true, async () => {
        if (agency && peer.states.includes(agency.state)) await keepAgencies(tx.db, [agency], newId);
        return hits.putForeign(tx, actor, {
          peerId: peer.id,
          row: withInstants(hit),
          traveller,
          reasons,
          steps: steps.map(({ at, ...step }) => ({ ...step, at: new Date(at) })),
        });
      });
    },
    'hit.answered': async (tx, peer, { thing, body }, actor) => {
      const { hitId, verb } = read(hitAnswer, body);
      if (hitId !== thing.id || thing.kind !== 'HIT_ANSWER') throw notUnderstood('not-understood');
      return ifNews(tx, peer, thing, true, async () => {
        const owner = await ownerOfHit(tx.db, hitId);
        if (owner?.peerId !== peer.id) return false;
        return hits.takeOwnerWord(tx, { ...actor, state: owner.state }, hitId, verb);
      });
    },
  };
}
