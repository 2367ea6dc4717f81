// The border check as the booth sees it: what may be told, in the officer's language, and nothing else.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../domain/access/actor.ts';
import { displayPartialDate } from '../../domain/dates/partial-date.ts';
import type { MrzReading } from '../../domain/documents/mrz/vocabulary.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Spool } from '../../platform/files/spool.ts';
import { checkText } from '../../platform/i18n/checks.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { OfficerCards } from '../reference/service.ts';
import {
  type CheckContext,
  type CheckResult,
  type CheckTraveller,
  type CheckTravellerParts,
  createCheckTraveller,
} from './check-traveller.ts';
import type { CheckAnswer, CheckBody } from './contract.ts';
import { createFollowUp } from './follow-up.ts';
import { type Traveller, UnreadableZone } from './traveller.ts';
import { createUnanswered } from './unanswered.ts';

export type { CheckContext, CheckResult, Traveller };

export interface CheckService {
  /** The check of the booth: the answer holds only what the first line may know. */
  check(actor: Actor, body: CheckBody): Promise<CheckAnswer>;
  /** One traveller of any origin: screened, kept with its hits and its trace; the result is the whole truth. */
  checkTraveller: CheckTraveller;
  /** Writes silent reports that a process which ended left unwritten. @returns how many checks it looked after */
  writeLeftReports(): Promise<number>;
  /** Waits until all reports of answered checks are written. */
  settled(): Promise<void>;
  /** Carries out what could not be answered while the database was away. @returns how many checks */
  replay(): Promise<number>;
  /** To be called when the process begins to serve: looks after what an earlier one left behind. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface CheckParts extends CheckTravellerParts {
  readonly database: Database;
  readonly cards: OfficerCards;
  readonly disclosures: DisclosureLedger;
  readonly spool: Spool;
  readonly deadlineMs?: number;
  /** Counts what the first line was told; never that a check was silently more than clear. */
  count(outcome: string): void;
  /** A report that could not be written now is written by the next pass, a replay that failed is tried again. */
  warn(error: unknown): void;
}

/**
 * Green answers leave on a grid of this width, counted from the question: to score one watched person more takes fractions of a
 * millisecond, and a patient observer could add them up. A step is longer than most checks take, so that hardly any is carried over it
 * by those fractions; on a grid of 5 ms a quiet machine was seen to tell them apart (bench/border).
 */
const GREEN_GRID_MS = 25;

function travellerOf(body: CheckBody): { traveller: Traveller; context: CheckContext } {
  const { mrz, corrections, checkpoint, lane, direction, device, transport, ...fields } = body;
  return {
    traveller: mrz === undefined ? { fields } : { mrz, corrections: corrections ?? [] },
    context: { origin: 'BOOTH', checkpoint, lane, direction, device, transport },
  };
}

function readOf({ document, changes }: MrzReading): CheckAnswer['read'] {
  return {
    format: document.format,
    number: document.documentNumber,
    state: document.issuingState,
    family: document.family,
    given: document.given,
    birthDate: document.birth && displayPartialDate(document.birth),
    sex: document.sex,
    nationality: document.nationality,
    expiresOn: document.expiresOn && displayPartialDate(document.expiresOn),
    corrected: changes.map(({ field }) => field),
  };
}

export function createCheckService(parts: CheckParts): CheckService {
  const { database, cards, disclosures, count, warn, stopwatch } = parts;
  const screenAndKeep = createCheckTraveller(parts);
  const followUp = createFollowUp(parts);
  const running = new Set<Promise<void>>();

  /** After the answer: the reports of silent alerts must not make it slower. */
  function writeReports(actor: Actor, result: CheckResult): void {
    if (!result.hasSilent || !result.isNew) return;
    const work: Promise<void> = followUp
      .writeReports(actor, result.checkId)
      .catch(warn)
      .finally(() => running.delete(work));
    running.add(work);
  }

  const checkTraveller: CheckTraveller = async (actor, traveller, context) => {
    const result = await screenAndKeep(actor, traveller, context);
    writeReports(actor, result);
    return result;
  };

  const unanswered = createUnanswered(parts, checkTraveller);

  async function cardOf(actor: Actor, { told, lead }: CheckResult): Promise<CheckAnswer['card']> {
    if (told.card === null) return null;
    const record = lead?.record;
    return {
      ...told.card,
      dangerFlags: [...told.card.dangerFlags],
      actions: await Promise.all(
        told.card.actions.map(async (code) => ({ code, text: await cards.text(code, actor.locale) })),
      ),
      person: {
        names: record?.names.map(({ raw }) => raw) ?? [],
        births: record?.births.map(displayPartialDate) ?? [],
        sex: record?.sex ?? ('U' as const),
        nationalities: [...(record?.nationalities ?? [])],
      },
      warning: checkText(actor.locale, 'not-yet-confirmed'),
    };
  }

  return {
    checkTraveller,
    writeLeftReports: followUp.writeLeft,
    settled: async () => void (await Promise.all(running)),
    replay: unanswered.replay,
    resume: unanswered.resume,
    async stop() {
      await unanswered.stop();
      await Promise.all(running);
    },

    async check(actor, body) {
      const started = stopwatch();
      const { traveller, context } = travellerOf(body);
      const result = await unanswered
        .answerOrKeep(actor, traveller, context)
        .catch(async (error: unknown) => {
          if (error instanceof UnreadableZone) {
            const fields = error.issues.map(({ field, fault }) => `${field ?? 'ZONE'} ${fault}`);
            await database.record(actor, {
              type: 'check.misread',
              outcome: 'FAILED',
              data: { fields, ...(context.checkpoint && { checkpoint: context.checkpoint }) },
            });
          }
          throw error;
        });
      const { told } = result;
      const card = await cardOf(actor, result);
      count(told.outcome);
      if (told.outcome === 'CLEAR') await sleep(GREEN_GRID_MS - ((stopwatch() - started) % GREEN_GRID_MS));
      const [lead] = result.hits;
      if (card !== null && lead)
        await disclosures.note({ ...actor, purpose: { code: 'P2', reference: result.reference } }, 'CHECK', [
          { personId: lead.personId, alertIds: [lead.alertId], ownerStates: [lead.ownerState] },
        ]);
      return {
        checkId: result.checkId,
        reference: result.reference,
        at: result.at.toISOString(),
        outcome: told.outcome,
        colour: told.colour,
        hit: lead ? { id: lead.id, version: 1 } : null,
        card,
        documentProblems: told.documentProblems.map((code) => ({
          code,
          text: checkText(actor.locale, code),
        })),
        read: result.reading && readOf(result.reading),
        degraded: result.degraded,
      };
    },
  };
}
