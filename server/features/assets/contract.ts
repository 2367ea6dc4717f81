// What comes in about asset cases, assets, measures and exchange rates.
import { z } from 'zod';
import { isCurrency } from '../../domain/assets/money.ts';
import {
  ACCOUNT_CLASSES,
  ASSET_STATES,
  ASSET_TYPES,
  IDENTIFIER_KINDS,
  RECOVERY_ROUTES,
  VALUATION_METHODS,
} from '../../domain/assets/vocabulary.ts';
import { SENSITIVITIES } from '../../domain/persons/vocabulary.ts';
import { pageQuery } from '../../platform/http/page.ts';
import { day, state } from '../alerts/contract.ts';

const text = (maximum: number) => z.string().trim().min(1).max(maximum);
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().optional();

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency, { params: { code: 'unknown-currency' } })
  .meta({ description: 'ISO 4217.' });
const amount = z
  .string()
  .regex(/^\d{1,18}(\.\d{1,2})?$/)
  .meta({ description: 'Decimal text, never a number: 1234567.89' });
const money = z.strictObject({ amount, currency });

const share = z
  .string()
  .regex(/^(1(\.0{1,4})?|0\.\d{1,4})$/)
  .meta({ description: 'Part of the asset that the case claims, at most 1.' });

const caseContent = {
  title: text(300),
  route: z.enum(RECOVERY_ROUTES),
  personId: optional(z.uuid()),
  extraditionCaseId: optional(z.uuid()),
  legalBasis: optional(text(1_000)),
  totalDamage: optional(money),
  note: optional(text(4_000)),
};

export const newAssetCase = z.strictObject(caseContent).meta({
  id: 'NewAssetCase',
  examples: [
    {
      title: 'DEMO: proceeds of a tender',
      route: 'CRIMINAL',
      totalDamage: { amount: '12500000.00', currency: 'KGS' },
    },
  ],
});
export const assetCaseChange = z
  .strictObject(caseContent)
  .partial()
  .extend({ closed: z.boolean().optional() })
  .refine((change) => Object.keys(change).length > 0, { params: { code: 'nothing-to-change' } })
  .meta({ id: 'AssetCaseChange' });

const valuation = z.strictObject({
  amount,
  currency,
  on: day,
  method: z.enum(VALUATION_METHODS),
  source: text(300),
});

const assetContent = {
  type: z.enum(ASSET_TYPES),
  description: text(2_000),
  identifiers: z
    .array(z.strictObject({ kind: z.enum(IDENTIFIER_KINDS), value: text(100) }))
    .max(10)
    .optional()
    .meta({ description: 'Kept encrypted; equal identifiers of the own state are recognised.' }),
  country: state,
  registeredOwner: optional(text(300)),
  beneficialOwner: optional(text(300)),
  value: optional(valuation),
  sensitivity: z.enum(SENSITIVITIES).optional().meta({
    description: 'SECRET: the own agency alone, until another state is asked to act.',
  }),
};

export const newAsset = z
  .strictObject({
    ...assetContent,
    share: share.default('1'),
    source: text(2_000).meta({ description: 'Where the suspicion comes from.' }),
  })
  .meta({
    id: 'NewAsset',
    examples: [
      {
        type: 'REAL_ESTATE',
        description: 'DEMO: flat in Almaty',
        country: 'KAZ',
        identifiers: [{ kind: 'CADASTRAL', value: '20-315-000-000' }],
        value: {
          amount: '85000000',
          currency: 'KZT',
          on: '2026-03-01',
          method: 'ESTIMATE',
          source: 'DEMO agent',
        },
        source: 'DEMO statement of a witness',
      },
    ],
  });
export const assetChange = z
  .strictObject(assetContent)
  .partial()
  .refine((change) => Object.keys(change).length > 0, { params: { code: 'nothing-to-change' } })
  .meta({ id: 'AssetChange' });

export const claimsBody = z
  .strictObject({
    claims: z
      .array(z.strictObject({ assetCaseId: z.uuid(), share }))
      .min(1)
      .max(20),
  })
  .meta({ id: 'AssetClaims' });

export const measureBody = z
  .strictObject({
    to: z.enum(ASSET_STATES),
    decidedOn: day.meta({ description: 'Day of the order, request, transfer or event.' }),
    reference: text(300)
      .optional()
      .meta({ description: 'Number of the order, judgment, request or transfer.' }),
    authority: text(300).optional().meta({ description: 'The court, bank or treasury whose act it is.' }),
    amount: money.optional(),
    expiresOn: day
      .optional()
      .meta({ description: 'Last day of the freeze or seizure where it is executed.' }),
    executingState: state.optional(),
    accountClass: z.enum(ACCOUNT_CLASSES).optional(),
    assistanceId: z.uuid().optional().meta({ description: 'The request for assistance under it.' }),
    reason: text(2_000).optional(),
  })
  .meta({
    id: 'AssetMeasureBody',
    examples: [
      {
        to: 'FROZEN',
        decidedOn: '2026-03-10',
        reference: '7599-26-00-3/114',
        authority: 'DEMO Specialised Inter-District Court, Almaty',
        amount: { amount: '85000000.00', currency: 'KZT' },
        expiresOn: '2026-09-10',
      },
    ],
  });

export const rateBody = z
  .strictObject({
    from: currency,
    to: currency,
    on: day,
    rate: z.string().regex(/^\d{1,12}(\.\d{1,10})?$/),
    source: text(300),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], params: { code: 'same-currency' } })
  .refine(({ rate }) => /[1-9]/.test(rate), { path: ['rate'], params: { code: 'too-small', minimum: 0 } })
  .meta({
    id: 'ExchangeRateBody',
    examples: [{ from: 'KZT', to: 'USD', on: '2026-03-01', rate: '0.0019', source: 'DEMO National Bank' }],
  });

export const assetCaseParams = z.strictObject({ assetCaseId: z.uuid() });
export const assetParams = z.strictObject({ assetId: z.uuid() });
export const warningParams = z.strictObject({ warningId: z.uuid() });
export const warningDone = z.strictObject({ note: text(1_000) }).meta({ id: 'AssetWarningDone' });

export const assetCaseQuery = pageQuery.extend({
  personId: z.uuid().optional(),
  extraditionCaseId: z.uuid().optional(),
});
export const assetQuery = pageQuery.extend({
  assetCaseId: z.uuid().optional(),
  state: z.enum(ASSET_STATES).optional(),
  lapsingWithin: z.coerce.number().int().min(0).max(3660).optional().meta({
    description: 'Days: freezes and seizures that run out until then, those that have run out included.',
  }),
});
export const totalsQuery = z.strictObject({
  currency,
  rateDate: day.meta({ description: 'Rates of this day, or the newest of the 31 days before.' }),
  assetCaseId: z.uuid().optional().meta({ description: 'Only the shares that this case claims.' }),
});
export const rateQuery = pageQuery.extend({ from: currency.optional(), to: currency.optional() });
export const warningQuery = pageQuery.extend({ open: z.stringbool().default(true) });

export type NewAssetCase = z.output<typeof newAssetCase>;
export type AssetCaseChange = z.output<typeof assetCaseChange>;
export type AssetCaseQuery = z.output<typeof assetCaseQuery>;
export type NewAsset = z.output<typeof newAsset>;
export type AssetChange = z.output<typeof assetChange>;
export type AssetQuery = z.output<typeof assetQuery>;
export type ClaimsBody = z.output<typeof claimsBody>;
export type MeasureBody = z.output<typeof measureBody>;
export type RateBody = z.output<typeof rateBody>;
export type RateQuery = z.output<typeof rateQuery>;
export type TotalsQuery = z.output<typeof totalsQuery>;
export type WarningQuery = z.output<typeof warningQuery>;
