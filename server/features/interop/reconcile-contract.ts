// The reconciliation service that OpenRefine asks: manifest, batches of queries, suggestions, extension (API version 0.2).
import { z } from 'zod';
import { purposeQuery } from './contract.ts';

const MOST_QUERIES = 50;

const typed = z.object({ id: z.string(), name: z.string() });

const propertyValue = z.union([z.string(), z.number(), z.boolean(), z.object({ id: z.string() }).loose()]);

/** Strict: a misnamed member narrows nothing, and nobody would know. */
export const reconcileQuery = z.strictObject({
  query: z.string().max(300).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  type_strict: z.enum(['any', 'all', 'should']).optional(),
  limit: z.number().int().min(1).max(50).optional(),
  properties: z
    .array(z.object({ pid: z.string().max(60), v: z.union([propertyValue, z.array(propertyValue)]) }))
    .max(20)
    .optional(),
});

export const queryBatch = z
  .record(z.string().max(60), reconcileQuery)
  .refine((queries) => Object.keys(queries).length <= MOST_QUERIES, {
    params: { code: 'too-many', maximum: MOST_QUERIES },
  });

export const extension = z.object({
  ids: z.array(z.string().max(80)).min(1).max(100),
  properties: z
    .array(
      z.object({
        id: z.string().max(60),
        settings: z
          .object({ limit: z.coerce.number().int().min(0).optional() })
          .loose()
          .optional()
          .meta({ description: '`limit`: most values of a row, 0 for all.' }),
      }),
    )
    .min(1)
    .max(20),
});

/** As a form the two members are texts of JSON, as JSON they are objects. */
export const reconcileBody = z
  .object({
    queries: z.union([z.string().max(100_000), queryBatch]).optional(),
    extend: z.union([z.string().max(100_000), extension]).optional(),
  })
  .meta({
    id: 'ReconciliationRequest',
    description: 'Also as application/x-www-form-urlencoded with `queries` or `extend` as JSON texts.',
    examples: [{ queries: { q0: { query: 'Jumabayev Azamat', type: 'Person', limit: 3 } } }],
  });

/** What a program that knows only addresses puts into each of them. */
const inAddress = {
  ...purposeQuery,
  api_key: z.string().max(200).optional().meta({
    description:
      'A key of which all scopes begin with `interop.`, from programs that cannot send the header `Authorization`.',
  }),
};

export const reconcileParams = z.object({
  queries: z.string().max(8_000).optional(),
  extend: z.string().max(8_000).optional(),
  ...inAddress,
});

export const previewParams = z.strictObject({ personId: z.string().max(80) });
export const previewQuery = z.object(inAddress);

const candidate = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.array(typed),
  score: z.number(),
  match: z.boolean(),
  features: z.array(z.object({ id: z.string(), value: z.number() })),
});

const service = z.object({ service_url: z.string(), service_path: z.string() });

export const manifest = z
  .object({
    versions: z.array(z.string()),
    name: z.string(),
    identifierSpace: z.string(),
    schemaSpace: z.string(),
    defaultTypes: z.array(typed),
    view: z.object({ url: z.string() }),
    documentation: z.string(),
    serviceVersion: z.string(),
    authentication: z.object({ type: z.literal('apiKey'), name: z.string(), in: z.literal('query') }),
    preview: z.object({ url: z.string(), width: z.number(), height: z.number() }),
    suggest: z.object({ entity: service, type: service, property: service }),
    extend: z.object({
      propose_properties: service,
      property_settings: z.array(
        z.object({
          ...{ name: z.string(), label: z.string(), help_text: z.string() },
          ...{ type: z.literal('number'), default: z.number() },
        }),
      ),
    }),
    batchSize: z.number(),
  })
  .meta({ id: 'ReconciliationManifest' });

const extendedCell = z.object({ str: z.string() });

/** A manifest, the results of a batch by the keys of its queries, or the rows of an extension. */
export const reconcileAnswer = z.record(z.string(), z.unknown()).meta({ id: 'ReconciliationAnswer' });

export const suggestParams = z.object({
  prefix: z.string().max(300).default(''),
  cursor: z.coerce.number().int().min(0).max(200).optional(),
  ...inAddress,
});

export const suggestAnswer = z
  .object({
    result: z.array(z.object({ id: z.string(), name: z.string(), description: z.string().optional() })),
  })
  .meta({ id: 'ReconciliationSuggestions' });

export const proposeParams = z.object({
  type: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  ...inAddress,
});

export const proposeAnswer = z
  .object({ limit: z.number().optional(), type: z.string(), properties: z.array(typed) })
  .meta({ id: 'ReconciliationProperties' });

export type ReconcileQuery = z.output<typeof reconcileQuery>;
export type Extension = z.output<typeof extension>;
export type ReconcileParams = z.output<typeof reconcileParams>;
export type ProposeParams = z.output<typeof proposeParams>;
export type ReconcileBody = z.output<typeof reconcileBody>;
export type Manifest = z.output<typeof manifest>;
export type Candidate = z.output<typeof candidate>;
export type ExtendedCell = z.output<typeof extendedCell>;
export type Suggestions = z.output<typeof suggestAnswer>;
export type ProposedProperties = z.output<typeof proposeAnswer>;
