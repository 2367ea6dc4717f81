// The exported heads of the chain: a file outside the database, so that its owner cannot rewrite the chain unseen.
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const headSchema = z.object({
  no: z.int().positive(),
  hash: z.hex().length(64),
  signature: z.hex().length(128),
  keyId: z.string(),
  at: z.iso.datetime(),
});

/** One head commits to all links before it. */
export type AuditHead = z.output<typeof headSchema>;

const NEWLINE = 0x0a;

export interface AuditHeads {
  /** Adds a head; it is on the disk when the promise resolves. */
  append(head: AuditHead): Promise<void>;
  /** How long the file is now; null when there is none. */
  size(): Promise<number | null>;
  /** The lines within the first `size` bytes; null for a line that is no head. A last line without its end is skipped. */
  read(size: number): AsyncGenerator<AuditHead | null>;
}

function parseHead(line: string): AuditHead | null {
  try {
    return headSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

export function createAuditHeads(dataDir: string): AuditHeads {
  const path = join(dataDir, 'audit-heads.jsonl');
  const size = () =>
    stat(path).then(
      (found) => found.size,
      () => null,
    );
  return {
    size,
    async append(head) {
      await mkdir(dataDir, { recursive: true });
      const file = await open(path, 'a+');
      try {
        const { size: end } = await file.stat();
        const last = Buffer.of(NEWLINE);
        if (end > 0) await file.read(last, 0, 1, end - 1);
        // A crash in the middle of a line leaves a torn one: the next must not grow on to it.
        const start = last[0] === NEWLINE ? '' : '\n';
        await file.appendFile(`${start}${JSON.stringify(head)}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
    },
    async *read(bytes) {
      const file = await open(path, 'r').catch(() => null);
      if (file === null || bytes === 0) return void (await file?.close());
      const last = Buffer.alloc(1);
      await file.read(last, 0, 1, bytes - 1);
      const torn = last[0] !== NEWLINE;
      const input = file.createReadStream({ start: 0, end: bytes - 1 });
      let held: string | null = null;
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (held !== null) yield parseHead(held);
        held = line;
      }
      if (held !== null && !torn) yield parseHead(held);
    },
  };
}

/** Writes the public key beside the heads, so that an outsider can check their signatures. */
export async function exportPublicKey(dataDir: string, pem: string): Promise<void> {
  const path = join(dataDir, 'audit-public-key.pem');
  if ((await readFile(path, 'utf8').catch(() => null)) === pem) return;
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, pem);
}
