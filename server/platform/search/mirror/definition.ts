// What the mirror has to know of an index: its settings, how its documents are made, and what PostgreSQL asks instead.
import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import type { Fingerprint } from '../meilisearch/engine.ts';

/** A row as the index should hold it. */
export interface MirroredRow {
  readonly id: string;
  /** Null: nothing of it is for everybody; it must not be in the index. */
  readonly document: { readonly id: string } | null;
  /** False when some reader may use more of the row than the document tells: PostgreSQL answers for it as well. */
  readonly whole: boolean;
}

/** A kind of rows with their documents; persons, cases. */
export interface MirrorSource {
  /** Name of the index in the engine, and in the triggers that note changes. */
  readonly name: string;
  /** Goes up whenever the same row would give another document. */
  readonly mapperVersion: number;
  /** @returns the current state of the rows that exist, made from one look at the database */
  load(ids: readonly string[]): Promise<MirroredRow[]>;
  /** @returns the rows after `after` in order of id */
  page(after: string | null, limit: number): Promise<MirroredRow[]>;
  /** @returns how many rows there are */
  count(): Promise<number>;
}

/** A source with the settings of its index. */
export interface MirrorDefinition extends MirrorSource {
  readonly schemaVersion: number;
  readonly settings: Settings;
  readonly settingsHash: string;
}

/** @returns the document with `h`: what it is made of and by which version of the mapper */
export function fingerprint(document: { readonly id: string }, mapperVersion: number): Fingerprint {
  const hash = createHash('sha256')
    .update(`${mapperVersion}:`)
    .update(JSON.stringify(document))
    .digest('hex');
  return { ...document, h: `${mapperVersion}:${hash.slice(0, 16)}` };
}
