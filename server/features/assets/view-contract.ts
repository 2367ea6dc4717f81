// What goes out about asset cases, assets, measures, totals and warnings.
import { z } from 'zod';
import { FUNNEL_STAGES } from '../../domain/assets/funnel.ts';
import { MEASURE_NEEDS } from '../../domain/assets/measures.ts';
import { pageOf } from '../../platform/http/page.ts';

const money = z.object({ amount: z.string(), currency: z.string() });

export const assetCaseView = z
  .object({
    id: z.string(),
    caseNumber: z.string(),
    ownerState: z.string(),
    title: z.string(),
    route: z.string(),
    personId: z.string().nullable(),
    extraditionCaseId: z.string().nullable(),
    legalBasis: z.string().nullable(),
    totalDamage: money.nullable(),
    note: z.string().nullable(),
    closedAt: z.string().nullable(),
    demo: z.boolean(),
    version: z.number(),
    createdAt: z.string(),
  })
  .meta({ id: 'AssetCase' });

const measureView = z.object({
  id: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  decidedOn: z.string(),
  reference: z.string().nullable(),
  authority: z.string().nullable(),
  amount: money.nullable(),
  expiresOn: z.string().nullable(),
  executingState: z.string().nullable(),
  accountClass: z.string().nullable(),
  assistanceId: z.string().nullable(),
  reason: z.string().nullable(),
  recordedState: z.string(),
  recordedAt: z.string(),
});

const assetFacts = {
  id: z.string(),
  ownerState: z.string(),
  type: z.string(),
  description: z.string(),
  country: z.string(),
  value: z
    .object({
      amount: z.string(),
      currency: z.string(),
      on: z.string().nullable(),
      method: z.string().nullable(),
      source: z.string().nullable(),
    })
    .nullable(),
  state: z.string(),
  executingState: z.string().nullable(),
  expiresOn: z.string().nullable(),
  lapsesAt: z.string().nullable(),
  lapsed: z.boolean().meta({ description: 'The order has run out; nothing is released by itself.' }),
  demo: z.boolean(),
  version: z.number(),
};

export const assetLine = z.object(assetFacts).meta({ id: 'AssetLine' });

export const assetView = z
  .object({
    ...assetFacts,
    own: z.boolean(),
    sensitivity: z.string(),
    identifiers: z.array(z.object({ kind: z.string(), value: z.string() })),
    registeredOwner: z.string().nullable(),
    beneficialOwner: z.string().nullable(),
    claims: z
      .array(z.object({ assetCaseId: z.string(), caseNumber: z.string(), share: z.string() }))
      .meta({ description: 'Empty for the executing state.' }),
    sameAs: z.array(z.string()).meta({
      description: 'Other assets of the own side with an equal identifier: they count once.',
    }),
    measures: z.array(measureView),
    possible: z
      .array(z.object({ to: z.string(), needs: z.array(z.enum(MEASURE_NEEDS)) }))
      .meta({ description: 'The steps that the reader may record now, and what each asks for.' }),
  })
  .meta({ id: 'Asset' });

const rateView = z.object({
  from: z.string(),
  to: z.string(),
  on: z.string(),
  rate: z.string(),
  source: z.string(),
});
export const exchangeRate = rateView.meta({ id: 'ExchangeRate' });

export const totalsView = z
  .object({
    currency: z.string(),
    rateDate: z.string(),
    stages: z.array(
      z.object({
        stage: z.enum(FUNNEL_STAGES),
        count: z.number(),
        unvalued: z.number().meta({ description: 'Assets without a known amount.' }),
        sums: z.array(money),
        total: money
          .nullable()
          .meta({ description: 'null: a rate is missing; nothing is left out silently.' }),
        missingRates: z.array(z.string()),
      }),
    ),
    rates: z.array(rateView),
  })
  .meta({ id: 'AssetTotals' });

export const warningView = z
  .object({
    id: z.string(),
    assetId: z.string(),
    days: z.number().meta({ description: '60, 30 or 7 days before the last day; 0: it is over.' }),
    expiresOn: z.string(),
    raisedAt: z.string(),
    doneAt: z.string().nullable(),
    note: z.string().nullable(),
    asset: z.object({ type: z.string(), description: z.string(), state: z.string(), country: z.string() }),
  })
  .meta({ id: 'AssetWarning' });

export const assetCasePage = pageOf(assetCaseView);
export const assetPage = pageOf(assetLine);
export const ratePage = pageOf(exchangeRate);
export const warningPage = pageOf(warningView);

export type AssetCaseView = z.output<typeof assetCaseView>;
export type AssetLine = z.output<typeof assetLine>;
export type AssetView = z.output<typeof assetView>;
export type TotalsView = z.output<typeof totalsView>;
export type WarningView = z.output<typeof warningView>;
export type Page<T> = { items: T[]; nextCursor: string | null };
