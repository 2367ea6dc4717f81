// What people read of lists: always by the alerts of this moment, and never a sign of what is silent.
import type { Actor } from '../../domain/access/actor.ts';
import { borderTokens } from '../../domain/access/audience.ts';
import type { DangerFlag } from '../../domain/alerts/vocabulary.ts';
import { type CheckOutcome, firstLineView } from '../../domain/checks/outcome.ts';
import { Problem } from '../../domain/errors.ts';
import {
  decideLine,
  type LineResult,
  type ListSource,
  shownResult,
} from '../../domain/passengers/list-outcome.ts';
import { type ListState, stepsFrom } from '../../domain/passengers/list-state.ts';
import type { LineFault, TravellerLine } from '../../domain/passengers/traveller.ts';
import type { Clock } from '../../platform/clock.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import { listFaultText } from '../../platform/i18n/passenger-lists.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AlertService } from '../alerts/service.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { OfficerCards } from '../reference/service.ts';
import type { LineView, ListDetail, ListView } from './contract.ts';
import { FOUND_CONTEXT, type Found, TRAVELLER_CONTEXT } from './line-content.ts';
import { matchesOf } from './screening.ts';
import type { Counted, LineRow, ListRow } from './store.ts';

export interface ReadingParts {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly alerts: Pick<AlertService, 'alertsOf'>;
  readonly cards: OfficerCards;
  readonly disclosures: DisclosureLedger;
}

/** What a line says to this reader now. */
interface Judged {
  readonly outcome: CheckOutcome;
  readonly result: LineResult;
  readonly colour: 'GREEN' | 'AMBER' | 'RED';
}

const CLEAR: Judged = { outcome: decideLine('API', []), result: 'CLEAR', colour: 'GREEN' };

export function tokensOf({ state, agencyId }: Actor): string[] {
  if (state === null || agencyId === null) throw new Problem('forbidden');
  return borderTokens(state, agencyId);
}

export function createListReading({ clock, vault, alerts, cards, disclosures }: ReadingParts) {
  const foundOf = (bytes: Uint8Array): Found => JSON.parse(vault.decrypt(FOUND_CONTEXT, bytes)) as Found;

  /** Alerts that ended since the screening count no more; whoever was found to be another person is clear. */
  async function judge(
    actor: Actor,
    lines: readonly { source: ListSource; found: Uint8Array | null; review: string | null }[],
  ): Promise<Judged[]> {
    const found = lines.map((line) => (line.found ? foundOf(line.found) : null));
    const people = [...new Set(found.flatMap((one) => one?.people.map(({ personId }) => personId) ?? []))];
    const inForce = await alerts.alertsOf(people, tokensOf(actor), clock.now());
    return lines.map(({ source, review }, index) => {
      const one = found[index];
      if (!one || review === 'NOT_SAME') return CLEAR;
      const outcome = decideLine(source, matchesOf(one.people, inForce));
      const result = shownResult(outcome);
      if (result === 'CLEAR' && !one.isComplete) return { outcome, result: 'POSSIBLE', colour: 'AMBER' };
      return { outcome, result, colour: firstLineView(outcome).colour };
    });
  }

  async function viewOf(
    actor: Actor,
    row: ListRow,
    counted: Counted = { screened: 0, found: [] },
  ): Promise<ListView> {
    const source = row.source as ListSource;
    const isOver = row.status === 'PURGED';
    const judged = isOver
      ? []
      : await judge(
          actor,
          counted.found.map((one) => ({ ...one, source })),
        );
    const count = (result: LineResult) => judged.filter((one) => one.result === result).length;
    return {
      id: row.id,
      agencyId: row.agencyId,
      source,
      format: row.format as ListView['format'],
      carrier: row.carrier,
      number: row.number,
      date: dayOf(row.flightDate) ?? '',
      direction: row.direction as ListView['direction'],
      from: row.from,
      to: row.to,
      checkpoint: row.checkpoint,
      dueAt: row.dueAt.toISOString(),
      status: row.status as ListState,
      allowed: stepsFrom(row.status as ListState),
      progress: {
        lines: row.lineCount,
        // What is left of an ended list tells of findings that are not shown.
        screened: isOver ? row.lineCount : counted.screened,
        repeated: row.repeatedCount,
        faults: (row.faults as unknown as LineFault[]).length,
      },
      results: { hit: count('HIT'), possible: count('POSSIBLE') },
      receivedAt: row.receivedAt.toISOString(),
      screenedAt: row.screenedAt?.toISOString() ?? null,
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
      sentAt: row.sentAt?.toISOString() ?? null,
      arrivedAt: row.arrivedAt?.toISOString() ?? null,
      purgedAt: row.purgedAt?.toISOString() ?? null,
      version: row.version,
    };
  }

  const faultsOf = (actor: Actor, row: ListRow): ListDetail['faults'] =>
    (row.faults as unknown as LineFault[]).map(({ line, segment = null, field = null, code }) => ({
      line,
      segment,
      field,
      code,
      text: listFaultText(actor.locale, code),
    }));

  async function cardOf(actor: Actor, { outcome }: Judged) {
    if (outcome.outcome !== 'HIT') return { dangerFlags: [] as DangerFlag[], actions: [] };
    const { dangerFlags, actions } = outcome.card;
    return {
      dangerFlags: [...dangerFlags],
      actions: await Promise.all(
        actions.map(async (code) => ({ code, text: await cards.text(code, actor.locale) })),
      ),
    };
  }

  /** Notes what is about to be shown of whom; to be awaited before it is. */
  async function noteHits(actor: Actor, judged: readonly Judged[]): Promise<void> {
    const hits = judged.flatMap(({ outcome }) => (outcome.outcome === 'HIT' ? [outcome.lead] : []));
    await disclosures.note(
      actor,
      'CHECK',
      hits.map(({ personId, alertId }) => ({ personId, alertIds: [alertId], ownerStates: [] })),
    );
  }

  async function linesOf(actor: Actor, list: ListRow, rows: readonly LineRow[]): Promise<LineView[]> {
    const source = list.source as ListSource;
    const judged = await judge(
      actor,
      rows.map(({ found, review }) => ({ source, found, review })),
    );
    await noteHits(actor, judged);
    return Promise.all(
      rows.map(async (row, index): Promise<LineView> => {
        const one = judged[index] ?? CLEAR;
        const traveller = JSON.parse(vault.decrypt(TRAVELLER_CONTEXT, row.traveller)) as TravellerLine;
        const { family, given, patronymic, name } = traveller;
        return {
          id: row.id,
          line: row.line,
          kind: traveller.kind,
          names: name ?? [family, given, patronymic].filter((part) => part !== undefined).join(' '),
          birthDate: traveller.birthDate ?? null,
          sex: traveller.sex ?? null,
          nationality: traveller.nationality ?? null,
          document: traveller.documentNumber ?? null,
          booking: traveller.booking ?? null,
          seat: traveller.seat ?? null,
          result: row.screenedAt ? one.result : 'PENDING',
          colour: row.screenedAt ? one.colour : null,
          ...(await cardOf(actor, one)),
          // News of what is silent would be a sign.
          isNews: row.isNews && one.result !== 'CLEAR',
          review:
            one.result === 'CLEAR' && row.review !== 'NOT_SAME' ? null : (row.review as LineView['review']),
        };
      }),
    );
  }

  return { viewOf, faultsOf, linesOf };
}
