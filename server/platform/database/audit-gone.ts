// Months of the audit log that were taken away when their legal time was over: a signed note says which rows went.
import type pg from 'pg';
import type { AuditSigner } from './audit-signer.ts';

/** What stands in the place of the rows of one month. */
export interface GoneMonth {
  /** 2023-11 */
  readonly month: string;
  readonly rows: number;
  /** Ids of the rows, as PostgreSQL writes an int8multirange: `{[1,5),[7,9)}`. */
  readonly ids: string;
  readonly goneAt: Date;
}

export interface GoneNote extends GoneMonth {
  readonly keyId: string;
  readonly signature: Buffer;
}

/** What is signed: without the secret of the installation nobody excuses a row that is missing. */
export const noteBytes = ({ month, rows, ids, goneAt }: GoneMonth): Buffer =>
  Buffer.from(`izdoo audit month gone 1\n${month}\n${rows}\n${ids}\n${goneAt.toISOString()}\n`);

export async function readGone(client: Pick<pg.PoolClient, 'query'>): Promise<GoneNote[]> {
  const { rows } = await client.query<GoneNote>(
    `select month, rows::float8 as rows, ids, gone_at as "goneAt", key_id as "keyId", signature
     from audit_gone order by month`,
  );
  return rows;
}

export const isGenuine = (note: GoneNote, signer: AuditSigner): boolean =>
  note.keyId === signer.keyId && signer.verify(noteBytes(note), note.signature);

type Range = readonly [from: bigint, until: bigint];

const rangesOf = (ids: string): Range[] =>
  [...ids.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, until]) => [BigInt(from ?? 0), BigInt(until ?? 0)]);

/** @returns whether a row may be missing, because one of the notes names it */
export function goneRows(notes: readonly Pick<GoneMonth, 'ids'>[]): (id: string) => boolean {
  const ranges = notes
    .flatMap(({ ids }) => rangesOf(ids))
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return (text) => {
    const id = BigInt(text);
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.[0] ?? 0n) <= id) low = middle + 1;
      else high = middle;
    }
    const found = ranges[low - 1];
    return found !== undefined && id < found[1];
  };
}
