// Composes the overview over the features that it counts, and the try-out of match policies.
import type { NameEngine } from '../domain/names/engine.ts';
import { createOverviewService, type OverviewDeps } from '../features/overview/service.ts';
import { createPolicyTrials } from '../features/policy-trials/service.ts';
import type { PolicyReader } from '../features/reference/service.ts';

export interface OverviewNeeds extends OverviewDeps {
  readonly names: NameEngine;
  readonly policies: PolicyReader;
}

export const composeOverview = ({ names, policies, ...deps }: OverviewNeeds) => ({
  overview: createOverviewService(deps),
  policyTrials: createPolicyTrials({ database: deps.database, names, policies }),
});
