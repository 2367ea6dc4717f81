// The part of the publication gate that looks at the law behind a request for arrest: warrant, offences, penalty, facts.
import type { CalendarDate } from '../dates/calendar-date.ts';
import {
  blocking,
  type GateAlert,
  type GateCode,
  type GateFinding,
  type TreatyThreshold,
  warning,
} from './gate-facts.ts';
import { isArrest } from './vocabulary.ts';
import { isWarrantStanding, type WarrantFault, warrantFaults } from './warrant.ts';

/** The longest reason summary in one language, in characters. */
export const SUMMARY_LIMIT = 2000;

/**
 * The judicial minimum of types that ask for arrest; of the others only the length of the summary.
 * @param today the calendar day in the owner state's zone.
 */
export function judicialFindings(alert: GateAlert, today: CalendarDate): GateFinding[] {
  const tooLong = summaryLengthFindings(alert);
  if (!isArrest(alert.type)) return tooLong;
  return [
    ...warrantFindings(alert, today),
    ...limitationFindings(alert, today),
    ...offenceFindings(alert),
    ...penaltyFindings(alert),
    ...factsFindings(alert),
    ...tooLong,
  ];
}

/** A warning when no treaty at hand would carry an extradition: a request for arrest that nobody can follow up. */
export function thresholdFindings(alert: GateAlert, treaties: readonly TreatyThreshold[]): GateFinding[] {
  if (!isArrest(alert.type)) return [];
  const isSentence = alert.type === 'ARREST_SENTENCE';
  const months = isSentence ? alert.sentenceMonthsLeft : alert.maxPenaltyMonths;
  // Nothing stated is a finding of its own.
  if (months === null) return [];
  const isReached = treaties.some(
    (treaty) => months >= (isSentence ? treaty.minSentenceMonths : treaty.minMaxPenaltyMonths),
  );
  if (isReached) return [];
  return [
    warning('BELOW_EVERY_THRESHOLD', isSentence ? '/alert/sentenceMonthsLeft' : '/alert/maxPenaltyMonths'),
  ];
}

const WARRANT_CODE: Readonly<Record<WarrantFault, GateCode>> = {
  REVOKED: 'WARRANT_REVOKED',
  EXPIRED: 'WARRANT_EXPIRED',
  NOT_SCANNED: 'WARRANT_FILE_MISSING',
};

// One standing warrant is enough; when there is none, the faults of each are listed.
function warrantFindings({ warrants }: GateAlert, today: CalendarDate): GateFinding[] {
  if (warrants.length === 0) return [blocking('WARRANT_MISSING', '/alert/warrants')];
  if (warrants.some((warrant) => isWarrantStanding(warrant, today))) return [];
  return warrants.flatMap((warrant, index) =>
    warrantFaults(warrant, today).map((fault) => blocking(WARRANT_CODE[fault], `/alert/warrants/${index}`)),
  );
}

// Some deeds never lapse, so an unknown date only warns.
function limitationFindings({ limitationDate }: GateAlert, today: CalendarDate): GateFinding[] {
  if (limitationDate === null) return [warning('LIMITATION_UNKNOWN', '/alert/limitationDate')];
  return limitationDate < today ? [blocking('LIMITATION_PASSED', '/alert/limitationDate')] : [];
}

function offenceFindings({ offences }: GateAlert): GateFinding[] {
  if (offences.length === 0) return [blocking('OFFENCE_MISSING', '/alert/offences')];
  return offences.flatMap(({ articleText }, index) =>
    articleText?.trim() ? [] : [blocking('ARTICLE_TEXT_MISSING', `/alert/offences/${index}/articleText`)],
  );
}

function penaltyFindings({ type, maxPenaltyMonths, sentenceMonthsLeft }: GateAlert): GateFinding[] {
  if (type === 'ARREST_PROSECUTION')
    return maxPenaltyMonths === null ? [blocking('MAX_PENALTY_MISSING', '/alert/maxPenaltyMonths')] : [];
  return sentenceMonthsLeft === null ? [blocking('SENTENCE_LEFT_MISSING', '/alert/sentenceMonthsLeft')] : [];
}

function factsFindings({ facts, factsPlace, factsFrom, reasonSummary }: GateAlert): GateFinding[] {
  const findings: GateFinding[] = [];
  if (!facts?.trim()) findings.push(blocking('FACTS_MISSING', '/alert/facts'));
  if (!factsPlace?.trim()) findings.push(blocking('FACTS_PLACE_MISSING', '/alert/factsPlace'));
  if (factsFrom === null) findings.push(blocking('FACTS_TIME_MISSING', '/alert/factsFrom'));
  if (!Object.values(reasonSummary).some((text) => text.trim()))
    findings.push(blocking('REASON_SUMMARY_MISSING', '/alert/reasonSummary'));
  return findings;
}

function summaryLengthFindings({ reasonSummary }: GateAlert): GateFinding[] {
  return Object.entries(reasonSummary)
    .filter(([, text]) => [...text].length > SUMMARY_LIMIT)
    .map(([language]) => blocking('REASON_SUMMARY_TOO_LONG', `/alert/reasonSummary/${language}`));
}
