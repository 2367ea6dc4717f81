// The yente-compatible answers.

import type { Actor } from '../../domain/access/actor.ts';
import { isLive } from '../../domain/alerts/effective-status.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { askedByProperties, isSchema, meansPersons, textsOf } from '../../domain/interop/ftm-question.ts';
import type { Match } from '../../domain/matching/match.ts';
import { reasonText } from '../../platform/i18n/match-reasons.ts';
import {
  ALGORITHM,
  type Algorithms,
  type Catalog,
  type FtmEntity,
  type FtmQuery,
  type FtmSearchAnswer,
  type MatchAnswer,
  type MatchBody,
  type MatchParams,
  type SearchParams,
} from './contract.ts';
import { DATASET, entityOf } from './entity.ts';
import { createFinding, type Finding, type InteropParts } from './finding.ts';

export interface YenteService {
  match(actor: Actor, dataset: string, params: MatchParams, body: MatchBody): Promise<MatchAnswer>;
  search(actor: Actor, dataset: string, params: SearchParams): Promise<FtmSearchAnswer>;
  entity(actor: Actor, id: string): Promise<FtmEntity>;
  algorithms(): Promise<Algorithms>;
  catalog(): Promise<Catalog>;
}

const FEATURES = {
  name: 'Names in any script, compared sound by sound and word by word',
  birth: 'Dates of birth, of which parts may be unknown',
  sex: 'Sex, where both are known',
  nationality: 'Nationalities in common',
  document: 'Numbers of identity documents',
  national_id: 'Personal numbers',
  rule: 'Rules of the policy, which lower or end a match',
} as const;

const featureDocs = Object.fromEntries(
  Object.entries(FEATURES).map(([name, description]) => [
    name,
    { description, coefficient: 1, url: '/docs' },
  ]),
);

/** Data sets by which clients call all that the registry holds. */
const DATASETS = [DATASET, 'izdoo'];

function explanationsOf({ evidence }: Match, actor: Actor) {
  const best = new Map<string, Match['evidence'][number]>();
  for (const line of evidence) {
    const name = line.feature.toLowerCase();
    const known = best.get(name);
    if (!known || line.similarity > known.similarity) best.set(name, line);
  }
  const lines = [...best];
  return {
    features: Object.fromEntries(lines.map(([name, { similarity }]) => [name, similarity])),
    explanations: Object.fromEntries(
      lines.map(([name, { code, params, similarity, queryValue, recordValue }]) => [
        name,
        {
          detail: reasonText(actor.locale, code, params),
          score: similarity,
          query: queryValue,
          candidate: recordValue,
        },
      ]),
    ),
  };
}

const isMatch = ({ band, score }: Match, threshold: number | undefined): boolean =>
  threshold === undefined ? band === 'STRONG' || band === 'DOCUMENT_HIT' : score >= threshold;

const NOBODY: Finding = { hits: [], cut: false };

export function createYente(parts: InteropParts): YenteService {
  const { countries, questionOf, find, leaveTrace } = createFinding(parts);
  const { clock } = parts;

  function demandDataset(name: string): void {
    if (!DATASETS.includes(name)) throw notFound();
  }

  function demandSchema(name: string, at: string): void {
    if (!isSchema(name)) throw new Problem('validation-failed', [{ at, code: 'unknown-schema' }]);
  }

  return {
    async match(actor, dataset, { limit, cutoff, threshold, exclude_entity_ids: known }, { queries }) {
      demandDataset(dataset);
      const tables = await countries();
      const left = new Set([known ?? []].flat());
      const asked = Object.entries(queries).map(([key, { properties: given, ...query }]) => {
        demandSchema(query.schema, `/queries/${key}/schema`);
        const properties = textsOf(given);
        const question = meansPersons(query.schema)
          ? questionOf(askedByProperties(properties), tables.read, `/queries/${key}`)
          : null;
        return { key, query: { ...query, properties }, question };
      });
      const answered: { key: string; query: FtmQuery; finding: Finding }[] = [];
      for (const { key, query, question } of asked)
        answered.push({ key, query, finding: question ? await find(actor, question) : NOBODY });
      const responses = answered.map(({ key, query, finding: { hits, cut } }) => {
        const fitting = hits.filter(({ match, person }) => match.score >= cutoff && !left.has(person.row.id));
        const shown = fitting.slice(0, limit);
        return { ...{ key, query, shown }, total: fitting.length, cut };
      });
      await leaveTrace(
        actor,
        'yente',
        {
          queries: asked.length,
          names: asked.flatMap(({ query }) => [query.properties['name'] ?? []].flat()),
          secret: JSON.stringify(queries),
        },
        responses.flatMap(({ shown }) => shown.map(({ person }) => person)),
      );
      return {
        responses: Object.fromEntries(
          responses.map(({ key, query, shown, total, cut }) => [
            key,
            {
              status: 200,
              results: shown.map(({ person, match, wanted }) => ({
                ...entityOf(person, tables.short, wanted),
                ...explanationsOf(match, actor),
                score: match.score,
                match: isMatch(match, threshold),
              })),
              total: { value: total, relation: cut ? ('gte' as const) : ('eq' as const) },
              query,
            },
          ]),
        ),
        matcher: featureDocs,
        limit,
      };
    },

    async search(actor, dataset, { q, schema, limit, offset, countries: asked }) {
      demandDataset(dataset);
      demandSchema(schema, 'query/schema');
      const tables = await countries();
      const wantedStates = [asked ?? []].flat().flatMap((text) => tables.read(text) ?? []);
      const question = questionOf(askedByProperties({ name: [q] }), tables.read, 'query/q');
      const { hits, cut } = meansPersons(schema) ? await find(actor, question) : NOBODY;
      const fitting = hits.filter(
        ({ person }) =>
          wantedStates.length === 0 ||
          person.nationalities.some(({ country }) => wantedStates.includes(country)),
      );
      const page = fitting.slice(offset, offset + limit);
      await leaveTrace(
        actor,
        'yente',
        { queries: 1, names: [q], secret: q },
        page.map(({ person }) => person),
      );
      const results = page.map(({ person, wanted }) => entityOf(person, tables.short, wanted));
      return {
        ...{ limit, offset, results },
        total: { value: fitting.length, relation: cut ? 'gte' : 'eq' },
        facets: {
          countries: facetOf('Countries', results, 'nationality'),
          topics: facetOf('Topics', results, 'topics'),
        },
      };
    },

    async entity(actor, id) {
      const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id);
      const person = isId ? (await parts.persons.openMany(actor, [id])).get(id) : undefined;
      if (!person || person.row.mergedIntoId !== null) throw notFound();
      const tables = await countries();
      const now = clock.now();
      const wanted = person.alerts.some((alert) => isLive(alert, now));
      await leaveTrace(actor, 'yente', { queries: 0, names: [], secret: id }, [person]);
      return entityOf(person, tables.short, wanted);
    },

    algorithms: async () => ({
      algorithms: [
        {
          name: ALGORITHM,
          description:
            'Evidence in log-odds under the policy INVESTIGATOR; scores are comparable with those of the search.',
          features: featureDocs,
        },
      ],
      default: ALGORITHM,
      best: ALGORITHM,
    }),

    async catalog() {
      const version = clock.now().toISOString().slice(0, 10).replaceAll('-', '');
      return {
        datasets: DATASETS.map((name) => ({
          ...{ name, version, load: true, index_version: version, index_current: true, children: [] },
          title: 'Izdoo',
          summary: 'Persons that the caller may see; what may not be seen does not exist.',
        })),
        current: DATASETS,
        outdated: [],
        index_stale: false,
      };
    },
  };
}

function facetOf(label: string, results: readonly FtmEntity[], property: string) {
  const counts = new Map<string, number>();
  for (const { properties } of results)
    for (const value of properties[property] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { label, values: [...counts].map(([name, count]) => ({ name, label: name, count })) };
}
