// Trying a match policy on two names: the engine and the policy in force, no record and nothing kept.
import type { Actor } from '../../domain/access/actor.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Database } from '../../platform/database/database.ts';
import { reasonText } from '../../platform/i18n/match-reasons.ts';
import { compareSides } from '../evaluation/compare-sides.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { TrialBody, TrialView } from './contract.ts';

export interface PolicyTrialDeps {
  readonly database: Database;
  readonly names: NameEngine;
  readonly policies: PolicyReader;
}

export type PolicyTrials = ReturnType<typeof createPolicyTrials>;

export function createPolicyTrials({ database, names, policies }: PolicyTrialDeps) {
  return {
    async compare(actor: Actor, { policy: code, query, record }: TrialBody): Promise<TrialView> {
      const policy = await policies.current(code);
      const match = compareSides(names, policy, query, record);
      await database.record(actor, { type: 'policy.tried', data: { policy: code, band: match.band } });
      return {
        policy: code,
        version: policy.version,
        score: match.score,
        band: match.band,
        flags: [...match.flags],
        reasons: match.evidence.map((evidence) => ({
          feature: evidence.feature,
          code: evidence.code,
          text: reasonText(actor.locale, evidence.code, evidence.params),
          contribution: evidence.contribution,
        })),
      };
    },
  };
}
