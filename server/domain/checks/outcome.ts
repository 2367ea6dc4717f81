// What a border check says to the first line, from the matches found and the alerts that are live and visible.
import { isSilentAction } from '../alerts/actions-on-hit.ts';
import { sortDangerFlags } from '../alerts/danger-flags.ts';
import { compareAlerts, type RankedAlert } from '../alerts/priority.ts';
import type { ActionCode, DangerFlag } from '../alerts/vocabulary.ts';
import type { Band } from '../matching/match.ts';

/** An alert that is live now and that this check may use; danger flags are the current ones. */
export interface CheckAlert extends RankedAlert {
  readonly actionsOnHit: readonly ActionCode[];
  readonly dangerFlags: readonly DangerFlag[];
  /** The person was found elsewhere but is not handed over: the officer still acts. */
  readonly isLocated: boolean;
}

export interface CheckMatch {
  readonly personId: string;
  readonly band: Band;
  /** 0–1. */
  readonly score: number;
  /** The document is the person's, the name is another. */
  readonly nameDiffers: boolean;
  /** Lifts the band to STRONG at least. */
  readonly nationalIdEqual: boolean;
  readonly alerts: readonly CheckAlert[];
}

export const CHECK_COLOURS = ['GREEN', 'AMBER', 'RED'] as const;
export type CheckColour = (typeof CHECK_COLOURS)[number];

/** What the officer reads on a hit; the words come from the officer card of each action. Danger flags stand first. */
export interface OfficerCard {
  readonly dangerFlags: readonly DangerFlag[];
  readonly actions: readonly ActionCode[];
  readonly nameDiffers: boolean;
  readonly isLocated: boolean;
  /** Another record may be this traveller's too: to second line, even where the action alone would let pass. */
  readonly mustRefer: boolean;
}

type VisibleBand = Exclude<Band, 'WEAK' | 'NONE'>;

/** The match that decides; for second line and the log. */
export interface CheckLead {
  readonly personId: string;
  readonly alertId: string;
  readonly band: VisibleBand;
}

/** A report that goes to the owner or the duty centre without the first line or the traveller noticing. */
export interface SilentReport {
  readonly personId: string;
  readonly alertId: string;
  readonly actions: readonly ActionCode[];
  readonly band: VisibleBand;
}

/** SILENT: only silent reports; firstLineView makes it CLEAR. */
export type CheckOutcome = { readonly silent: readonly SilentReport[] } & (
  | { readonly outcome: 'CLEAR' | 'SILENT'; readonly colour: 'GREEN' }
  | { readonly outcome: 'POSSIBLE'; readonly colour: 'AMBER'; readonly lead: CheckLead }
  | {
      readonly outcome: 'HIT';
      readonly colour: 'AMBER' | 'RED';
      readonly lead: CheckLead;
      readonly card: OfficerCard;
    }
);

/** All that may reach a first-line screen, body or header. */
export type FirstLineView =
  | { readonly outcome: 'CLEAR'; readonly colour: 'GREEN' }
  | { readonly outcome: 'POSSIBLE'; readonly colour: 'AMBER' }
  | { readonly outcome: 'HIT'; readonly colour: 'AMBER' | 'RED'; readonly card: OfficerCard };

/**
 * Rules. WEAK and NONE count for nothing. On one person the first alert by compareAlerts decides: when it is silent, the
 * person shows nothing, so that a lower alert cannot betray a discreet check. Persons do not hide one another: red before
 * amber hit before possible, then exact document, national id, band, score. Every silent alert is reported in any case.
 */
export function decideOutcome(matches: readonly CheckMatch[]): CheckOutcome {
  const silent = matches.flatMap(silentReports);
  const [first, ...others] = sortedFindings(matches);
  if (!first) {
    return silent.length > 0
      ? { outcome: 'SILENT', colour: 'GREEN', silent }
      : { outcome: 'CLEAR', colour: 'GREEN', silent };
  }
  const lead = { personId: first.match.personId, alertId: first.alert.id, band: first.band };
  if (severity(first) === POSSIBLE) return { outcome: 'POSSIBLE', colour: 'AMBER', lead, silent };
  const colour = severity(first) === RED ? 'RED' : 'AMBER';
  return { outcome: 'HIT', colour, lead, card: cardOf(first, others.length > 0), silent };
}

/** A person whom second line has to look at. */
export interface CheckFinding extends CheckLead {
  readonly colour: 'AMBER' | 'RED';
}

/** Every person that the outcome is about, the deciding one first; none that is silent. */
export const checkFindings = (matches: readonly CheckMatch[]): readonly CheckFinding[] =>
  sortedFindings(matches).map((finding) => ({
    personId: finding.match.personId,
    alertId: finding.alert.id,
    band: finding.band,
    colour: severity(finding) === RED ? 'RED' : 'AMBER',
  }));

/** The outcome without anything that the first line must not learn; SILENT and CLEAR give equal values. */
export function firstLineView(outcome: CheckOutcome): FirstLineView {
  switch (outcome.outcome) {
    case 'HIT':
      return { outcome: 'HIT', colour: outcome.colour, card: outcome.card };
    case 'POSSIBLE':
      return { outcome: 'POSSIBLE', colour: 'AMBER' };
    default:
      return { outcome: 'CLEAR', colour: 'GREEN' };
  }
}

interface Finding {
  readonly match: CheckMatch;
  readonly band: VisibleBand;
  readonly alert: CheckAlert;
  readonly actions: readonly ActionCode[];
}

function bandOf({ band, nationalIdEqual }: CheckMatch): VisibleBand | undefined {
  if (band === 'DOCUMENT_HIT') return band;
  if (nationalIdEqual) return 'STRONG';
  return band === 'STRONG' || band === 'POSSIBLE' ? band : undefined;
}

function isSilentAlert({ type, actionsOnHit }: CheckAlert): boolean {
  if (type === 'DISCREET_CHECK' || type === 'ASSET_TRACE' || type === 'INFORMATION') return true;
  // An alert without instructions is a fault in the data, and no fault may look like CLEAR.
  return actionsOnHit.length > 0 && actionsOnHit.every(isSilentAction);
}

function silentReports(match: CheckMatch): SilentReport[] {
  const band = bandOf(match);
  if (!band) return [];
  return match.alerts.filter(isSilentAlert).map((alert) => ({
    personId: match.personId,
    alertId: alert.id,
    actions: alert.actionsOnHit,
    band,
  }));
}

function findingOf(match: CheckMatch): Finding[] {
  const band = bandOf(match);
  const [alert] = [...match.alerts].sort(compareAlerts);
  if (!band || !alert || isSilentAlert(alert)) return [];
  return [{ match, band, alert, actions: alert.actionsOnHit.filter((action) => !isSilentAction(action)) }];
}

const [RED, AMBER, POSSIBLE] = [3, 2, 1];

const sortedFindings = (matches: readonly CheckMatch[]): Finding[] =>
  matches
    .flatMap(findingOf)
    .sort((a, b) => severity(b) - severity(a) || compareSurety(a, b) || compareAlerts(a.alert, b.alert));

function severity({ band, actions }: Finding): number {
  if (band === 'POSSIBLE' || actions.length === 0) return POSSIBLE;
  return actions.some((action) => action === 'A1' || action === 'A2' || action === 'S1') ? RED : AMBER;
}

function compareSurety(a: Finding, b: Finding): number {
  return surety(a) - surety(b) || b.match.score - a.match.score;
}

function surety({ band, match }: Finding): number {
  if (band === 'DOCUMENT_HIT') return 0;
  return match.nationalIdEqual ? 1 : band === 'STRONG' ? 2 : 3;
}

function cardOf({ match, alert, actions }: Finding, mustRefer: boolean): OfficerCard {
  const shown = match.alerts.filter((other) => !isSilentAlert(other));
  return {
    dangerFlags: sortDangerFlags(shown.flatMap((other) => other.dangerFlags)),
    actions,
    nameDiffers: match.nameDiffers,
    isLocated: alert.isLocated,
    mustRefer,
  };
}
