// What OpenRefine is answered.

import type { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { isLive } from '../../domain/alerts/effective-status.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { askedByProperties } from '../../domain/interop/ftm-question.ts';
import { toFaults } from '../../platform/http/faults.ts';
import type { SuggestionService } from '../search/suggestions.ts';
import { captionOf, entityOf } from './entity.ts';
import { createFinding, type FoundHit, type InteropParts } from './finding.ts';
import { manifestOf, PERSON, type ServiceFacts } from './manifest.ts';
import { previewOf } from './preview.ts';
import {
  type Candidate,
  type ExtendedCell,
  type Extension,
  extension,
  type ProposedProperties,
  type ProposeParams,
  queryBatch,
  type ReconcileBody,
  type ReconcileParams,
  type ReconcileQuery,
  type Suggestions,
} from './reconcile-contract.ts';

export interface ReconcileService {
  /** A batch of queries, or an extension; without either the manifest. @throws Problem `purpose-required` for the first two */
  answer(actor: Actor, asked: ReconcileParams, body: ReconcileBody): Promise<Record<string, unknown>>;
  suggestEntity(actor: Actor, prefix: string, cursor: number): Promise<Suggestions>;
  suggestType(prefix: string): Promise<Suggestions>;
  suggestProperty(prefix: string): Promise<Suggestions>;
  proposeProperties(asked: ProposeParams): Promise<ProposedProperties>;
  /** @throws Problem `not-found` for whom the actor may not see */
  preview(actor: Actor, personId: string): Promise<Buffer>;
}

export interface ReconcileParts extends InteropParts {
  readonly suggestNames: SuggestionService['suggestNames'];
  readonly service: ServiceFacts;
}

const DEFAULT_LIMIT = 5;
const SUGGESTED = 5;
const LONGEST_PREFIX = 100;
const PAGE = 10;

const PROPERTIES: Readonly<Record<string, string>> = {
  name: 'Name',
  alias: 'Other name',
  weakAlias: 'Weak alias',
  previousName: 'Former name',
  lastName: 'Family name',
  firstName: 'Given name',
  fatherName: 'Patronymic',
  birthDate: 'Date of birth',
  birthPlace: 'Place of birth',
  birthCountry: 'Country of birth',
  nationality: 'Nationality',
  gender: 'Sex',
  passportNumber: 'Passport number',
  idNumber: 'Personal or document number',
  topics: 'Topics',
};

const listed = Object.entries(PROPERTIES).map(([id, name]) => ({ id, name }));

const beginning = (items: readonly { id: string; name: string }[], prefix: string): Suggestions => {
  const start = prefix.trim().toLowerCase();
  return {
    result: items
      .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(start))
      .map((item) => ({ ...item })),
  };
};

/** A member that came as a text of a form, or as itself. @throws Problem `validation-failed` */
function readMember<T>(schema: z.ZodType<T>, value: unknown, at: string): T {
  let given = value;
  if (typeof value === 'string') {
    try {
      given = JSON.parse(value);
    } catch {
      throw new Problem('validation-failed', [{ at, code: 'invalid' }]);
    }
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new Problem(
      'validation-failed',
      toFaults(parsed.error, 'body', given).map((fault) => ({ ...fault, at: `${at}${fault.at}` })),
    );
  return parsed.data;
}

const textOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textOf);
  if (value === null || value === undefined) return [];
  return [typeof value === 'object' ? String((value as { id?: unknown }).id ?? '') : String(value)];
};

/** The properties of a query, with its text as a name beside them. */
const propertiesOf = ({ query, properties = [] }: ReconcileQuery): Record<string, string[]> => {
  const given: Record<string, string[]> = {};
  for (const { pid, v } of properties) given[pid] = [...(given[pid] ?? []), ...textOf(v)];
  if (query?.trim()) given['name'] = [query, ...(given['name'] ?? [])];
  return given;
};

const descriptionOf = ({ person, wanted }: FoundHit): string => {
  const births = person.birthDates.map(({ year }) => year).join(', ');
  const states = person.nationalities.map(({ country }) => country).join(', ');
  return [person.row.registryNumber, births, states, wanted ? 'wanted' : ''].filter(Boolean).join(' · ');
};

const candidateOf = (hit: FoundHit): Candidate => ({
  id: hit.person.row.id,
  name: captionOf(hit.person),
  description: descriptionOf(hit),
  type: [PERSON],
  // OpenRefine shows scores of up to a hundred.
  score: Math.round(hit.match.score * 1000) / 10,
  match: hit.match.band === 'STRONG' || hit.match.band === 'DOCUMENT_HIT',
  features: hit.match.evidence
    .filter(({ feature }) => feature !== 'RULE')
    .map(({ feature, similarity }) => ({ id: feature.toLowerCase(), value: Math.round(similarity * 100) })),
});

/** @returns those of the identifiers that are of this registry's form */
const personIds = (ids: readonly string[]): string[] =>
  ids.filter((id) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id));

const asksForPersons = ({ type, type_strict: strict }: ReconcileQuery): boolean => {
  const types = [type ?? []].flat();
  return types.length === 0 || types.includes(PERSON.id) || strict === 'should';
};

export function createReconciliation(parts: ReconcileParts): ReconcileService {
  const { countries, questionOf, find, leaveTrace } = createFinding(parts);
  async function reconcile(actor: Actor, queries: Record<string, ReconcileQuery>) {
    const tables = await countries();
    const asked = Object.entries(queries).map(([key, query]) => {
      const question = asksForPersons(query)
        ? questionOf(askedByProperties(propertiesOf(query)), tables.read, `/queries/${key}`)
        : null;
      return { key, query, question };
    });
    const answers: { key: string; hits: readonly FoundHit[] }[] = [];
    for (const { key, query, question } of asked) {
      const { hits } = question ? await find(actor, question) : { hits: [] };
      answers.push({ key, hits: hits.slice(0, query.limit ?? DEFAULT_LIMIT) });
    }
    await leaveTrace(
      actor,
      'reconciliation',
      {
        queries: asked.length,
        names: asked.flatMap(({ query }) => query.query ?? []),
        secret: JSON.stringify(queries),
      },
      answers.flatMap(({ hits }) => hits.map(({ person }) => person)),
    );
    return Object.fromEntries(answers.map(({ key, hits }) => [key, { result: hits.map(candidateOf) }]));
  }

  async function extend(actor: Actor, { ids, properties }: Extension) {
    const tables = await countries();
    const opened = await parts.persons.openMany(actor, [...new Set(personIds(ids))]);
    await leaveTrace(
      actor,
      'reconciliation',
      { queries: ids.length, names: [], secret: JSON.stringify({ ids, properties }) },
      [...opened.values()],
    );
    const wanted = properties.filter(({ id }) => id in PROPERTIES);
    const now = parts.clock.now();
    const rowOf = (id: string): Record<string, ExtendedCell[]> => {
      const person = opened.get(id);
      const inForce = person?.alerts.some((alert) => isLive(alert, now)) ?? false;
      const values = person ? entityOf(person, tables.short, inForce).properties : {};
      return Object.fromEntries(
        wanted.map(({ id: name, settings }) => [
          name,
          (values[name] ?? []).slice(0, settings?.limit || undefined).map((str) => ({ str })),
        ]),
      );
    };
    return {
      meta: wanted.map(({ id }) => ({ id, name: PROPERTIES[id] })),
      rows: Object.fromEntries(ids.map((id) => [id, rowOf(id)])),
    };
  }

  return {
    async answer(actor, asked, { queries, extend: more }) {
      if (queries === undefined && more === undefined) return manifestOf(parts.service, asked);
      if (!actor.purpose) throw new Problem('purpose-required');
      return queries === undefined
        ? extend(actor, readMember(extension, more, '/extend'))
        : reconcile(actor, readMember(queryBatch, queries, '/queries'));
    },

    async suggestEntity(actor, prefix, cursor) {
      if (!actor.purpose) throw new Problem('purpose-required');
      // Half-typed words first become the names that begin so; those are asked for as any others.
      const text = prefix.slice(0, LONGEST_PREFIX);
      if (text.trim() === '') return { result: [] };
      const { items } = await parts.suggestNames(actor, { text, limit: SUGGESTED, purpose: actor.purpose });
      const tables = await countries();
      const names = [...new Set([...items.map(({ name }) => name), prefix])];
      const hits = new Map<string, FoundHit>();
      for (const name of names) {
        const question = questionOf(askedByProperties({ name: [name] }), tables.read, 'query/prefix');
        for (const hit of (await find(actor, question)).hits)
          if (hit.match.band !== 'WEAK' && !hits.has(hit.person.row.id)) hits.set(hit.person.row.id, hit);
        if (hits.size >= cursor + PAGE) break;
      }
      const page = [...hits.values()].slice(cursor, cursor + PAGE);
      await leaveTrace(
        actor,
        'reconciliation',
        { queries: 1, names: [prefix], secret: prefix },
        page.map(({ person }) => person),
      );
      return {
        result: page.map((hit) => ({
          id: hit.person.row.id,
          name: captionOf(hit.person),
          description: descriptionOf(hit),
        })),
      };
    },

    suggestType: async (prefix) => beginning([PERSON], prefix),
    suggestProperty: async (prefix) => beginning(listed, prefix),

    proposeProperties: async ({ limit }) => ({
      ...(limit !== undefined && { limit }),
      ...{ type: PERSON.id, properties: listed.slice(0, limit) },
    }),

    async preview(actor, personId) {
      const [id] = personIds([personId]);
      const person = id && (await parts.persons.openMany(actor, [id])).get(id);
      if (!person || person.row.mergedIntoId !== null) throw notFound();
      await leaveTrace(actor, 'reconciliation', { queries: 0, names: [], secret: personId }, [person]);
      const now = parts.clock.now();
      return previewOf(
        person,
        person.alerts.some((alert) => isLive(alert, now)),
      );
    },
  };
}
