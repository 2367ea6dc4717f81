// The part of the publication gate that looks at the law behind a request for arrest: warrant, offences, penalty, facts.
import type { CalendarDate } from '../dates/calendar-date.ts';
import {
  blocking,
  type GateAlert,
  type GateCode,
  type GateFinding,
  type GateOffence,
  type GateWarrant,
  type TreatyThreshold,
  warning,
} from './gate-facts.ts';
import { isArrest } from './vocabulary.ts';
import { isWarrantStanding, type WarrantFault, warrantFaults } from './warrant.ts';

/** The longest summary of facts, in characters. */
export const SUMMARY_LIMIT = 2000;

/**
 * Types that ask for arrest only. One standing warrant is enough; when there is none, the faults of each are listed.
 * @param today the calendar day in the owner state's zone.
 */
export function judicialFindings(alert: GateAlert, today: CalendarDate): GateFinding[] {
  const summaryTooLong = [...(alert.reasonSummary ?? '')].length > SUMMARY_LIMIT;
  const length = summaryTooLong ? [blocking('SUMMARY_TOO_LONG', '/alert/reasonSummary')] : [];
  if (!isArrest(alert.type)) return length;
  const summary = alert.reasonSummary?.trim() ? [] : [blocking('SUMMARY_MISSING', '/alert/reasonSummary')];
  return [
    ...warrantFindings(alert, today),
    ...limitationFindings(alert, today),
    ...sentenceFindings(alert),
    ...offenceFindings(alert),
    ...summary,
    ...length,
  ];
}

/** A warning when no treaty at hand would carry an extradition: a request for arrest that nobody can follow up. */
export function thresholdFindings(alert: GateAlert, treaties: readonly TreatyThreshold[]): GateFinding[] {
  if (!isArrest(alert.type)) return [];
  const { path, months } = weightOf(alert);
  if (months === null) return [];
  const reached = treaties.some(
    (treaty) =>
      months >= (alert.type === 'ARREST_SENTENCE' ? treaty.minSentenceMonths : treaty.minMaxPenaltyMonths),
  );
  return reached ? [] : [warning('BELOW_EVERY_THRESHOLD', path)];
}

// The heaviest offence or the longest rest of a sentence; null when none is stated, which is a finding of its own.
function weightOf(alert: GateAlert): { readonly path: string; readonly months: number | null } {
  const isSentence = alert.type === 'ARREST_SENTENCE';
  const stated = isSentence
    ? alert.warrants.map((warrant) => warrant.remainingSentenceMonths)
    : alert.offences.map((offence) => offence.maxPenaltyMonths);
  const months = stated.filter((value) => value !== null);
  return {
    path: isSentence ? '/alert/warrants' : '/alert/offences',
    months: months.length > 0 ? Math.max(...months) : null,
  };
}

const WARRANT_CODE: Readonly<Record<WarrantFault, GateCode>> = {
  REVOKED: 'WARRANT_REVOKED',
  EXPIRED: 'WARRANT_EXPIRED',
  NOT_SCANNED: 'WARRANT_FILE_MISSING',
};

function warrantFindings({ warrants }: GateAlert, today: CalendarDate): GateFinding[] {
  if (warrants.length === 0) return [blocking('WARRANT_MISSING', '/alert/warrants')];
  if (warrants.some((warrant) => isWarrantStanding(warrant, today))) return [];
  return warrants.flatMap((warrant, index) =>
    warrantFaults(warrant, today).map((fault) => blocking(WARRANT_CODE[fault], `/alert/warrants/${index}`)),
  );
}

// A revoked order's lapse says nothing about the one that replaced it; with none standing, everything wrong is listed.
function limitationFindings({ warrants }: GateAlert, today: CalendarDate): GateFinding[] {
  const anyStands = warrants.some((warrant) => isWarrantStanding(warrant, today));
  return warrants.flatMap((warrant, index) =>
    anyStands && !isWarrantStanding(warrant, today) ? [] : limitationFinding(warrant, index, today),
  );
}

function limitationFinding(warrant: GateWarrant, index: number, today: CalendarDate): GateFinding[] {
  const path = `/alert/warrants/${index}/limitationDate`;
  if (warrant.limitationDate === null) return [warning('LIMITATION_UNKNOWN', path)];
  return warrant.limitationDate < today ? [blocking('LIMITATION_PASSED', path)] : [];
}

function sentenceFindings({ type, warrants }: GateAlert): GateFinding[] {
  if (type !== 'ARREST_SENTENCE' || warrants.length === 0) return [];
  const stated = warrants.some((warrant) => warrant.remainingSentenceMonths !== null);
  return stated ? [] : [blocking('SENTENCE_LEFT_MISSING', '/alert/warrants')];
}

function offenceFindings({ type, offences }: GateAlert): GateFinding[] {
  if (offences.length === 0) return [blocking('OFFENCE_MISSING', '/alert/offences')];
  return offences.flatMap((offence, index) => offenceFinding(offence, type, `/alert/offences/${index}`));
}

function offenceFinding(offence: GateOffence, type: GateAlert['type'], path: string): GateFinding[] {
  const findings: GateFinding[] = [];
  if (!offence.hasArticleText) findings.push(blocking('ARTICLE_TEXT_MISSING', `${path}/articleText`));
  if (type === 'ARREST_PROSECUTION' && offence.maxPenaltyMonths === null)
    findings.push(blocking('MAX_PENALTY_MISSING', `${path}/maxPenaltyMonths`));
  if (!offence.hasPlace) findings.push(blocking('PLACE_MISSING', `${path}/place`));
  if (!offence.hasTime) findings.push(blocking('TIME_MISSING', `${path}/periodFrom`));
  return findings;
}
