// What of a person and an alert goes to another installation: an allow-list, member by member, of what its states may see.
import { alertIsVisible, installationTokens } from '../../domain/access/audience.ts';
import { mayUse, type SourceFacts, scopeOf } from '../../domain/access/scope.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { AlertBody, SharedAgency, SharedAlert, SharedPerson } from './message-contract.ts';
import type { AgencyRow, SharedAlertRow, SharedFile } from './share-store.ts';

/** The receiver: the states it speaks for, and their agencies as far as they are known here. */
export interface Receiver {
  readonly states: readonly string[];
  readonly agencyIds: readonly string[];
}

export const receiverTokens = ({ states, agencyIds }: Receiver): string[] =>
  installationTokens(states, agencyIds);

/** Of what another installation keeps nothing is passed on: that is its owner's to do. */
export const sharedAlerts = (file: SharedFile, receiver: Receiver, now: Date): SharedAlertRow[] => {
  // A disputed record is used by nobody while it is restricted.
  if (file.restrictedAt !== null || file.erasedAt !== null) return [];
  const tokens = receiverTokens(receiver);
  return file.alerts.filter(
    (alert) => alert.peerId === null && alertIsVisible({ ...alert, ownerAudience: [] }, tokens, now),
  );
};

/** @returns when an alert that nobody else may see yet begins; null when there is none */
export function nextBeginning(file: SharedFile, now: Date): Date | null {
  const begins = file.alerts.flatMap(({ peerId, audience, startsAt }) =>
    peerId === null && audience.length > 0 && startsAt !== null && startsAt > now ? [startsAt] : [],
  );
  return begins.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

const sourceOf = (
  row: SourceFacts & {
    id: string;
    sourceRef: string | null;
    confidence: SharedPerson['names'][number]['confidence'];
  },
) => ({
  id: row.id,
  sourceState: row.sourceState,
  sourceAgencyId: row.sourceAgencyId,
  sourceRef: row.sourceRef,
  confidence: row.confidence,
  alertId: row.alertId,
});

function describe(file: SharedFile): NonNullable<SharedPerson['description']> {
  return {
    deceased: file.deceased,
    deceasedOn: dayOf(file.deceasedOn),
    identityStatus: file.identityStatus,
    birthPlace: file.birthPlace,
    birthSettlement: file.birthSettlement,
    birthRegion: file.birthRegion,
    birthCountry: file.birthCountry,
    languages: file.languages,
    heightCm: file.heightCm,
    weightKg: file.weightKg,
    build: file.build,
    hairColour: file.hairColour,
    eyeColour: file.eyeColour,
    describedOn: dayOf(file.describedOn),
  };
}

/** @param foreign states that other installations speak for: what they recorded is theirs to tell */
export function sharedPersonOf(
  file: SharedFile,
  alerts: readonly SharedAlertRow[],
  receiver: Receiver,
  foreign: readonly string[],
  now: Date,
): SharedPerson {
  const tokens = receiverTokens(receiver);
  const goes = (row: SourceFacts): boolean =>
    !foreign.includes(row.sourceState) && mayUse({ ...scopeOf(row, alerts), own: [] }, tokens, now.getTime());
  const own = { sourceState: file.sourceState, sourceAgencyId: file.sourceAgencyId };
  return {
    id: file.id,
    registryNumber: file.registryNumber,
    ...own,
    sex: file.sex,
    demo: file.demo,
    description: goes({ ...own, sensitivity: 'NORMAL', alertId: null }) ? describe(file) : null,
    names: file.names.filter(goes).map((row) => ({
      ...sourceOf(row),
      type: row.type,
      full: row.full,
      family: row.family,
      given: row.given,
      patronymic: row.patronymic,
      prefix: row.prefix,
      suffix: row.suffix,
      script: row.script,
      mixedScript: row.mixedScript,
      language: row.language,
      standard: row.standard,
      mrzForm: row.mrzForm,
      validFrom: dayOf(row.validFrom),
      validTo: dayOf(row.validTo),
    })),
    birthDates: file.birthDates.filter(goes).map((row) => ({
      ...sourceOf(row),
      year: row.year,
      month: row.month,
      day: row.day,
      isApproximate: row.isApproximate,
      yearFrom: row.yearFrom,
      yearTo: row.yearTo,
      status: row.status,
    })),
    nationalities: file.nationalities.filter(goes).map((row) => ({
      ...sourceOf(row),
      country: row.country,
      status: row.status,
      validFrom: dayOf(row.validFrom),
      validTo: dayOf(row.validTo),
    })),
    documents: file.documents.filter(goes).map((row) => ({
      ...sourceOf(row),
      type: row.type,
      number: row.number,
      normNumber: row.normNumber,
      issuingState: row.issuingState,
      issuingAuthority: row.issuingAuthority,
      issuedOn: dayOf(row.issuedOn),
      expiresOn: dayOf(row.expiresOn),
      nameAsPrinted: row.nameAsPrinted,
      status: row.status,
    })),
    nationalIds: file.nationalIds.filter(goes).map((row) => ({
      ...sourceOf(row),
      scheme: row.scheme,
      value: row.value,
      normValue: row.normValue,
    })),
    marks: file.marks.filter(goes).map((row) => ({
      ...sourceOf(row),
      kind: row.kind,
      bodyPart: row.bodyPart,
      description: row.description,
      language: row.language,
    })),
  };
}

export function sharedAlertOf(row: SharedAlertRow, receiver: Receiver): SharedAlert {
  const listed = row.sharing === 'LISTED';
  return {
    id: row.id,
    alertNumber: row.alertNumber,
    type: row.type,
    status: row.status === 'LOCATED' ? 'LOCATED' : 'ACTIVE',
    ownerState: row.ownerState,
    ownerAgencyId: row.ownerAgencyId,
    initiatorAgency: row.initiatorAgency,
    contact24x7: row.contact24x7,
    legalBasis: row.legalBasis,
    nationalNorm: row.nationalNorm,
    reasonSummary: row.reasonSummary as Record<string, string>,
    actionsOnHit: row.actionsOnHit,
    priority: row.priority,
    issuedOn: dayOf(row.issuedOn),
    validFrom: dayOf(row.validFrom),
    expiresOn: dayOf(row.expiresOn),
    startsAt: (row.startsAt ?? new Date(0)).toISOString(),
    endsAt: (row.endsAt ?? new Date(0)).toISOString(),
    extraditionWill: row.extraditionWill,
    extraditionStates: row.extraditionStates,
    forAll: !listed,
    forStates: listed ? row.sharedWithStates.filter((state) => receiver.states.includes(state)) : [],
    forAgencies: listed ? row.sharedWithAgencies.filter((id) => receiver.agencyIds.includes(id)) : [],
    caveats: row.caveats,
    maxPenaltyMonths: row.maxPenaltyMonths,
    sentenceMonthsLeft: row.sentenceMonthsLeft,
    limitationDate: dayOf(row.limitationDate),
    facts: row.facts,
    factsPlace: row.factsPlace,
    factsFrom: dayOf(row.factsFrom),
    factsTo: dayOf(row.factsTo),
    dangerNone: row.dangerNone,
    demo: row.demo,
    dangerFlags: row.dangerFlags.map(({ flag, reason, since, expiresOn }) => ({
      flag,
      reason,
      since: dayOf(since),
      expiresOn: dayOf(expiresOn),
    })),
    offences: row.offences.map(({ offenceCode, ...offence }) => ({
      id: offence.id,
      code: {
        state: offenceCode.state,
        codeName: offenceCode.codeName,
        article: offenceCode.article,
        part: offenceCode.part,
        point: offenceCode.point,
      },
      role: offence.role,
      periodFrom: dayOf(offence.periodFrom),
      periodTo: dayOf(offence.periodTo),
      place: offence.place,
      damageAmount: offence.damageAmount?.toFixed(2) ?? null,
      damageCurrency: offence.damageCurrency,
      attempt: offence.attempt,
      articleText: offence.articleText,
    })),
    warrants: row.warrants.map((warrant) => ({
      id: warrant.id,
      kind: warrant.kind,
      number: warrant.number,
      issuingAuthority: warrant.issuingAuthority,
      authorityType: warrant.authorityType,
      issuedOn: dayOf(warrant.issuedOn),
      validUntil: dayOf(warrant.validUntil),
      inAbsentia: warrant.inAbsentia,
      revokedOn: dayOf(warrant.revokedOn),
    })),
  };
}

export const sharedAgencyOf = ({ id, code, state, name, kind, contact24x7 }: AgencyRow): SharedAgency => ({
  id,
  code,
  state,
  name,
  kind,
  contact24x7,
});

/** The agencies that a body names, so that the receiver knows whom to call. */
export const agenciesIn = (alert: SharedAlert, person: SharedPerson): string[] => [
  ...new Set([
    alert.ownerAgencyId,
    person.sourceAgencyId,
    ...[
      person.names,
      person.birthDates,
      person.nationalities,
      person.documents,
      person.nationalIds,
      person.marks,
    ]
      .flat()
      .map(({ sourceAgencyId }) => sourceAgencyId),
  ]),
];

export const bodyOf = (
  alert: SharedAlert,
  person: SharedPerson,
  agencies: readonly AgencyRow[],
): AlertBody => ({
  alert,
  person,
  agencies: agencies.map(sharedAgencyOf),
});
