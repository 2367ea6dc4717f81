// The match policies shipped with the program, as files.

import { readFileSync } from 'node:fs';
import type { PolicyCode } from '../../domain/matching/match.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import { projectPath } from '../../platform/paths.ts';

/** The shipped policy of a code; the registry's own versions live in its database. */
export function shippedPolicy(code: PolicyCode): MatchPolicy {
  return JSON.parse(
    readFileSync(projectPath('search-config', 'match-policies', `${code.toLowerCase()}.json`), 'utf8'),
  ) as MatchPolicy;
}
