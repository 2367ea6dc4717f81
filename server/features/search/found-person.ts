// From an entry of a result set to what the answer shows of the person.
import type { Actor } from '../../domain/access/actor.ts';
import { displayPartialDate } from '../../domain/dates/partial-date.ts';
import type { Evidence, Match } from '../../domain/matching/match.ts';
import type { AnalysedName } from '../../domain/names/analysed-name.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { type AlertFilter, alertMeets } from '../../domain/persons/person-filter.ts';
import { reasonText } from '../../platform/i18n/match-reasons.ts';
import type { InForceAlert } from '../alerts/service.ts';
import type { Disclosed } from '../disclosures/service.ts';
import type { FoundPerson } from './found-contract.ts';
import { highlightsOf } from './highlights.ts';
import type { Entry } from './result-set.ts';

type Analyser = { analyse(input: Parameters<NameEngine['analyse']>[0]): AnalysedName };

export const reasonsOf = (lines: readonly Evidence[], actor: Pick<Actor, 'locale'>) =>
  lines.map((line) => ({ ...line, text: reasonText(actor.locale, line.code, line.params) }));

export function matchedNameOf(engine: Analyser, match: Match): FoundPerson['matchedName'] {
  const { bestName, nameComparison } = match;
  return (
    bestName && {
      type: bestName.type,
      full: bestName.raw,
      highlights: highlightsOf(engine, bestName.raw, nameComparison?.parts ?? []),
    }
  );
}

export function foundPersonOf(
  engine: Analyser,
  actor: Actor,
  { personId, registryNumber, match, record, alerts }: Entry,
  inForce: readonly InForceAlert[],
  alertFilter: AlertFilter | undefined,
): FoundPerson {
  const shown = new Set(inForce.map(({ id }) => id));
  const alsoMeeting = alertFilter
    ? alerts.filter((alert) => !shown.has(alert.id) && alertMeets(alert, alertFilter))
    : [];
  return {
    personId,
    registryNumber,
    score: match?.score ?? null,
    band: match?.band ?? null,
    flags: [...(match?.flags ?? [])],
    matchedName: match && matchedNameOf(engine, match),
    names: record.names.map(({ type, raw }) => ({ type, full: raw })),
    births: record.births.map(displayPartialDate),
    sex: record.sex ?? 'U',
    nationalities: [...record.nationalities],
    alerts: [...inForce, ...alsoMeeting].map(({ id, alertNumber, type, status, ownerState }) => ({
      ...{ id, alertNumber, type, status, ownerState },
    })),
    reasons: match ? reasonsOf(match.evidence, actor) : [],
  };
}

/** What the ledger of disclosures keeps of a person shown. */
export const disclosedOf = ({ personId, alerts }: Pick<FoundPerson, 'personId' | 'alerts'>): Disclosed => ({
  personId,
  alertIds: alerts.map(({ id }) => id),
  ownerStates: [...new Set(alerts.map(({ ownerState }) => ownerState))],
});
