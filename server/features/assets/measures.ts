// The steps of an asset: judged by the table of its way, written as a measure that never changes.
import type { Actor } from '../../domain/access/actor.ts';
import { lapsesAt } from '../../domain/assets/freeze-clock.ts';
import {
  type AssetFacts,
  isHeld,
  type MeasureNeed,
  mayRecord,
  needsOf,
  nextStates,
} from '../../domain/assets/measures.ts';
import type { AssetState } from '../../domain/assets/vocabulary.ts';
import type { ZoneName } from '../../domain/dates/zone.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import { newId } from '../../platform/ids.ts';
import { capacitiesOf } from './access.ts';
import type { MeasureBody } from './contract.ts';
import { type AssetDeps, demandPast, demandVersion, openAsset, sideOf, todayOf, viewAsset } from './parts.ts';
import { type AssetRow, insertMeasure, updateAsset } from './store.ts';
import { routesOf } from './view.ts';
import type { AssetView } from './view-contract.ts';
import { settleWarnings } from './warning-store.ts';

/** Whether a request for assistance may be named by the actor; the answer for a stranger's and for none is the same. */
export interface AssistanceLookup {
  exists(actor: Actor, id: string): Promise<boolean>;
}

export interface AssetMeasures {
  /**
   * @throws Problem `transition-not-allowed` with what is possible, `forbidden` for the wrong side, `validation-failed`
   * with everything that the step needs and lacks
   */
  recordMeasure(actor: Actor, id: string, version: number, body: MeasureBody): Promise<AssetView>;
}

function demandNeeds(
  body: MeasureBody,
  needs: readonly MeasureNeed[],
  known: { executingState: string | null },
): void {
  const given: Readonly<Record<MeasureNeed, unknown>> = {
    reference: body.reference,
    authority: body.authority,
    amount: body.amount,
    expiresOn: body.expiresOn,
    executingState: body.executingState ?? known.executingState,
    accountClass: body.accountClass,
    reason: body.reason,
  };
  const faults: Fault[] = needs
    .filter((need) => given[need] === undefined || given[need] === null)
    .map((need) => ({ at: `/${need}`, code: 'required' }));
  if (body.expiresOn !== undefined && body.expiresOn < body.decidedOn)
    faults.push({ at: '/expiresOn', code: 'until-before-from' });
  if (faults.length > 0) throw new Problem('validation-failed', faults);
}

export function createAssetMeasures(deps: AssetDeps, assistance: AssistanceLookup): AssetMeasures {
  const { database, reference } = deps;

  /** Days end where the asset is held; of a state whose zone is not known the owner's days count. */
  async function zoneOf(row: AssetRow, executingState: string | null): Promise<ZoneName> {
    const { items } = await reference.countries();
    const zone = items.find(({ alpha3 }) => alpha3 === executingState)?.timeZone;
    return zone ?? reference.zoneOf(row.ownerState);
  }

  async function demandLinks(actor: Actor, { executingState, assistanceId }: MeasureBody): Promise<void> {
    const faults: Fault[] = [];
    if (executingState !== undefined) {
      const { items } = await reference.countries();
      if (!items.some(({ alpha3 }) => alpha3 === executingState))
        faults.push({ at: '/executingState', code: 'unknown-state' });
    }
    if (assistanceId !== undefined && !(await assistance.exists(actor, assistanceId)))
      faults.push({ at: '/assistanceId', code: 'unknown-assistance' });
    if (faults.length > 0) throw new Problem('validation-failed', faults);
  }

  function judge(actor: Actor, row: AssetRow, facts: AssetFacts, body: MeasureBody): void {
    const capacities = capacitiesOf(actor, row);
    const next = nextStates(facts);
    if (!next.includes(body.to))
      throw new Problem('transition-not-allowed', [], {
        status: row.state,
        allowed: next.filter((to) => mayRecord(to, capacities)),
      });
    if (!mayRecord(body.to, capacities)) throw new Problem('forbidden');
    demandNeeds(body, needsOf(body.to), row);
  }

  return {
    async recordMeasure(actor, id, version, body) {
      const { state } = sideOf(actor);
      demandPast('/decidedOn', body.decidedOn, await todayOf(deps, actor));
      await demandLinks(actor, body);
      return database.transaction(actor, async (tx) => {
        const row = await openAsset(tx.db, actor, id);
        demandVersion(row, version);
        const from = row.state as AssetState;
        judge(actor, row, { state: from, routes: routesOf(row) }, body);
        const executingState = body.executingState ?? row.executingState;
        const expiresOn = isHeld(body.to) ? (body.expiresOn ?? null) : null;
        const zone = await zoneOf(row, executingState);
        await updateAsset(tx.db, row, {
          state: body.to,
          executingState,
          expiresOn: dateOf(expiresOn),
          lapsesAt: expiresOn === null ? null : lapsesAt({ expiresOn, zone }),
          updatedAt: tx.now,
        });
        const measureId = newId(tx.now.getTime());
        const {
          to,
          decidedOn,
          amount,
          reference: number,
          authority,
          accountClass,
          assistanceId,
          reason,
        } = body;
        await insertMeasure(tx.db, {
          id: measureId,
          assetId: id,
          no: row.version,
          from,
          to,
          decidedOn: dateOf(decidedOn),
          reference: number ?? null,
          authority: authority ?? null,
          amount: amount?.amount ?? null,
          currency: amount?.currency ?? null,
          expiresOn: dateOf(expiresOn),
          executingState,
          accountClass: accountClass ?? null,
          assistanceId: assistanceId ?? null,
          reason: reason ?? null,
          recordedBy: actor.id,
          recordedState: state,
          recordedAt: tx.now,
        });
        await settleWarnings(tx.db, id, actor.id, tx.now);
        tx.audit({
          type: 'asset.measure',
          subject: { type: 'asset', id },
          data: { measureId, from, to },
          ...(reason !== undefined && { secret: reason }),
        });
        return viewAsset(deps, tx.db, actor, id, tx.now);
      });
    },
  };
}
