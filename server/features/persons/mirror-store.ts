// Persons as the search mirror reads them: search rows with the alerts on the person, made into documents.
import type { Pool } from 'pg';
import type { VisibleFacts } from '../../domain/access/audience.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import {
  type DocumentSource,
  PERSON_DOCUMENT_VERSION,
  type PersonDocument,
  personDocument,
} from '../../domain/persons/search-document.ts';
import type { Clock } from '../../platform/clock.ts';
import type { MirroredRow, MirrorSource } from '../../platform/search/mirror/definition.ts';

const ROWS = `
  select s.person_id as "personId", s.person_version as "personVersion", s.names, s.births,
    s.scopes, s.tags,
    coalesce((
      select json_agg(json_build_object('audience', a.audience, 'ownerAudience', a.owner_audience,
        'startsAt', a.starts_at, 'endsAt', a.ends_at))
      from alert a where a.person_id = s.person_id), '[]') as alerts
  from person_search s`;

type Row = Omit<DocumentSource, 'alerts'> & {
  readonly alerts: readonly (Omit<VisibleFacts, 'startsAt' | 'endsAt'> & {
    readonly startsAt: string | null;
    readonly endsAt: string | null;
  })[];
};

type MirroredPerson = MirroredRow & { readonly document: PersonDocument | null };

/** Persons for their own index, and for those of rows that name a person. */
interface PersonMirrorSource extends MirrorSource {
  load(ids: readonly string[]): Promise<MirroredPerson[]>;
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function createPersonMirrorSource(
  pool: Pool,
  engine: Pick<NameEngine, 'unpack' | 'spellings' | 'keyVersion'>,
  clock: Clock,
): PersonMirrorSource {
  const made = ({ alerts, ...row }: Row): MirroredPerson => ({
    id: row.personId,
    ...personDocument(
      {
        ...row,
        alerts: alerts.map((alert) => ({
          ...alert,
          startsAt: dateOf(alert.startsAt),
          endsAt: dateOf(alert.endsAt),
        })),
      },
      engine,
      clock.now(),
    ),
  });
  return {
    name: 'persons',
    mapperVersion: PERSON_DOCUMENT_VERSION,
    async load(ids) {
      const { rows } = await pool.query<Row>(`${ROWS} where s.person_id = any($1::uuid[])`, [ids]);
      return rows.map(made);
    },
    async page(after, limit) {
      const { rows } = await pool.query<Row>(
        `${ROWS} where ($1::uuid is null or s.person_id > $1) order by s.person_id limit $2`,
        [after, limit],
      );
      return rows.map(made);
    },
    async count() {
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::int as count from person_search',
      );
      return rows[0]?.count ?? 0;
    },
  };
}
