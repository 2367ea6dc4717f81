// From a question to what the check found: candidates scored, alerts re-read, earlier decisions applied, the outcome decided.
import { borderTokens } from '../../domain/access/audience.ts';
import { applyMemory, travellerKey } from '../../domain/checks/memory.ts';
import {
  type CheckFinding,
  type CheckMatch,
  type CheckOutcome,
  checkFindings,
  decideOutcome,
} from '../../domain/checks/outcome.ts';
import { shownProblems, type Told, tell } from '../../domain/checks/told.ts';
import type { PolicyCode } from '../../domain/matching/match.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { InForceAlert } from '../alerts/service.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { Screened, Screener } from '../search/screening.ts';
import { createTravellerFacts } from './facts-store.ts';
import type { TravellerQuestion } from './traveller.ts';

/** Most candidates that one check scores. */
const CANDIDATES = 300;
/** Most persons whose alerts one check reads: more than these POSSIBLE at once is a question too vague to answer. */
const READ_AGAIN = 100;

export interface ScreenedTraveller {
  readonly policy: MatchPolicy;
  readonly outcome: CheckOutcome;
  readonly told: Told;
  readonly findings: readonly CheckFinding[];
  /** Matches that an earlier "not the same person" took away. */
  readonly known: readonly CheckMatch[];
  readonly matches: readonly CheckMatch[];
  readonly screened: ReadonlyMap<string, Screened>;
  readonly alerts: ReadonlyMap<string, InForceAlert>;
  readonly travellerKey: Buffer | null;
  readonly degraded: boolean;
}

export interface ScreenParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly screener: Screener;
  readonly policies: PolicyReader;
}

const matchOf = ({ personId, match }: Screened, alerts: readonly InForceAlert[]): CheckMatch => ({
  personId,
  band: match.band,
  score: match.score,
  nameDiffers: match.flags.includes('NAME_DIFFERS'),
  nationalIdEqual: match.evidence.some(({ code }) => code === 'NATIONAL_ID_EQUAL'),
  alerts,
});

/** The same statements are sent for every traveller, found or not: see the test of SILENT and CLEAR. */
export function createTravellerScreener(parts: ScreenParts) {
  const { database, vault, screener, policies } = parts;
  const readTravellerFacts = createTravellerFacts(database);

  return async function screen(
    { match, problems }: TravellerQuestion,
    { state, agencyId, now, use }: { state: string; agencyId: string; now: Date; use: PolicyCode },
  ): Promise<ScreenedTraveller> {
    const tokens = borderTokens(state, agencyId);
    const policy = await policies.current(use);
    const rememberedAs = travellerKey(match);
    const key = rememberedAs === null ? null : vault.digest('non_identity_pair.traveller_key', rememberedAs);
    const screening = await screener.screen({
      ...{ match, tokens, now, policy },
      candidates: CANDIDATES,
      least: 'POSSIBLE',
    });
    const likely = screening.found;
    const read = likely.slice(0, READ_AGAIN);
    const facts = await readTravellerFacts({
      ...{ state, tokens, now },
      document: match.documents[0],
      travellerKey: key ?? Buffer.alloc(0),
      personIds: read.map(({ personId }) => personId),
    });
    const all = read.map((found) => matchOf(found, facts.alerts.get(found.personId) ?? []));
    const { counting, known } = applyMemory(all, facts.knownDifferent);
    const outcome = decideOutcome(counting);
    const findings = checkFindings(counting);
    const shown = new Set(findings.map(({ personId }) => personId));
    const silent = new Set(outcome.silent.map(({ personId }) => personId).filter((id) => !shown.has(id)));
    const degraded = screening.degraded || likely.length > read.length;
    return {
      policy,
      outcome,
      told: tell(outcome, [...problems, ...shownProblems(facts.documents, shown, silent)], degraded),
      findings,
      known,
      matches: all,
      screened: new Map(read.map((found) => [found.personId, found])),
      alerts: new Map([...facts.alerts.values()].flat().map((alert) => [alert.id, alert])),
      travellerKey: key,
      degraded,
    };
  };
}
