// Checks one traveller and keeps the check with its hits; for the booth, for passenger lists and for everything replayed.
import type { Actor } from '../../domain/access/actor.ts';
import type { Told } from '../../domain/checks/told.ts';
import type { MrzReading } from '../../domain/documents/mrz/vocabulary.ts';
import { Problem } from '../../domain/errors.ts';
import type { PolicyCode } from '../../domain/matching/match.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { type HitOpening, openMatch, openSilent } from '../hits/opening.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { Screened } from '../search/screening.ts';
import { createTravellerScreener, type ScreenedTraveller, type ScreenParts } from './screen-traveller.ts';
import type { CheckOrigin, CheckStore } from './store.ts';
import { readTraveller, type Traveller, type TravellerQuestion } from './traveller.ts';

/** Where and why a traveller is checked. */
export interface CheckContext {
  readonly origin: CheckOrigin;
  readonly checkpoint?: string | undefined;
  readonly lane?: string | undefined;
  readonly direction?: 'ENTRY' | 'EXIT' | 'TRANSIT' | undefined;
  readonly device?: string | undefined;
  /** Flight, train or plate. */
  readonly transport?: string | undefined;
  /** BORDER when left out. */
  readonly policy?: PolicyCode;
  /** Of a check that was begun earlier: its id and instant. */
  readonly begun?: { readonly id: string; readonly at: Date };
  /** Asked again before anything is kept: true when nobody waits for the answer any more. */
  readonly abandoned?: () => boolean;
}

/** The whole truth about a check. Only `told` may go to the first line. */
export interface CheckResult {
  readonly checkId: string;
  readonly reference: string;
  readonly at: Date;
  readonly outcome: 'CLEAR' | 'POSSIBLE' | 'HIT' | 'SILENT';
  readonly told: Told;
  /** Hits opened with the check, the deciding one first; silent reports are opened a moment later and never stand here. */
  readonly hits: readonly HitOpening[];
  /** The record behind the deciding hit, for the card. */
  readonly lead: Screened | null;
  readonly reading: MrzReading | null;
  readonly degraded: boolean;
  readonly hasSilent: boolean;
  /** False: a check with this id had been kept before, and this one left no trace. */
  readonly isNew: boolean;
}

export interface CheckTravellerParts extends ScreenParts {
  readonly clock: Clock;
  readonly store: CheckStore;
  readonly reference: Pick<ReferenceService, 'zoneOf'>;
  /** Milliseconds for measuring; not the time of day. */
  stopwatch(): number;
}

export type CheckTraveller = (
  actor: Actor,
  traveller: Traveller,
  context: CheckContext,
) => Promise<CheckResult>;

/** Crockford's letters without those that are confused when spoken; 4 signs of the random end of the id. */
export function referenceOf(id: string): string {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const bits = Number.parseInt(id.slice(-5), 16);
  return [15, 10, 5, 0].map((shift) => signs[(bits >> shift) & 31]).join('');
}

/** Most persons on whom one check opens a hit: more are no match but a question too vague. */
const MOST_HITS = 10;

function openingsOf({ findings, outcome, screened, alerts }: ScreenedTraveller) {
  const foundOf = (personId: string, alertId: string, band: string, colour: string) => {
    const [person, alert] = [screened.get(personId), alerts.get(alertId)];
    if (!person || !alert) return [];
    const { score, evidence } = person.match;
    return [{ personId, band, colour, score, reasons: evidence, alert }];
  };
  const hits = findings
    .slice(0, MOST_HITS)
    .flatMap(({ personId, alertId, band, colour }) =>
      foundOf(personId, alertId, band, colour).map(openMatch),
    );
  const silent = outcome.silent.flatMap((report) =>
    foundOf(report.personId, report.alertId, report.band, 'GREEN').map((found) => openSilent(found, report)),
  );
  return { hits, silent };
}

const foundRows = ({ matches, known }: ScreenedTraveller): object[] =>
  matches.map((match) => ({
    personId: match.personId,
    band: match.band,
    score: match.score,
    alertIds: match.alerts.map((alert) => alert.id),
    // The hidden note: why somebody who was found is let pass.
    ...(known.includes(match) && { knownDifferent: true }),
  }));

export function createCheckTraveller(parts: CheckTravellerParts): CheckTraveller {
  const { clock, screener, store, reference, stopwatch } = parts;
  const screen = createTravellerScreener(parts);

  function entryOf(
    id: string,
    context: CheckContext,
    question: TravellerQuestion,
    done: ScreenedTraveller,
    elapsedMs: number,
  ) {
    const corrected = question.reading?.changes.map(({ field }) => field) ?? [];
    return {
      type: 'check.run',
      subject: { type: 'check', id },
      data: {
        outcome: done.outcome.outcome,
        told: done.told.outcome,
        origin: context.origin,
        policy: `${done.policy.code} ${done.policy.version}`,
        found: done.matches.length,
        elapsedMs: Math.round(elapsedMs * 10) / 10,
        ...(context.checkpoint !== undefined && { checkpoint: context.checkpoint }),
        ...(corrected.length > 0 && { corrected }),
      },
    } as const;
  }

  return async function checkTraveller(actor, traveller, context) {
    const { state, agencyId } = actor;
    if (state === null || agencyId === null) throw new Problem('forbidden');
    const started = stopwatch();
    const now = clock.now();
    const { begun } = context;
    const at = begun?.at ?? now;
    const id = begun?.id ?? newId(now.getTime());
    const question = readTraveller(traveller, screener.analyse, at, await reference.zoneOf(state));
    // A replay asks what is true now: an alert withdrawn meanwhile alarms nobody.
    const done = await screen(question, { state, agencyId, now, use: context.policy ?? 'BORDER' });
    const { hits, silent } = openingsOf(done);
    if (context.abandoned?.()) throw new Problem('unavailable');
    const purposeful: Actor = {
      ...actor,
      purpose: { code: 'P2', reference: context.checkpoint ?? context.transport ?? agencyId },
    };
    const elapsedMs = stopwatch() - started;
    const reference4 = referenceOf(id);
    const isNew = await store.write(
      purposeful,
      {
        id,
        at,
        reference: reference4,
        state,
        agencyId,
        ...context,
        device: context.device,
        corrected: question.reading?.changes.map(({ field }) => field) ?? [],
        travellerKey: done.travellerKey,
        asked: question.asked,
        outcome: done.outcome.outcome,
        told: context.origin === 'REPLAY' ? 'UNAVAILABLE' : done.told.outcome,
        policy: done.policy,
        found: { matches: foundRows(done), silent },
        hits,
        degraded: done.degraded,
        elapsedMs,
        replayedAt: context.origin === 'REPLAY' ? now : null,
        replayed: context.origin === 'REPLAY' ? done.told.outcome : undefined,
      },
      entryOf(id, context, question, done, elapsedMs),
    );
    return {
      checkId: id,
      reference: reference4,
      at,
      outcome: done.outcome.outcome,
      told: done.told,
      hits,
      lead: hits[0] ? (done.screened.get(hits[0].personId) ?? null) : null,
      reading: question.reading,
      degraded: done.degraded,
      hasSilent: silent.length > 0,
      isNew,
    };
  };
}
