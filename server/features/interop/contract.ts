// The yente-compatible API: FollowTheMoney entities in and out, in the shapes that its clients expect.
import { z } from 'zod';

const MOST_QUERIES = 100;
export const ALGORITHM = 'izdoo-investigator';

const several = z.union([z.string(), z.array(z.string())]).optional();
/** As programs of several languages write it: `True`, `true`, `1`. */
const flag = z
  .string()
  .regex(/^(?:true|false|1|0|on|off|yes|no)$/i)
  .optional();

/** Clients that cannot send the header name the purpose in the address. */
export const purposeQuery = {
  purpose: z
    .string()
    .max(300)
    .optional()
    .meta({
      description:
        'Instead of the header `Purpose`: a code, a space, and the reference. A key may have a purpose of its own.',
      examples: ['P1 case 12/2026'],
    }),
};

/** Members that narrow by data sets and topics which there are not here: taken, and without effect. */
const narrowing = {
  include_dataset: several,
  exclude_dataset: several,
  exclude_schema: several,
  topics: several,
  changed_since: z.string().optional(),
};

export const matchQueryParams = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(5),
  threshold: z.coerce.number().min(0).max(1).optional().meta({
    description: 'From this score on `match` is true. Left out: where the policy of investigators says so.',
  }),
  cutoff: z.coerce.number().min(0).max(1).default(0.3),
  exclude_entity_ids: several.meta({ description: 'Whom the client knows already.' }),
  algorithm: z.string().max(60).optional().meta({
    description:
      'Taken for the sake of clients; all queries are judged by the one algorithm of this registry.',
  }),
  ...narrowing,
  ...purposeQuery,
});

/** Numbers are read as the texts that they are. */
const value = z.union([z.string().max(1_000), z.number()]);

const properties = z.record(z.string().max(60), z.union([value, z.array(value).max(50)]));

const entityExample = z
  .object({ id: z.string().optional(), schema: z.string().max(60), properties })
  .meta({ id: 'FtmQuery' });

export const matchBody = z
  .object({
    weights: z.record(z.string(), z.number()).optional(),
    config: z.record(z.string(), z.unknown()).optional(),
    queries: z
      .record(z.string().max(100), entityExample)
      .refine((queries) => Object.keys(queries).length <= MOST_QUERIES, {
        params: { code: 'too-many', maximum: MOST_QUERIES },
      }),
  })
  .meta({
    id: 'FtmMatchRequest',
    examples: [
      {
        queries: {
          q1: { schema: 'Person', properties: { name: ['Jumabayev Azamat'], birthDate: ['1980-02-15'] } },
        },
      },
    ],
  });

export const ftmEntity = z
  .object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    properties: z.record(z.string(), z.array(z.string())),
    datasets: z.array(z.string()),
    referents: z.array(z.string()),
    target: z.boolean(),
    first_seen: z.string(),
    last_seen: z.string(),
    last_change: z.string(),
  })
  .meta({ id: 'FtmEntity' });

const scored = ftmEntity.extend({
  score: z.number(),
  features: z.record(z.string(), z.number()),
  explanations: z.record(
    z.string(),
    z.object({
      detail: z.string(),
      score: z.number(),
      query: z.string().nullable(),
      candidate: z.string().nullable(),
    }),
  ),
  match: z.boolean(),
});

const total = z.object({ value: z.number(), relation: z.enum(['eq', 'gte']) });

const featureDocs = z.record(
  z.string(),
  z.object({ description: z.string(), coefficient: z.number(), url: z.string() }),
);

export const matchAnswer = z
  .object({
    responses: z.record(
      z.string(),
      z.object({ status: z.number(), results: z.array(scored), total, query: entityExample }),
    ),
    matcher: featureDocs,
    limit: z.number(),
  })
  .meta({ id: 'FtmMatchAnswer' });

export const searchParams = z.object({
  q: z.string().max(300).default(''),
  schema: z.string().max(60).default('Person'),
  limit: z.coerce.number().int().min(0).max(50).default(10),
  offset: z.coerce.number().int().min(0).max(500).default(0),
  countries: several,
  datasets: several,
  sort: several,
  fuzzy: flag,
  simple: flag,
  target: flag,
  filter_op: z.string().optional(),
  ...narrowing,
  ...purposeQuery,
});

const facet = z.object({
  label: z.string(),
  values: z.array(z.object({ name: z.string(), label: z.string(), count: z.number() })),
});

export const searchAnswer = z
  .object({
    limit: z.number(),
    offset: z.number(),
    total,
    results: z.array(ftmEntity),
    facets: z.record(z.string(), facet),
  })
  .meta({ id: 'FtmSearchAnswer' });

export const algorithmsAnswer = z
  .object({
    algorithms: z.array(z.object({ name: z.string(), description: z.string(), features: featureDocs })),
    default: z.string(),
    best: z.string(),
  })
  .meta({ id: 'FtmAlgorithms' });

export const catalogAnswer = z
  .object({
    datasets: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        summary: z.string(),
        load: z.boolean(),
        version: z.string(),
        index_version: z.string(),
        index_current: z.boolean(),
        children: z.array(z.string()),
      }),
    ),
    current: z.array(z.string()),
    outdated: z.array(z.string()),
    index_stale: z.boolean(),
  })
  .meta({ id: 'FtmCatalog' });

export const datasetParams = z.strictObject({ dataset: z.string().max(60) });
export const entityParams = z.strictObject({ entityId: z.string().max(80) });
export const entityQuery = z.object({ nested: flag, ...purposeQuery });

export type FtmQuery = z.output<typeof entityExample>;
export type FtmEntity = z.output<typeof ftmEntity>;
export type MatchBody = z.output<typeof matchBody>;
export type MatchParams = z.output<typeof matchQueryParams>;
export type MatchAnswer = z.output<typeof matchAnswer>;
export type SearchParams = z.output<typeof searchParams>;
export type FtmSearchAnswer = z.output<typeof searchAnswer>;
export type Algorithms = z.output<typeof algorithmsAnswer>;
export type Catalog = z.output<typeof catalogAnswer>;
