// Rows as readers get them: the shared part for all, the work behind it for the owner's own people.
import type { Actor } from '../../domain/access/actor.ts';
import { sortDangerFlags } from '../../domain/alerts/danger-flags.ts';
import { effectiveStatus } from '../../domain/alerts/effective-status.ts';
import { type AlertVerb, allowedVerbs } from '../../domain/alerts/life-cycle.ts';
import { ownerTasks } from '../../domain/alerts/owner-tasks.ts';
import type { DangerFlag } from '../../domain/alerts/vocabulary.ts';
import { isWarrantStanding } from '../../domain/alerts/warrant.ts';
import type { CalendarDate } from '../../domain/dates/calendar-date.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import { alertText } from '../../platform/i18n/alerts.ts';
import { warrantFactsOf } from './gate.ts';
import type { AlertEntryRow } from './list-store.ts';
import { capacitiesOf, isAuthor, type OpenAlert } from './parts.ts';
import type { AlertRow } from './store.ts';
import type { AlertEntry, AlertReceipt, AlertView, WarrantView } from './view-contract.ts';

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** The steps that the actor may take from here, whether or not their conditions are met yet. */
export const allowedTo = (actor: Actor, { row, now }: OpenAlert): AlertVerb[] => [
  ...allowedVerbs(row, {
    now,
    capacities: capacitiesOf(actor, row),
    isAuthor: isAuthor(actor, row),
  }),
];

function tasksOf(actor: Actor, { row, now, today, periods }: OpenAlert) {
  const facts = {
    ...row,
    reviewDueOn: dayOf(row.reviewDueOn),
    warrants: row.warrants.map(warrantFactsOf),
    deceased: row.person.deceased,
  };
  return ownerTasks(facts, now, today, periods.suspensionMaxDays).map((code) => ({
    code,
    text: alertText(code, actor.locale),
  }));
}

export const warrantViewOf = (warrant: AlertRow['warrants'][number], today: CalendarDate): WarrantView => ({
  id: warrant.id,
  kind: warrant.kind as WarrantView['kind'],
  number: warrant.number,
  issuingAuthority: warrant.issuingAuthority,
  authorityType: warrant.authorityType as WarrantView['authorityType'],
  issuedOn: dayOf(warrant.issuedOn),
  validUntil: dayOf(warrant.validUntil),
  inAbsentia: warrant.inAbsentia,
  remainingSentence: warrant.remainingSentence as WarrantView['remainingSentence'],
  file:
    warrant.fileSha256 === null
      ? null
      : {
          sha256: warrant.fileSha256,
          name: warrant.fileName ?? '',
          mediaType: warrant.fileMediaType ?? 'application/octet-stream',
          bytes: warrant.fileBytes ?? 0,
          language: warrant.fileLanguage,
        },
  revokedOn: dayOf(warrant.revokedOn),
  revokedReason: warrant.revokedReason,
  standing: isWarrantStanding(warrantFactsOf(warrant), today),
});

const offenceViewOf = ({ offenceCode, ...row }: AlertRow['offences'][number]) => ({
  id: row.id,
  offenceCodeId: row.offenceCodeId,
  state: offenceCode.state,
  codeName: offenceCode.codeName,
  article: offenceCode.article,
  part: offenceCode.part,
  point: offenceCode.point,
  titleOrig: offenceCode.titleOrig,
  titleRu: offenceCode.titleRu,
  titleEn: offenceCode.titleEn,
  uncacArticles: offenceCode.uncacArticles,
  role: row.role as AlertView['offences'][number]['role'],
  periodFrom: dayOf(row.periodFrom),
  periodTo: dayOf(row.periodTo),
  place: row.place,
  damageAmount: row.damageAmount?.toFixed(2) ?? null,
  damageCurrency: row.damageCurrency,
  attempt: row.attempt,
  articleText: row.articleText,
});

function dangerFlagsOf(row: AlertRow, today: CalendarDate): AlertView['dangerFlags'] {
  const current = row.dangerFlags
    .map(({ flag, reason, since, expiresOn }) => ({
      flag: flag as DangerFlag,
      reason,
      since: dayOf(since),
      expiresOn: dayOf(expiresOn),
    }))
    .filter(({ expiresOn }) => today <= expiresOn);
  return sortDangerFlags(current.map(({ flag }) => flag)).flatMap((flag) =>
    current.filter((entry) => entry.flag === flag),
  );
}

function ownerPartOf(actor: Actor, alert: OpenAlert): NonNullable<AlertView['owner']> {
  const { row } = alert;
  return {
    sharing: row.sharing,
    sharedWithStates: row.sharedWithStates,
    sharedWithAgencies: row.sharedWithAgencies,
    reviewDueOn: dayOf(row.reviewDueOn),
    asylumCheck: row.asylumCheck as NonNullable<AlertView['owner']>['asylumCheck'],
    asylumState: row.asylumState,
    complianceDeclared: row.complianceDeclared,
    complianceReviewedBy: row.complianceReviewedBy,
    duplicatesCheckedAt: instant(row.duplicatesCheckedAt),
    authorId: row.authorId,
    approvedBy: row.approvedBy,
    submittedAt: instant(row.submittedAt),
    activatedAt: instant(row.activatedAt),
    suspendedAt: instant(row.suspendedAt),
    endedAt: instant(row.endedAt),
    withdrawalReason: row.withdrawalReason as NonNullable<AlertView['owner']>['withdrawalReason'],
    statusNote: row.statusNote,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    allowed: allowedTo(actor, alert),
    tasks: tasksOf(actor, alert),
    transitions: row.transitions.map(({ verb, from, to, actorId, reason, at }) => ({
      verb,
      from,
      to,
      actorId,
      reason,
      at: at.toISOString(),
    })),
    returned: returnedContentOf(row),
  };
}

/** What was handed in before the alert was last given back to its author. */
function returnedContentOf({ transitions }: AlertRow): Record<string, unknown> | null {
  const back = transitions.findLastIndex(({ verb }) => verb === 'return');
  const handedIn = transitions.slice(0, Math.max(back, 0)).findLast(({ verb }) => verb === 'submit');
  return (handedIn?.content as Record<string, unknown> | null | undefined) ?? null;
}

/** What an approver judges of an alert: kept when it is handed in. */
export function judgedContentOf(actor: Actor, alert: OpenAlert): Record<string, unknown> {
  const {
    owner,
    status: _,
    version: __,
    locatedAt: ___,
    person: ____,
    ...shared
  } = alertViewOf(actor, alert, true);
  const { sharing, sharedWithStates, sharedWithAgencies, asylumCheck, asylumState, complianceDeclared } =
    owner ?? ownerPartOf(actor, alert);
  return {
    ...shared,
    ...{ sharing, sharedWithStates, sharedWithAgencies, asylumCheck, asylumState, complianceDeclared },
  };
}

/** @param ownSide whether the reader gets the owner's part */
export function alertViewOf(actor: Actor, alert: OpenAlert, ownSide: boolean): AlertView {
  const { row, now, today } = alert;
  const status = effectiveStatus(row, now);
  const located = row.transitions.findLast(({ to, verb }) => verb === 'locate' && to === 'LOCATED');
  return {
    id: row.id,
    alertNumber: row.alertNumber,
    person: { id: row.person.id, registryNumber: row.person.registryNumber },
    type: row.type,
    status,
    locatedAt: status === 'LOCATED' ? instant(located?.at ?? null) : null,
    ownerState: row.ownerState,
    ownerAgency: { id: row.ownerAgencyId, name: row.agency?.name ?? null },
    initiatorAgency: row.initiatorAgency,
    contact24x7: row.contact24x7 ?? row.agency?.contact24x7 ?? null,
    legalBasis: row.legalBasis,
    nationalNorm: row.nationalNorm,
    externalRefs: row.externalRefs as AlertView['externalRefs'],
    reasonSummary: row.reasonSummary as AlertView['reasonSummary'],
    actionsOnHit: row.actionsOnHit as AlertView['actionsOnHit'],
    dangerNone: row.dangerNone,
    dangerFlags: dangerFlagsOf(row, today),
    priority: row.priority,
    issuedOn: dayOf(row.issuedOn),
    validFrom: dayOf(row.validFrom),
    expiresOn: dayOf(row.expiresOn),
    startsAt: instant(row.startsAt),
    endsAt: instant(row.endsAt),
    extraditionWill: row.extraditionWill as AlertView['extraditionWill'],
    extraditionStates: row.extraditionStates,
    caveats: row.caveats as AlertView['caveats'],
    maxPenaltyMonths: row.maxPenaltyMonths,
    sentenceMonthsLeft: row.sentenceMonthsLeft,
    limitationDate: dayOf(row.limitationDate),
    facts: row.facts,
    factsPlace: row.factsPlace,
    factsFrom: dayOf(row.factsFrom),
    factsTo: dayOf(row.factsTo),
    offences: row.offences.map(offenceViewOf),
    warrants: row.warrants.map((warrant) => warrantViewOf(warrant, today)),
    version: row.version,
    owner: ownSide ? ownerPartOf(actor, alert) : null,
  };
}

/** What an alert has become by a change; for its own side only. */
export function receiptOf(actor: Actor, alert: OpenAlert): AlertReceipt {
  const { row, now } = alert;
  return {
    id: row.id,
    alertNumber: row.alertNumber,
    personId: row.personId,
    type: row.type,
    status: effectiveStatus(row, now),
    validFrom: dayOf(row.validFrom),
    expiresOn: dayOf(row.expiresOn),
    endsAt: instant(row.endsAt),
    reviewDueOn: dayOf(row.reviewDueOn),
    allowed: allowedTo(actor, alert),
    tasks: tasksOf(actor, alert),
    version: row.version,
  };
}

export const entryOf = (row: AlertEntryRow, now: Date, ownSide: boolean): AlertEntry => ({
  id: row.id,
  alertNumber: row.alertNumber,
  personId: row.personId,
  registryNumber: row.person.registryNumber,
  type: row.type,
  status: effectiveStatus(row, now),
  ownerState: row.ownerState,
  ownerAgencyId: row.ownerAgencyId,
  priority: row.priority,
  actionsOnHit: row.actionsOnHit as AlertEntry['actionsOnHit'],
  validFrom: dayOf(row.validFrom),
  expiresOn: dayOf(row.expiresOn),
  reviewDueOn: ownSide ? dayOf(row.reviewDueOn) : null,
  createdAt: row.createdAt.toISOString(),
  version: row.version,
});
