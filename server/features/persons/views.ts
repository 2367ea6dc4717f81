// Turns an open record into what the API answers.
import type { Locale } from '../../domain/access/actor.ts';
import { currentDangerFlags } from '../../domain/alerts/danger-flags.ts';
import { effectiveStatus } from '../../domain/alerts/effective-status.ts';
import type { ActionCode, DangerFlag } from '../../domain/alerts/vocabulary.ts';
import type { CalendarDate } from '../../domain/dates/calendar-date.ts';
import { displayPartialDate } from '../../domain/dates/partial-date.ts';
import type { Fault } from '../../domain/errors.ts';
import { assessQuality, type QualityFacts, type QualityReason } from '../../domain/persons/quality.ts';
import type { NameType, Script } from '../../domain/persons/vocabulary.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import { personText } from '../../platform/i18n/persons.ts';
import { photoViewOf } from '../photos/view.ts';
import type { AlertEntry, PersonEntry, PersonView, Warning } from './contract.ts';
import type { OpenPerson } from './open-person.ts';
import { toBirthDate } from './parts/birth-dates.ts';
import { PART_KINDS, type PartMember } from './parts/part-kinds.ts';

export const todayOf = (now: Date): CalendarDate => now.toISOString().slice(0, 10);

/** Names that say most about a person come first. */
const NAME_ORDER: readonly NameType[] = ['PRIMARY', 'DOCUMENT', 'BIRTH', 'FORMER'];
function rank(type: NameType): number {
  const place = NAME_ORDER.indexOf(type);
  return place === -1 ? NAME_ORDER.length : place;
}

const sourceOf = ({ row, own }: OpenPerson) => ({
  state: row.sourceState,
  agencyId: row.sourceAgencyId,
  own,
});

function alertEntry(alert: OpenPerson['alerts'][number], now: Date): AlertEntry {
  const { id, alertNumber, type, ownerState, priority, actionsOnHit, dangerFlags, expiresOn } = alert;
  const flags = dangerFlags.map((row) => ({
    flag: row.flag as DangerFlag,
    expiresOn: dayOf(row.expiresOn),
  }));
  return {
    id,
    alertNumber,
    type,
    status: effectiveStatus(alert, now),
    ownerState,
    priority,
    actionsOnHit: actionsOnHit as ActionCode[],
    dangerFlags: [...currentDangerFlags(flags, todayOf(now))],
    expiresOn: dayOf(expiresOn),
  };
}

/** The registry has no place for fingerprint references, so nobody is told to add one. */
const isWithinReach = (code: QualityReason) => code !== 'FINGERPRINTS';

function qualityOf(person: OpenPerson, now: Date, locale: Locale): PersonView['quality'] {
  const warrants = person.alerts.flatMap((alert) => alert.warrants);
  const facts: QualityFacts = {
    today: todayOf(now),
    births: person.birthDates.map(toBirthDate),
    names: person.names.map(({ type, script, patronymic }) => ({
      type,
      script: script as Script,
      hasPatronymic: patronymic !== null,
    })),
    photosTakenOn: person.photos.map(({ takenOn }) => dayOf(takenOn)),
    documentNumbers: person.documents.length,
    nationalIds: person.nationalIds.length,
    hasFingerprintReference: false,
    hasOrigin: person.described && person.row.birthPlace !== null,
    warrantsValidUntil: warrants
      .filter(({ revokedOn, fileSha256 }) => revokedOn === null && fileSha256 !== null)
      .map(({ validUntil }) => dayOf(validUntil)),
    isReviewOverdue: person.alerts.some(
      ({ reviewDueOn }) => reviewDueOn !== null && dayOf(reviewDueOn) < todayOf(now),
    ),
  };
  const { score, reasons, todo } = assessQuality(facts);
  return {
    score,
    reasons: reasons.map((reason) => ({ ...reason, text: personText(locale, reason.code) })),
    todo: todo.filter(isWithinReach).map((code) => ({ code, text: personText(locale, code) })),
  };
}

function descriptionOf({ row, described }: OpenPerson): PersonView['description'] {
  if (!described) return null;
  return {
    deceased: row.deceased,
    deceasedOn: dayOf(row.deceasedOn),
    identityStatus: row.identityStatus,
    birthPlace: row.birthPlace,
    birthSettlement: row.birthSettlement,
    birthRegion: row.birthRegion,
    birthCountry: row.birthCountry,
    languages: row.languages,
    heightCm: row.heightCm,
    weightKg: row.weightKg,
    build: row.build,
    hairColour: row.hairColour,
    eyeColour: row.eyeColour,
    describedOn: dayOf(row.describedOn),
  };
}

const partViews = (person: OpenPerson, member: PartMember) =>
  person[member].map((row) => PART_KINDS[member].toView(row, person.ownsRow(row)));

export function personViewOf(person: OpenPerson, now: Date, locale: Locale): PersonView {
  const { row } = person;
  return {
    id: row.id,
    registryNumber: row.registryNumber,
    version: row.version,
    source: sourceOf(person),
    sex: row.sex,
    description: descriptionOf(person),
    names: partViews(person, 'names') as PersonView['names'],
    birthDates: partViews(person, 'birthDates') as PersonView['birthDates'],
    nationalities: partViews(person, 'nationalities') as PersonView['nationalities'],
    documents: partViews(person, 'documents') as PersonView['documents'],
    nationalIds: partViews(person, 'nationalIds') as PersonView['nationalIds'],
    marks: partViews(person, 'marks') as PersonView['marks'],
    photos: person.photos.map((photo) => photoViewOf(photo, person.ownsRow(photo))),
    alerts: person.alerts.map((alert) => alertEntry(alert, now)),
    quality: qualityOf(person, now, locale),
    restricted: row.restrictedAt !== null,
    breakGlass: person.breakGlass,
    demo: row.demo,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

const MOST_NAMES = 5;

export function personEntryOf(person: OpenPerson, now: Date): PersonEntry {
  const { row, names, birthDates, nationalities, alerts } = person;
  return {
    id: row.id,
    registryNumber: row.registryNumber,
    version: row.version,
    source: sourceOf(person),
    sex: row.sex,
    names: [...names]
      .sort((a, b) => rank(a.type) - rank(b.type))
      .slice(0, MOST_NAMES)
      .map(({ type, full }) => ({ type, full })),
    births: [...new Set(birthDates.map((birth) => displayPartialDate(toBirthDate(birth))))],
    nationalities: [...new Set(nationalities.map(({ country }) => country))],
    alerts: alerts.map((alert) => alertEntry(alert, now)),
    demo: row.demo,
    createdAt: row.createdAt.toISOString(),
  };
}

export const warningsOf = (found: readonly Fault[], locale: Locale): Warning[] =>
  found.map(({ at, code, params }) => ({ at, code, text: personText(locale, code, params) }));
