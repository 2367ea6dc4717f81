// The evaluation backend on PostgreSQL: the product's own candidate source over a table of its own.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { NameEngine } from '../../domain/names/engine.ts';
import { createPostgresCandidateSource } from '../../platform/search/postgres/candidate-source.ts';
import type { IndexedName } from './eval-files.ts';
import { birthsOf, type EvaluationBackend } from './retrieval.ts';

const READER = 'eval';

const TABLE = `
  CREATE TABLE person_search (
    person_id uuid NOT NULL, person_version int NOT NULL, key_version smallint NOT NULL, keys int4[],
    names jsonb NOT NULL, births jsonb NOT NULL, sex char(1) NOT NULL, nationalities jsonb NOT NULL,
    documents jsonb NOT NULL, national_ids jsonb NOT NULL, exact text[], scopes jsonb NOT NULL, audience text[])`;

const INDEXES = [
  'ALTER TABLE person_search ADD PRIMARY KEY (person_id)',
  'CREATE INDEX person_search_key_version_idx ON person_search (key_version)',
  'CREATE INDEX person_search_keys_idx ON person_search USING gin (keys) WITH (fastupdate = off)',
  'CREATE INDEX person_search_exact_idx ON person_search USING gin (exact) WITH (fastupdate = off)',
  'ANALYZE person_search',
];

/** @param url an empty database that belongs to the evaluation */
export function createPostgresBackend(engine: NameEngine, url: string): EvaluationBackend {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const source = createPostgresCandidateSource(pool);
  return {
    name: 'postgres',
    async load(people) {
      const client = await pool.connect();
      try {
        await client.query("SET maintenance_work_mem = '1GB'");
        await client.query(TABLE);
        let count = 0;
        const lines = function* () {
          for (const person of people) yield copyLine(engine, person, count++);
        };
        await pipeline(Readable.from(lines()), client.query(copyFrom('COPY person_search FROM STDIN')));
        for (const statement of INDEXES) await client.query(statement);
        return count;
      } finally {
        client.release();
      }
    },
    async find(query, born, limit) {
      const answer = await source.find({
        keys: engine.queryKeys(query, born === undefined ? [] : [born]),
        keyVersion: engine.keyVersion,
        nameKeysSince: engine.nameKeysSince,
        exact: [],
        audience: [READER],
        limit,
      });
      return answer.rows.map((row) => ({
        id: row.names[0]?.id ?? '',
        record: {
          names: row.names.map((name) => ({
            id: name.id,
            type: name.type,
            raw: name.raw,
            analysed: engine.unpack(name.packed),
          })),
          births: row.births.flatMap((birth) => ('year' in birth ? [birth] : [])),
          birthYears: [],
          nationalities: [],
          documents: [],
          nationalIds: [],
        },
      }));
    },
    close: () => pool.end(),
  };
}

/** One line of PostgreSQL's COPY text format. */
function copyLine(engine: NameEngine, person: IndexedName, number: number): string {
  const analysed = engine.analyse({ full: person.name });
  const names = [
    { id: person.id, type: 'PRIMARY', raw: person.name, packed: engine.pack(analysed), scope: 0 },
  ];
  const fields = [
    `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
    '1',
    String(engine.keyVersion),
    `{${engine.indexKeys(analysed, birthsOf(person)).join(',')}}`,
    JSON.stringify(names),
    JSON.stringify(birthsOf(person).map((born) => ({ ...born, scope: 0 }))),
    'U',
    '[]',
    '[]',
    '[]',
    '{}',
    '[]',
    `{${READER}}`,
  ];
  return `${fields.map((field) => field.replaceAll('\\', '\\\\').replaceAll('\t', ' ').replaceAll('\n', ' ')).join('\t')}\n`;
}
