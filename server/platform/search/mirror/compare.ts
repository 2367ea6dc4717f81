// Compares an index with PostgreSQL row by row: both sides in order of id, a page at a time.
import type { Fingerprint, SearchEngine } from '../meilisearch/engine.ts';
import type { MirrorBooks } from './books.ts';
import { fingerprint, type MirrorDefinition, type MirroredRow } from './definition.ts';

export interface Differences {
  readonly rows: number;
  /** Rows that neither the index nor the gap answers for. */
  readonly missing: readonly string[];
  /** Documents that differ from what the row gives now. */
  readonly stale: readonly string[];
  /** Documents of rows that are gone or not for everybody. */
  readonly orphaned: readonly string[];
}

const PAGE = 5_000;

export async function compareIndex(
  engine: SearchEngine,
  books: MirrorBooks,
  definition: MirrorDefinition,
  uid: string,
): Promise<Differences> {
  const missing = new Set<string>();
  const stale = new Set<string>();
  const orphaned = new Set<string>();
  let rows = 0;
  let after: string | null = null;
  let documents: Fingerprint[] = [];
  let documentsTo: string | null = null;
  let documentsEnd = false;
  for (let end = false; !end; ) {
    const page: MirroredRow[] = await definition.page(after, PAGE);
    end = page.length < PAGE;
    rows += page.length;
    const to: string | null = end ? null : (page.at(-1)?.id ?? null);
    while (!documentsEnd && (to === null || documentsTo === null || documentsTo < to)) {
      const more: Fingerprint[] = await engine.page(uid, documentsTo, PAGE);
      documents.push(...more);
      documentsTo = more.at(-1)?.id ?? documentsTo;
      documentsEnd = more.length < PAGE;
    }
    const here = new Map(documents.filter(({ id }) => to === null || id <= to).map(({ id, h }) => [id, h]));
    documents = documents.filter(({ id }) => to !== null && id > to);
    const { gap } = await books.known(
      definition.name,
      page.map(({ id }) => id),
    );
    for (const row of page) {
      const held = here.get(row.id);
      here.delete(row.id);
      if (row.document === null) {
        if (held !== undefined) orphaned.add(row.id);
      } else if (held === undefined) {
        if (!gap.has(row.id)) missing.add(row.id);
      } else if (held !== fingerprint(row.document, definition.mapperVersion).h) stale.add(row.id);
      if (!row.whole && !gap.has(row.id)) missing.add(row.id);
    }
    for (const id of here.keys()) orphaned.add(id);
    after = to;
  }
  return { rows, missing: [...missing], stale: [...stale], orphaned: [...orphaned] };
}

/**
 * Differences that are still there at a second look and that nobody is about to deliver: rows change while one compares.
 */
export async function confirmDifferences(
  engine: SearchEngine,
  books: MirrorBooks,
  definition: MirrorDefinition,
  uid: string,
  found: Differences,
): Promise<Differences> {
  const still = async (
    ids: readonly string[],
    isStill: (held: string | undefined, row: MirroredRow | undefined, inGap: boolean) => boolean,
  ) => {
    const out: string[] = [];
    for (let at = 0; at < ids.length; at += 500) {
      const some = ids.slice(at, at + 500);
      const { gap, waiting } = await books.known(definition.name, some);
      const held = new Map((await engine.fingerprints(uid, some)).map(({ id, h }) => [id, h]));
      const rows = new Map((await definition.load(some)).map((row) => [row.id, row]));
      out.push(...some.filter((id) => !waiting.has(id) && isStill(held.get(id), rows.get(id), gap.has(id))));
    }
    return out;
  };
  const hashOf = (row: MirroredRow | undefined) =>
    row?.document ? fingerprint(row.document, definition.mapperVersion).h : undefined;
  return {
    rows: found.rows,
    missing: await still(
      found.missing,
      (held, row, inGap) =>
        row !== undefined && !inGap && (!row.whole || (row.document !== null && held === undefined)),
    ),
    stale: await still(found.stale, (held, row) => held !== undefined && held !== hashOf(row)),
    orphaned: await still(found.orphaned, (held, row) => held !== undefined && !row?.document),
  };
}
