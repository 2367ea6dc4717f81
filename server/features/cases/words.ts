// What a request brings to a step, in the terms in which the rules ask for it.
import type { CaseFacts, StepWords } from '../../domain/cases/facts.ts';
import type { StepInput } from '../../domain/cases/steps/step.ts';
import type { StepBody } from './contract.ts';
import type { CaseFile } from './store.ts';

/** Every offence of the case is decided once, and no other. */
function decidesAll({ decision }: StepBody, file: CaseFile): boolean {
  if (!decision) return false;
  const decided = decision.offences.map(({ offenceId }) => offenceId);
  return (
    new Set(decided).size === decided.length &&
    decided.length === file.offences.length &&
    file.offences.every(({ id }) => decided.includes(id))
  );
}

export function wordsOf(body: StepBody, file: CaseFile, { now }: Pick<CaseFacts, 'now'>): StepWords {
  const isPartlyGranted = body.decision?.offences.some(({ outcome }) => outcome === 'GRANTED') ?? false;
  const holds: Record<StepInput, boolean> = {
    REASON: body.reason !== undefined,
    ACTED_BY: body.actedBy !== undefined,
    ARREST: body.arrest !== undefined,
    CHANNEL: (body.channel ?? file.channel) !== null,
    ITEMS: body.items !== undefined,
    CONSENT_FORM: body.consent !== undefined,
    CONSENT_END: body.consentEnd !== undefined,
    DECISION_GRANTING: decidesAll(body, file) && isPartlyGranted,
    DECISION_REFUSING: decidesAll(body, file) && !isPartlyGranted,
    HOLD: body.hold !== undefined,
    END_CONDITION: body.endCondition !== undefined,
    RETURN_TERM: body.returnBy !== undefined && body.returnBy > now,
    PLACE_AND_TIME: body.surrender !== undefined && body.surrender.at > now,
    MEDICAL_CHECK: body.medicalCheck === true,
    LAPSE: body.lapse !== undefined,
    OUTCOME: body.outcome !== undefined,
    WAIVER_REQUEST: body.waiver !== undefined,
    WAIVER_ANSWER: body.waiverAnswer !== undefined,
  };
  return {
    given: (Object.keys(holds) as StepInput[]).filter((input) => holds[input]),
    lapse: body.lapse,
    consentRevoked: body.consentEnd?.revoked,
    custody: body.arrest?.custody ?? body.custody,
  };
}
