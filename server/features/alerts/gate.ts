// Puts the rows of an alert and its person before the publication gate.

import { alertAudience } from '../../domain/access/audience.ts';
import { type SourceFacts, scopeOf } from '../../domain/access/scope.ts';
import type { GateAlert, GateFacts, GatePerson, GateReview } from '../../domain/alerts/gate-facts.ts';
import type { ActionCode, AsylumCheck, DangerFlag, ExtraditionWill } from '../../domain/alerts/vocabulary.ts';
import type { WarrantFacts } from '../../domain/alerts/warrant.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { OpenAlert } from './parts.ts';
import type { PersonFacts } from './person-facts-store.ts';
import type { AlertRow } from './store.ts';

export const warrantFactsOf = (warrant: AlertRow['warrants'][number]): WarrantFacts => ({
  revokedOn: dayOf(warrant.revokedOn),
  validUntil: dayOf(warrant.validUntil),
  hasScannedFile: warrant.fileSha256 !== null,
});

export const gateAlertOf = (row: AlertRow): GateAlert => ({
  type: row.type,
  legalBasis: row.legalBasis,
  contact24x7: row.contact24x7 ?? row.agency?.contact24x7 ?? null,
  reasonSummary: row.reasonSummary as Record<string, string>,
  facts: row.facts,
  factsPlace: row.factsPlace,
  factsFrom: dayOf(row.factsFrom),
  actionsOnHit: row.actionsOnHit as ActionCode[],
  dangerFlags: row.dangerFlags.map(({ flag }) => flag as DangerFlag),
  dangerNone: row.dangerNone,
  extraditionWill: row.extraditionWill as ExtraditionWill | null,
  sharing: row.sharing,
  sharedWithStates: row.sharedWithStates,
  sharedWithAgencies: row.sharedWithAgencies,
  validFrom: dayOf(row.validFrom),
  expiresOn: dayOf(row.expiresOn),
  maxPenaltyMonths: row.maxPenaltyMonths,
  sentenceMonthsLeft: row.sentenceMonthsLeft,
  limitationDate: dayOf(row.limitationDate),
  warrants: row.warrants.map(warrantFactsOf),
  offences: row.offences.map(({ articleText }) => ({ articleText })),
});

/**
 * Counts only what every reader of this alert will be able to use: rows of the owner's own state, open to all with
 * whom the alert is shared. Another state's names may vanish with its alert, and a restricted row finds nobody abroad.
 */
export function gatePersonOf(person: PersonFacts, row: AlertRow): GatePerson {
  const audience = alertAudience({ ...row, status: 'ACTIVE' });
  const [startsAt, endsAt] = [new Date(0), new Date(1)];
  const self = { id: row.id, ownerState: row.ownerState, audience, startsAt, endsAt };
  const carried = (source: SourceFacts) =>
    source.sourceState === row.ownerState &&
    scopeOf(source, [self]).grants.some(({ to }) => to.length === audience.length);
  return {
    names: person.names.filter(carried),
    sex: person.sex,
    deceased: person.deceased,
    births: person.births.filter(carried).map(({ birth }) => birth),
    photos: person.photos.filter(carried).length,
    documentNumbers: person.documents.filter(carried).length,
    nationalIds: person.nationalIds.filter(carried).length,
    // The registry holds neither fingerprint references nor parents yet.
    fingerprintReferences: 0,
    parents: 0,
  };
}

export interface ReviewInput {
  readonly approverId: string | null;
  readonly complianceReviewedBy: string | null;
  /** Null: the check was not run. */
  readonly unresolvedDuplicates: readonly string[] | null;
}

export function gateFactsOf(
  { row, today, periods }: OpenAlert,
  person: PersonFacts,
  input: ReviewInput,
): GateFacts {
  const review: GateReview = {
    authorId: row.authorId,
    approverId: input.approverId,
    complianceDeclared: row.complianceDeclared,
    complianceReviewedBy: input.complianceReviewedBy,
    asylumCheck: row.asylumCheck as AsylumCheck | null,
    asylumState: row.asylumState,
    isDuplicateCheckDone: input.unresolvedDuplicates !== null,
    unresolvedDuplicates: input.unresolvedDuplicates ?? [],
  };
  return {
    today,
    person: gatePersonOf(person, row),
    alert: gateAlertOf(row),
    treaties: periods.treaties,
    review,
  };
}
