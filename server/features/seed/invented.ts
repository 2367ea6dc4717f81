// Turns invented persons into seed records: who owns them, what is alleged, how the alerts stand.
import { actionsFor } from '../../domain/alerts/actions-on-hit.ts';
import { defaultSharing } from '../../domain/alerts/default-sharing.ts';
import type { ActionCode, AlertStatus, AlertType, DangerFlag } from '../../domain/alerts/vocabulary.ts';
import { isArrest } from '../../domain/alerts/vocabulary.ts';
import type { InventedPerson } from '../../domain/population/person.ts';
import type { SeedAgency, SeedAlert, SeedOffence, SeedRecord } from './record.ts';

const DAY = 86_400_000;
export const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);

export interface AlertPlan {
  readonly type: AlertType;
  readonly status: AlertStatus;
  readonly dangerFlags?: readonly DangerFlag[];
  readonly sharedWithStates?: readonly string[];
}

/** What belongs to an arrest alert: the offence and the scanned paper. */
export interface Substance {
  offenceOf(state: string): SeedOffence | undefined;
  readonly paper: { readonly sha256: string; readonly bytes: number } | undefined;
}

/** Days from now on which an alert of this status begins and ends. */
function validity(status: AlertStatus, ends: number): readonly [from: number, to: number] {
  return status === 'EXPIRED' ? [-800, -30] : [-200, ends];
}

export function alertOf(
  plan: AlertPlan,
  owner: SeedAgency,
  now: Date,
  { offenceOf, paper }: Substance,
  summary = 'DEMO: invented allegation',
): SeedAlert {
  const { type, status } = plan;
  const [from, to] = validity(status, type === 'DISCREET_CHECK' || type === 'SPECIFIC_CHECK' ? 165 : 1_000);
  const [action] = actionsFor(type);
  return {
    type,
    status,
    owner,
    sharing: defaultSharing(type),
    sharedWithStates: plan.sharedWithStates ?? [],
    actions: action === undefined ? [] : ([action] satisfies ActionCode[]),
    dangerFlags: plan.dangerFlags ?? [],
    validFrom: dayAfter(now, from),
    expiresOn: dayAfter(now, to),
    summary,
    ...((status === 'WITHDRAWN' || status === 'ARCHIVED') && { withdrawalReason: 'CHARGES_DROPPED' }),
    offence: isArrest(type) ? offenceOf(owner.state) : undefined,
    paper: isArrest(type) ? paper : undefined,
  };
}

export const recordOf = (
  person: InventedPerson,
  source: SeedAgency,
  alerts: readonly SeedAlert[],
): SeedRecord => ({
  source,
  sex: person.sex,
  names: person.names,
  births: [person.birth],
  birthSettlement: person.birthSettlement,
  birthCountry: person.birthCountry,
  nationalities: person.nationalities,
  documents: person.documents,
  nationalIds: person.nationalIds,
  alerts,
});
