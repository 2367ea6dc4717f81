// The extradition procedure as one table: every step that exists. What is not here does not happen.
import { ARREST_STEPS } from './steps/arrest-steps.ts';
import { DECISION_STEPS } from './steps/decision-steps.ts';
import { END_STEPS } from './steps/end-steps.ts';
import { REQUEST_STEPS } from './steps/request-steps.ts';
import type { Step } from './steps/step.ts';
import { SURRENDER_STEPS } from './steps/surrender-steps.ts';

const STEPS = { ...ARREST_STEPS, ...REQUEST_STEPS, ...DECISION_STEPS, ...SURRENDER_STEPS, ...END_STEPS };

export type CaseVerb = keyof typeof STEPS;
export const CASE_VERBS = Object.keys(STEPS) as CaseVerb[];
export const stepOf = (verb: CaseVerb): Step => STEPS[verb];
