// Screens lists in the background: in chunks as they come, and single lines again when an alert begins, ends or changes.
import { systemActor } from '../../domain/access/actor.ts';
import { borderTokens } from '../../domain/access/audience.ts';
import type { CheckMatch, CheckOutcome } from '../../domain/checks/outcome.ts';
import { Problem } from '../../domain/errors.ts';
import type { PolicyCode } from '../../domain/matching/match.ts';
import { decideLine, type ListSource } from '../../domain/passengers/list-outcome.ts';
import type { TravellerLine } from '../../domain/passengers/traveller.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AlertService } from '../alerts/service.ts';
import type { CheckService } from '../checks/service.ts';
import type { PolicyReader } from '../reference/service.ts';
import type { ReverseScreener } from '../search/reverse.ts';
import type { Screener } from '../search/screening.ts';
import { FOUND_CONTEXT, type Found, type FoundPerson, TRAVELLER_CONTEXT } from './line-content.ts';
import { fieldsOf, questionOf } from './line-question.ts';
import { createScreeningStore, type ScreenedLine, type WaitingLine } from './screening-store.ts';

export interface ListScreening {
  /** Screens the lines at places `after` < place ≤ `to` that are not screened yet; the last chunk finishes the list. */
  screenChunk(chunk: { listId: string; after: number; to: number }): Promise<void>;
  /** Screens again the lines of live lists that the person may be, or was found for. @returns how many */
  rescreenPerson(personId: string): Promise<number>;
  /** Takes away what is over. @returns how many lists */
  purge(): Promise<number>;
}

export interface ScreeningParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly screener: Screener;
  readonly reverse: ReverseScreener;
  readonly alerts: Pick<AlertService, 'alertsOf'>;
  readonly checkTraveller: CheckService['checkTraveller'];
  readonly policies: PolicyReader;
}

/** Most candidates that one line scores, and most persons whose alerts it reads: as at the booth. */
const CANDIDATES = 300;
const READ_AGAIN = 100;
/** Lines on their way at once: while one waits for the database another is compared. */
const AT_ONCE = 6;
const HOUR_MS = 3_600_000;
const NO_HIT_HOURS = 24;
const FINDINGS_YEARS = 5;

/** Document data are screened like a list of the border, free text like a search. */
export const POLICY_OF: Readonly<Record<ListSource, PolicyCode>> = { API: 'BATCH', PNR: 'INVESTIGATOR' };

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const SEVERITY: Readonly<Record<string, number>> = { CLEAR: 0, SILENT: 1, POSSIBLE: 2, HIT: 3 };
const severityOf = (outcome: string | null): number => SEVERITY[outcome ?? 'CLEAR'] ?? 0;

/** @returns the matches of what was found, with the alerts that work now */
export const matchesOf = (
  people: readonly FoundPerson[],
  alerts: ReadonlyMap<string, CheckMatch['alerts']>,
): CheckMatch[] => people.map((person) => ({ ...person, alerts: alerts.get(person.personId) ?? [] }));

/** What was not looked at to the end is never green. */
export const wordOf = (outcome: CheckOutcome, isComplete: boolean): string =>
  !isComplete && (outcome.outcome === 'CLEAR' || outcome.outcome === 'SILENT') ? 'POSSIBLE' : outcome.outcome;

export function createListScreening(parts: ScreeningParts): ListScreening {
  const { database, clock, vault, screener, reverse, alerts, policies, checkTraveller } = parts;
  const store = createScreeningStore(database.pool);
  const open = (line: WaitingLine): TravellerLine =>
    JSON.parse(vault.decrypt(TRAVELLER_CONTEXT, line.traveller)) as TravellerLine;

  async function find(line: WaitingLine, now: Date): Promise<Found> {
    const policy = await policies.current(POLICY_OF[line.source]);
    const { found, degraded } = await screener.screen({
      match: questionOf(open(line), screener.analyse, now),
      tokens: borderTokens(line.state, line.agencyId),
      now,
      policy,
      candidates: CANDIDATES,
      least: 'POSSIBLE',
    });
    const people = found.slice(0, READ_AGAIN).map(
      ({ personId, match }): FoundPerson => ({
        personId,
        band: match.band,
        score: match.score,
        nameDiffers: match.flags.includes('NAME_DIFFERS'),
        nationalIdEqual: match.evidence.some(({ code }) => code === 'NATIONAL_ID_EQUAL'),
      }),
    );
    return { people, isComplete: !degraded && found.length <= READ_AGAIN };
  }

  /**
   * What was found is checked as at the booth, so that second line and owners hear of it, the owner of a silent alert too. Only a
   * finding leaves a check behind: the others go with the list. Nothing is opened on what somebody typed when he booked.
   */
  async function openHits(lines: readonly WaitingLine[], screened: readonly ScreenedLine[]): Promise<void> {
    const outcomes = new Map(screened.map((line) => [line.id, line.outcome]));
    for (const line of lines) {
      const outcome = outcomes.get(line.id) ?? 'CLEAR';
      if (line.source !== 'API' || severityOf(outcome) <= severityOf(line.outcome)) continue;
      const actor = {
        ...systemActor('worker:screen-list', newId()),
        state: line.state,
        agencyId: line.agencyId,
        id: line.createdBy,
      };
      await checkTraveller(
        actor,
        { fields: fieldsOf(open(line)) },
        {
          origin: line.outcome === null ? 'LIST' : 'RESCREEN',
          policy: POLICY_OF[line.source],
          direction: line.direction,
          transport: `${line.carrier}${line.number}`,
          checkpoint: line.checkpoint ?? undefined,
          // The first check of a line has its id: a worker that died and began anew opens nothing twice.
          ...(line.outcome === null && { begun: { id: line.id, at: clock.now() } }),
        },
      );
    }
  }

  async function screen(lines: readonly WaitingLine[]): Promise<ScreenedLine[]> {
    const now = clock.now();
    const found = new Map<string, Found>();
    const waiting = [...lines];
    const work = async () => {
      for (let line = waiting.pop(); line; line = waiting.pop()) found.set(line.id, await find(line, now));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const screened: ScreenedLine[] = [];
    // Alerts are read per side: what is shared with one agency is not shared with another.
    for (const [, group] of groupBy(lines, ({ state, agencyId }) => `${state} ${agencyId}`)) {
      const [{ state, agencyId }] = group as [WaitingLine];
      const people = [
        ...new Set(group.flatMap(({ id }) => found.get(id)?.people.map((one) => one.personId) ?? [])),
      ];
      const inForce = await alerts.alertsOf(people, borderTokens(state, agencyId), now);
      for (const line of group) {
        const { people, isComplete } = found.get(line.id) as Found;
        const outcome = wordOf(decideLine(line.source, matchesOf(people, inForce)), isComplete);
        const tells = people.length > 0 || !isComplete;
        screened.push({
          id: line.id,
          outcome,
          found: tells ? vault.encrypt(FOUND_CONTEXT, JSON.stringify({ people, isComplete })) : null,
          foundIds: people.map(({ personId }) => personId),
          isNews: line.outcome !== null && severityOf(outcome) > severityOf(line.outcome),
        });
      }
    }
    await openHits(lines, screened);
    await store.save(screened, now);
    return screened;
  }

  const trace = (listId: string, lines: number, findings: number, again: boolean) =>
    database.record(systemActor('worker:screen-list', newId()), {
      type: 'list.screened',
      data: { lines, findings, again },
      subject: { type: 'passenger-list', id: listId },
    });

  const findingsIn = (screened: readonly ScreenedLine[]) =>
    screened.filter(({ outcome }) => outcome !== 'CLEAR').length;

  async function mayMean(line: WaitingLine, personId: string, row: Parameters<typeof reverse.compare>[0]) {
    if (line.foundIds.includes(personId)) return true;
    const now = clock.now();
    const match = reverse.compare(row, {
      match: questionOf(open(line), screener.analyse, now),
      tokens: borderTokens(line.state, line.agencyId),
      now,
      policy: await policies.current(POLICY_OF[line.source]),
    });
    return match !== null && match.band !== 'WEAK' && match.band !== 'NONE';
  }

  return {
    async screenChunk({ listId, after, to }) {
      const lines = await store.waiting(listId, after, to);
      if (lines.length > 0) {
        const screened = await screen(lines);
        await trace(listId, screened.length, findingsIn(screened), false);
      }
      await store.finish(listId, clock.now());
    },

    async rescreenPerson(personId) {
      const handles = await reverse.handlesOfPerson(personId);
      const meant = await store.meant(personId, handles ?? { keys: [], exact: [] });
      const lines: WaitingLine[] = [];
      for (const line of meant)
        if (handles ? await mayMean(line, personId, handles.row) : line.foundIds.includes(personId))
          lines.push(line);
      if (lines.length === 0) return 0;
      const screened = new Map((await screen(lines)).map((line) => [line.id, line]));
      for (const [listId, group] of groupBy(lines, (line) => line.listId)) {
        const again = group.flatMap(({ id }) => screened.get(id) ?? []);
        await trace(listId, again.length, findingsIn(again), true);
        if (again.some(({ isNews }) => isNews)) await store.reopen([listId]);
      }
      return lines.length;
    },

    async purge() {
      const now = clock.now();
      const over = await store.over(new Date(now.getTime() - NO_HIT_HOURS * HOUR_MS), 200);
      for (const listId of over) {
        const lines = await store.purge(listId, now);
        await database.record(systemActor('worker:purge-lists', newId()), {
          type: 'list.purged',
          data: { lines },
          subject: { type: 'passenger-list', id: listId },
        });
      }
      const longest = new Date(now);
      longest.setUTCFullYear(longest.getUTCFullYear() - FINDINGS_YEARS);
      await store.dropFindings(longest);
      return over.length;
    },
  };
}

/** Some lines name nobody who could be found; they were taken out before, and a list is not held up by one. */
export const isUnaskable = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'validation-failed';
