// Cases as the search mirror reads them: case rows with their offences and what everybody may see of the person, made into documents.
import type { Pool } from 'pg';
import {
  CASE_DOCUMENT_VERSION,
  type CaseDocumentSource,
  caseDocument,
} from '../../domain/cases/search-document.ts';
import type { PersonDocument } from '../../domain/persons/search-document.ts';
import type { MirroredRow, MirrorSource } from '../../platform/search/mirror/definition.ts';

const ROWS = `
  select c.id, c.version, c.case_number as "caseNumber", c.requesting_state as "requestingState",
    c.requested_state as "requestedState", c.rq_agency_id as "rqAgencyId", c.shared_at as "sharedAt", c.confidentiality,
    c.state::text as state, c.state_since as "stateSince", c.treaty_code as treaty, c.person_id as "personId",
    coalesce((
      select json_agg(json_build_object('article', o.article, 'titleOrig', o.title_orig, 'titleRu', o.title_ru,
        'titleEn', o.title_en) order by o.no)
      from case_offence o where o.case_id = c.id), '[]') as offences
  from extradition_case c`;

type Row = CaseDocumentSource & { readonly personId: string };

/** What of persons stands in their own index. */
interface PersonDocuments {
  load(
    ids: readonly string[],
  ): Promise<readonly { id: string; document: PersonDocument | null; whole: boolean }[]>;
}

const NOTHING = { document: null, whole: false } as const;

export function createCaseMirrorSource(pool: Pool, persons: PersonDocuments): MirrorSource {
  /** What changes between the two looks is noted, and so made again. */
  async function made(rows: readonly Row[]): Promise<MirroredRow[]> {
    const ids = [...new Set(rows.map(({ personId }) => personId))];
    const known = new Map((await persons.load(ids)).map((person) => [person.id, person]));
    return rows.map(({ personId, ...row }) => ({
      id: row.id,
      ...caseDocument(row, known.get(personId) ?? NOTHING),
    }));
  }
  return {
    name: 'cases',
    mapperVersion: CASE_DOCUMENT_VERSION,
    async load(ids) {
      return made(
        (await pool.query<Row>(`${ROWS} where c.id = any($1::uuid[]) and c.erased_at is null`, [ids])).rows,
      );
    },
    async page(after, limit) {
      const { rows } = await pool.query<Row>(
        `${ROWS} where c.erased_at is null and ($1::uuid is null or c.id > $1) order by c.id limit $2`,
        [after, limit],
      );
      return made(rows);
    },
    async count() {
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::int as count from extradition_case where erased_at is null',
      );
      return rows[0]?.count ?? 0;
    },
  };
}
