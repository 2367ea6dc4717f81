// What of a person's record is open to one reader: the one place where rows of other sides fall away.
import type { Actor } from '../../domain/access/actor.ts';
import { alertIsVisible, overlap, readerTokens } from '../../domain/access/audience.ts';
import { opensByBreakGlass } from '../../domain/access/break-glass.ts';
import { owns } from '../../domain/access/ownership.ts';
import { mayUse, type SourceFacts, scopeOf } from '../../domain/access/scope.ts';
import type { Disclosed } from '../disclosures/service.ts';
import type { PartMember } from './parts/part-kinds.ts';
import type { PersonFile } from './store.ts';

type Listed = PartMember | 'photos';

/** A record with only those rows and alerts that the reader may use. */
export interface OpenPerson extends Pick<PersonFile, Listed | 'alerts'> {
  /** The person's own row. */
  readonly row: Omit<PersonFile, Listed | 'alerts'>;
  /** The reader's side recorded the person and may change the record. */
  readonly own: boolean;
  /** The description that the recording state gives is open to the reader. */
  readonly described: boolean;
  readonly breakGlass: boolean;
  /** Whether the reader's side recorded the row and may change it. */
  ownsRow(row: Pick<SourceFacts, 'sourceState' | 'sourceAgencyId'>): boolean;
}

export const ownsSource = (
  actor: Actor,
  { sourceState, sourceAgencyId }: Pick<SourceFacts, 'sourceState' | 'sourceAgencyId'>,
): boolean => owns(actor, { state: sourceState, agencyId: sourceAgencyId });

/**
 * A person exists for a reader through an alert that he may see, because his side recorded it, or by emergency access.
 * @returns null when the person does not exist for the reader
 */
export function openPerson(
  file: PersonFile,
  actor: Actor,
  now: Date,
  breakGlass: boolean,
): OpenPerson | null {
  const tokens = readerTokens(actor);
  const { state } = actor;
  if (state === null) return null;
  const opened = breakGlass ? file.alerts.filter((alert) => opensByBreakGlass(alert, state, now)) : [];
  const alerts = file.alerts.filter((alert) => alertIsVisible(alert, tokens, now) || opened.includes(alert));
  if (alerts.length === 0 && !overlap(file.ownerAudience, tokens) && !breakGlass) return null;

  // Emergency access opens what the opened alerts' states recorded, and the own state's rows; never secret ones.
  const openedStates = new Set([state, ...opened.map(({ ownerState }) => ownerState)]);
  const isOpened = ({ sensitivity, alertId, sourceState }: SourceFacts) =>
    breakGlass &&
    sensitivity !== 'SECRET' &&
    (alertId === null ? openedStates.has(sourceState) : opened.some(({ id }) => id === alertId));
  const isUsable = (source: SourceFacts) =>
    mayUse(scopeOf(source, file.alerts), tokens, now.getTime()) || isOpened(source);
  const usable = <Row extends SourceFacts>(rows: Row[]) => rows.filter(isUsable);

  const { names, birthDates, nationalities, documents, nationalIds, marks, photos, alerts: _, ...row } = file;
  return {
    row,
    own: ownsSource(actor, row),
    described: isUsable({ ...row, sensitivity: 'NORMAL', alertId: null }),
    breakGlass,
    ownsRow: (source) => ownsSource(actor, source),
    alerts,
    names: usable(names),
    birthDates: usable(birthDates),
    nationalities: usable(nationalities),
    documents: usable(documents),
    nationalIds: usable(nationalIds),
    marks: usable(marks),
    photos: usable(photos),
  };
}

/** Alerts that are over for good give their owner no right to add to the record. */
const OVER = ['ARCHIVED', 'ERASED'];

/** @returns whether the reader's side may add rows: it recorded the person, or works on an alert about him */
export const mayAdd = (person: OpenPerson, actor: Actor): boolean =>
  person.own ||
  person.alerts.some(
    ({ ownerState, ownerAgencyId, status }) =>
      !OVER.includes(status) && owns(actor, { state: ownerState, agencyId: ownerAgencyId }),
  );

/** @returns the alerts that a row of this source state may be bound to by the reader */
export const bindable = (person: OpenPerson, actor: Actor, sourceState: string): string[] =>
  person.alerts
    .filter(
      ({ ownerState, ownerAgencyId }) =>
        ownerState === sourceState && owns(actor, { state: ownerState, agencyId: ownerAgencyId }),
    )
    .map(({ id }) => id);

/** States whose data an answer about the person shows: of the alerts, of the rows, of the record itself. */
function ownerStates(person: OpenPerson): string[] {
  const { row, described, alerts, names, birthDates, nationalities, documents, nationalIds, marks, photos } =
    person;
  const rows = [names, birthDates, nationalities, documents, nationalIds, marks, photos].flat();
  return [
    ...new Set([
      ...(described ? [row.sourceState] : []),
      ...alerts.map(({ ownerState }) => ownerState),
      ...rows.map(({ sourceState }) => sourceState),
    ]),
  ].sort();
}

/** @returns what the ledger of disclosures keeps when all that is open is shown */
export const disclosed = (person: OpenPerson): Disclosed => ({
  personId: person.row.id,
  alertIds: person.alerts.map(({ id }) => id),
  ownerStates: ownerStates(person),
});
