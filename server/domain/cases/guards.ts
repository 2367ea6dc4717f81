// The conditions of the procedure, each as a question to the facts of the case.
import { type ClockState, isOver } from '../deadlines/clock.ts';
import { missingFrom } from '../treaties/checklist.ts';
import { isHeld } from './custody.ts';
import type { DocumentCode } from './documents.ts';
import type { CaseActor, CaseFacts } from './facts.ts';
import { mandatory, unanswered } from './grounds.ts';
import type { CaseVerb } from './procedure.ts';
import type { FactGuard } from './steps/step.ts';

type Question = (facts: CaseFacts, actor: CaseActor, verb: CaseVerb) => boolean;

const open = (facts: CaseFacts, key: string): ClockState | undefined =>
  facts.clocks.find(({ rule, status }) => rule.key === key && status !== 'STOPPED');

const allows = (
  { law }: CaseFacts,
  what: 'consentAllowed' | 'provisionalArrest' | 'rearrestAfterLapse',
): boolean => law.treaty[what] || (law.national?.[what] ?? false);

/** @returns the documents of the request file that have a translation without its certificate */
export const uncertified = ({ checklist, documents }: CaseFacts): DocumentCode[] =>
  documents
    .filter(
      ({ code, present, translationsCertified }) =>
        present && !translationsCertified && checklist.some((item) => item.code === code),
    )
    .map(({ code }) => code);

export const GUARDS: Readonly<Record<FactGuard, Question>> = {
  ALERT_IN_FORCE: ({ alertInForce }) => alertInForce,
  PERSON_LOCATED: ({ custody }) => custody !== 'AT_LARGE',
  PROVISIONAL_ARREST_ALLOWED: (facts) => allows(facts, 'provisionalArrest'),
  NOT_IN_CUSTODY: ({ custody }) => !isHeld(custody),
  CHECKLIST_COMPLETE: ({ checklist, documents }) => missingFrom(checklist, documents).length === 0,
  TRANSLATIONS_CERTIFIED: (facts) => uncertified(facts).length === 0,
  MANIFEST_CURRENT: ({ manifest }) => manifest.signed !== null && manifest.signed === manifest.current,
  CUSTODY_DECIDED: ({ custodyDecided }) => custodyDecided,
  NOTHING_OWED: ({ owed, documents }) =>
    owed.every((code) => documents.some((held) => held.code === code && held.present)),
  CONSENT_ALLOWED: (facts) => allows(facts, 'consentAllowed'),
  GROUNDS_ANSWERED: ({ checks }) => unanswered(checks).length === 0,
  NO_MANDATORY_GROUND: ({ checks }) => mandatory(checks).length === 0,
  GROUND_FOUND: ({ checks }) =>
    checks.some(({ answer, force }) => answer === 'YES' && force !== 'INFORMATIONAL'),
  ASSURANCES_RECEIVED: ({ assurances, checks }) =>
    assurances.every((status) => status === 'GIVEN' || status === 'WITHDRAWN') &&
    (assurances.includes('GIVEN') ||
      !checks.some(({ answer, force }) => answer === 'YES' && force === 'CONDITIONAL')),
  NO_IMPEDIMENT: ({ openImpediments }) => openImpediments === 0,
  IMPEDIMENT_OPEN: ({ openImpediments }) => openImpediments > 0,
  APPEAL_IN_TIME: (facts) => {
    const term = open(facts, 'APPEAL');
    return term !== undefined && !isOver(term, facts.now);
  },
  DECISION_FINAL: (facts) => {
    const term = open(facts, 'APPEAL');
    return term === undefined || isOver(term, facts.now);
  },
  TRANSIT_PERMITTED: ({ transits }) =>
    transits.every((status) => status === 'GRANTED' || status === 'WITHDRAWN'),
  RESCHEDULES_LEFT: ({ law, reschedules }) =>
    law.treaty.maxReschedules === null || reschedules < law.treaty.maxReschedules,
  BOTH_AGREED: ({ agreements }, actor, verb) =>
    agreements.some((agreement) => agreement.verb === verb && agreement.side !== actor.side),
  WAS_ARRESTED: ({ wasArrested }) => wasArrested,
  REARREST_ALLOWED: (facts) => allows(facts, 'rearrestAfterLapse'),
  TRANSFER_DUE: ({ checks, law }) =>
    checks.some(({ code, answer }) => code === 'R01' && answer === 'YES') || law.treaty.extraditeOrProsecute,
  NO_WAIVER_OPEN: ({ openWaivers }) => openWaivers === 0,
  WAIVER_OPEN: ({ openWaivers }) => openWaivers > 0,
  PERSON_FREE: ({ custody }) => !isHeld(custody),
  DEATH_CONFIRMED: ({ deathConfirmed }) => deathConfirmed,
  ASKED_BY_ANOTHER: ({ agreements }, actor, verb) =>
    agreements.some((agreement) => agreement.verb === verb && agreement.by !== actor.id),
};
