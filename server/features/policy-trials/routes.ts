// The endpoint that tries a match policy.
import { type Route, route } from '../../platform/http/route.ts';
import { trialBody, trialView } from './contract.ts';
import type { PolicyTrials } from './service.ts';

export const policyTrialRoutes = (trials: PolicyTrials): Route[] => [
  route({
    id: 'tryMatchPolicy',
    method: 'post',
    path: '/v1/reference/match-policies/trials',
    tag: 'Reference',
    summary: 'Compare two names under a match policy, with the arithmetic; no record is asked',
    description: 'Nothing of the names is kept: the log holds the policy and the band.',
    permission: 'policy.try',
    rate: 'write',
    body: trialBody,
    success: { status: 200, body: trialView },
    problems: ['unavailable'],
    handler: ({ actor, body }) => trials.compare(actor, body),
  }),
];
