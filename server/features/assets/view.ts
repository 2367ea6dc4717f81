// Turns rows into what the API answers.
import type { Actor } from '../../domain/access/actor.ts';
import { possibleMeasures } from '../../domain/assets/measures.ts';
import type { AssetState, RecoveryRoute } from '../../domain/assets/vocabulary.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { capacitiesOf, isOwn } from './access.ts';
import { openIdentifiers } from './identifiers.ts';
import type { AssetCaseRow, AssetLineRow, AssetRow } from './store.ts';
import type { AssetCaseView, AssetLine, AssetView, WarningView } from './view-contract.ts';
import type { WarningRow } from './warning-store.ts';

type Decimal = { toFixed(digits: number): string };

export const moneyOf = (amount: Decimal | null, currency: string | null) =>
  amount === null || currency === null ? null : { amount: amount.toFixed(2), currency };

export const caseViewOf = (row: AssetCaseRow): AssetCaseView => ({
  id: row.id,
  caseNumber: row.caseNumber,
  ownerState: row.ownerState,
  title: row.title,
  route: row.route,
  personId: row.personId,
  extraditionCaseId: row.extraditionCaseId,
  legalBasis: row.legalBasis,
  totalDamage: moneyOf(row.damageAmount, row.damageCurrency),
  note: row.note,
  closedAt: row.closedAt?.toISOString() ?? null,
  demo: row.demo,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

export function assetLineOf(row: AssetLineRow, now: Date): AssetLine {
  const value = moneyOf(row.valueAmount, row.valueCurrency);
  return {
    id: row.id,
    ownerState: row.ownerState,
    type: row.type,
    description: row.description,
    country: row.country,
    value: value && { ...value, on: dayOf(row.valuedOn), method: row.valueMethod, source: row.valueSource },
    state: row.state,
    executingState: row.executingState,
    expiresOn: dayOf(row.expiresOn),
    lapsesAt: row.lapsesAt?.toISOString() ?? null,
    lapsed: row.lapsesAt !== null && row.lapsesAt <= now,
    demo: row.demo,
    version: row.version,
  };
}

export const routesOf = (row: AssetRow): RecoveryRoute[] =>
  row.claims.map(({ assetCase }) => assetCase.route as RecoveryRoute);

export function assetViewOf(
  row: AssetRow,
  { actor, now, vault, sameAs }: { actor: Actor; now: Date; vault: Vault; sameAs: readonly string[] },
): AssetView {
  const own = isOwn(actor, row);
  const facts = { state: row.state as AssetState, routes: routesOf(row) };
  return {
    ...assetLineOf(row, now),
    own,
    sensitivity: row.sensitivity,
    identifiers: openIdentifiers(vault, row.identifiers),
    registeredOwner: row.registeredOwner,
    beneficialOwner: row.beneficialOwner,
    claims: own
      ? row.claims.map(({ assetCaseId, assetCase, share }) => ({
          assetCaseId,
          caseNumber: assetCase.caseNumber,
          share: share.toString(),
        }))
      : [],
    sameAs: [...sameAs],
    // What the own side suspected and how it traced is not the executing state's to know.
    measures: row.measures
      .filter(({ to }) => own || (to !== 'SUSPECTED' && to !== 'TRACED'))
      .map((measure) => ({
        id: measure.id,
        from: measure.from,
        to: measure.to,
        decidedOn: dayOf(measure.decidedOn),
        reference: measure.reference,
        authority: measure.authority,
        amount: moneyOf(measure.amount, measure.currency),
        expiresOn: dayOf(measure.expiresOn),
        executingState: measure.executingState,
        accountClass: measure.accountClass,
        assistanceId: measure.assistanceId,
        reason: measure.reason,
        recordedState: measure.recordedState,
        recordedAt: measure.recordedAt.toISOString(),
      })),
    possible: possibleMeasures(facts, capacitiesOf(actor, row)).map(({ to, needs }) => ({
      to,
      needs: [...needs],
    })),
  };
}

export const warningViewOf = ({ asset, ...row }: WarningRow): WarningView => ({
  id: row.id,
  assetId: row.assetId,
  days: row.days,
  expiresOn: dayOf(row.expiresOn),
  raisedAt: row.raisedAt.toISOString(),
  doneAt: row.doneAt?.toISOString() ?? null,
  note: row.note,
  asset: { type: asset.type, description: asset.description, state: asset.state, country: asset.country },
});
