// A border check: screens the registry, re-reads the alerts, decides, keeps the check, and only then answers.
import type { Actor } from '../../domain/access/actor.ts';
import { borderTokens } from '../../domain/access/audience.ts';
import {
  type CheckMatch,
  type CheckOutcome,
  decideOutcome,
  firstLineView,
} from '../../domain/checks/outcome.ts';
import { displayPartialDate } from '../../domain/dates/partial-date.ts';
import { Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import { checkText } from '../../platform/i18n/checks.ts';
import { newId } from '../../platform/ids.ts';
import type { AlertService } from '../alerts/service.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { OfficerCards, PolicyReader } from '../reference/service.ts';
import { readQuestion } from '../search/question.ts';
import type { Screened, Screener, Screening } from '../search/screening.ts';
import type { CheckAnswer, CheckBody } from './contract.ts';
import type { CheckStore } from './store.ts';

/** Most candidates that one check scores. */
const CANDIDATES = 300;
/** Most persons whose alerts one check reads: more than these POSSIBLE at once is a question too vague to answer. */
const READ_AGAIN = 100;

export interface CheckService {
  check(actor: Actor, body: CheckBody): Promise<CheckAnswer>;
}

export interface CheckParts {
  clock: Clock;
  screener: Screener;
  store: CheckStore;
  alerts: Pick<AlertService, 'alertsOf'>;
  policies: PolicyReader;
  cards: OfficerCards;
  disclosures: DisclosureLedger;
  /** Counts what the first line was told; never that a check was silently more than clear. */
  count(outcome: string): void;
  /** Milliseconds for measuring; not the time of day. */
  stopwatch(): number;
}

/** Crockford's letters without those that are confused when spoken; 4 signs of the random end of the id. */
function referenceOf(id: string): string {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const bits = Number.parseInt(id.slice(-5), 16);
  return [15, 10, 5, 0].map((shift) => signs[(bits >> shift) & 31]).join('');
}

export function createCheckService(parts: CheckParts): CheckService {
  const { clock, screener, store, alerts, policies, cards, disclosures, count, stopwatch } = parts;

  async function matchesOf(screening: Screening, tokens: readonly string[], now: Date) {
    const likely = screening.found.filter(({ match }) => match.band !== 'WEAK');
    const read = likely.slice(0, READ_AGAIN);
    const alertsByPerson = await alerts.alertsOf(
      read.map(({ personId }) => personId),
      tokens,
      now,
    );
    const matches = read.map(
      ({ personId, match }): CheckMatch => ({
        personId,
        band: match.band,
        score: match.score,
        nameDiffers: match.flags.includes('NAME_DIFFERS'),
        nationalIdEqual: match.evidence.some(({ code }) => code === 'NATIONAL_ID_EQUAL'),
        alerts: alertsByPerson.get(personId) ?? [],
      }),
    );
    return { matches, cut: likely.length > read.length };
  }

  async function cardOf(actor: Actor, outcome: CheckOutcome, found: readonly Screened[]) {
    const view = firstLineView(outcome);
    if (view.outcome !== 'HIT' || outcome.outcome !== 'HIT') return null;
    const record = found.find(({ personId }) => personId === outcome.lead.personId)?.record;
    return {
      ...view.card,
      dangerFlags: [...view.card.dangerFlags],
      actions: await Promise.all(
        view.card.actions.map(async (code) => ({ code, text: await cards.text(code, actor.locale) })),
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
    async check(actor, body) {
      if (actor.state === null || actor.agencyId === null) throw new Problem('forbidden');
      const started = stopwatch();
      const now = clock.now();
      const { checkpoint, lane, direction, device, ...fields } = body;
      const question = readQuestion(fields, screener.analyse, now);
      const tokens = borderTokens(actor.state, actor.agencyId);
      const policy = await policies.current('BORDER');
      const screening = await screener.screen({
        match: question.match,
        tokens,
        now,
        policy,
        candidates: CANDIDATES,
      });
      const { matches, cut } = await matchesOf(screening, tokens, now);
      const outcome = decideOutcome(matches);
      const degraded = screening.degraded || cut;
      const id = newId(now.getTime());
      // What could not be looked at to the end is never green: the officer refers the traveller.
      const view =
        degraded && (outcome.outcome === 'CLEAR' || outcome.outcome === 'SILENT')
          ? { outcome: 'POSSIBLE' as const, colour: 'AMBER' as const }
          : firstLineView(outcome);
      const card = await cardOf(actor, outcome, screening.found);
      const purposeful: Actor = {
        ...actor,
        purpose: { code: 'P2', reference: checkpoint ?? actor.agencyId },
      };
      const elapsedMs = stopwatch() - started;
      await store.write(
        purposeful,
        {
          id,
          at: now,
          checkpoint,
          lane,
          direction,
          device,
          query: fields,
          outcome: outcome.outcome,
          policy,
          found: matches.map((match) => ({
            personId: match.personId,
            band: match.band,
            score: match.score,
            alertIds: match.alerts.map((alert) => alert.id),
          })),
          degraded,
          elapsedMs,
        },
        {
          type: 'check.run',
          subject: { type: 'check', id },
          data: {
            outcome: outcome.outcome,
            policy: `${policy.code} ${policy.version}`,
            found: matches.length,
            elapsedMs: Math.round(elapsedMs * 10) / 10,
            ...(checkpoint !== undefined && { checkpoint }),
          },
        },
      );
      count(view.outcome);
      if (outcome.outcome === 'HIT') {
        const lead = matches.find(({ personId }) => personId === outcome.lead.personId);
        await disclosures.note(purposeful, 'CHECK', [
          {
            personId: outcome.lead.personId,
            alertIds: lead?.alerts.map((alert) => alert.id) ?? [],
            ownerStates: [],
          },
        ]);
      }
      return {
        checkId: id,
        reference: referenceOf(id),
        at: now.toISOString(),
        outcome: view.outcome,
        colour: view.colour,
        card,
        degraded,
      };
    },
  };
}
