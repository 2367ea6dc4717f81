// Fills an index that is being built, stretch by stretch in order of id. Within a stretch the engine works on one page
// while the next is made; between two stretches nothing is under way, so that changes are delivered in their turn.
import type { SearchEngine } from '../meilisearch/engine.ts';
import type { IndexRow, MirrorBooks } from './books.ts';
import type { MirrorDefinition } from './definition.ts';
import { type Sent, send, settle } from './deliver.ts';

const PAGE = 2_500;
const PAGES = 5;

export interface Surroundings {
  readonly engineVersion: string;
  readonly at: Date;
  readonly signal?: AbortSignal;
}

/** @returns true when the last row is loaded and confirmed */
export async function loadStretch(
  engine: SearchEngine,
  books: MirrorBooks,
  definition: MirrorDefinition,
  next: Pick<IndexRow, 'uid' | 'loadedTo'>,
  { engineVersion, at, signal }: Surroundings,
): Promise<boolean> {
  const sent: Sent[] = [];
  let after = next.loadedTo;
  let atEnd = false;
  while (!atEnd && sent.length < PAGES) {
    const rows = await definition.page(after, PAGE);
    after = rows.at(-1)?.id ?? after;
    atEnd = rows.length < PAGE;
    // What has no document is not sent: in a new index there is nothing to delete.
    const documents = rows.filter(({ document }) => document !== null);
    sent.push({ ...(await send(engine, definition, [next.uid], documents, [])), rows });
  }
  for (const page of sent) {
    const delivered = await settle(engine, page, signal);
    await books.confirm({
      ...delivered,
      name: definition.name,
      notes: [],
      engineVersion,
      at,
    });
    const last = page.rows.at(-1);
    if (last) await books.progress(next.uid, last.id, page.rows.length);
  }
  return atEnd;
}
