// Takes persons away who were recorded by mistake, as long as nothing but that record was made of them.
import type { Tx } from '../../platform/database/database.ts';

/** @returns the ids that were removed, and why each of the others was left */
export type RemoveUnused = (
  tx: Tx,
  personIds: readonly string[],
) => Promise<{ removed: string[]; left: Map<string, LeftPerson> }>;

/** CHANGED: somebody worked on the record; IN_USE: an alert, a hit, a case, a merge or a decision stands on it; GONE. */
export type LeftPerson = 'CHANGED' | 'IN_USE' | 'GONE';

interface Row {
  id: string;
  changed: boolean;
  used: boolean;
}

const PARTS = [
  'person_name',
  'birth_date',
  'nationality',
  'identity_document',
  'national_id',
  'mark',
  'person_search',
];

/** Locks the persons in the order of their ids: two such changes never wait for each other. */
export const removeUnusedPersons: RemoveUnused = async ({ db }, personIds) => {
  const ids = [...new Set(personIds)].sort();
  const rows = await db.$queryRaw<Row[]>`
    with locked as (
      select id, version, merged_into_id from person where id = any(${ids}::uuid[]) order by id for update)
    select p.id, p.version > 1 as changed,
      p.merged_into_id is not null
      or exists (select 1 from legal_hold l where l.subject_id = p.id and l.released_at is null)
      or exists (select 1 from alert a where a.person_id = p.id)
      or exists (select 1 from photo f where f.person_id = p.id)
      or exists (select 1 from hit h where h.person_id = p.id)
      or exists (select 1 from non_identity_pair n where n.person_id = p.id)
      or exists (select 1 from extradition_case c where c.person_id = p.id)
      or exists (select 1 from competing_group g where g.person_id = p.id)
      or exists (select 1 from asset_case s where s.person_id = p.id)
      or exists (select 1 from break_glass b where b.person_id = p.id)
      or exists (select 1 from person_merge m where p.id in (m.survivor_id, m.absorbed_id))
      or exists (select 1 from duplicate_decision d where p.id in (d.person_a_id, d.person_b_id)) as used
    from locked p`;
  const left = new Map<string, LeftPerson>(ids.map((id) => [id, 'GONE']));
  const removed: string[] = [];
  for (const { id, changed, used } of rows) {
    if (changed || used) left.set(id, changed ? 'CHANGED' : 'IN_USE');
    else {
      left.delete(id);
      removed.push(id);
    }
  }
  if (removed.length > 0) {
    await db.$executeRaw`delete from subject_match where person_id = any(${removed}::uuid[])`;
    for (const table of PARTS)
      await db.$executeRawUnsafe(`delete from ${table} where person_id = any($1::uuid[])`, removed);
    await db.$executeRaw`delete from person where id = any(${removed}::uuid[])`;
  }
  return { removed, left };
};
