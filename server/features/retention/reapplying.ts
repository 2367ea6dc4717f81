// After an older database was restored: what was erased since then is there again, and goes again.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import type { LedgerFile } from '../../platform/files/ledger-file.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { type Erase, lineOf, subjectKey } from './erasing.ts';
import type { LedgerStore } from './ledger-store.ts';
import { type ErasedKind, PLACES } from './places.ts';
import type { Prove } from './proving.ts';
import { createRestoredStore } from './restored-store.ts';

export interface Reapplied {
  /** Entries outside of the database, and those among them that it did not know. */
  readonly entries: number;
  readonly unknown: number;
  /** Records that were there again and are erased now. */
  readonly erased: number;
  readonly proved: number;
}

export interface ReapplyingParts {
  readonly database: Database;
  readonly vault: Pick<Vault, 'digest'>;
  readonly ledger: LedgerStore;
  readonly ledgerFile: LedgerFile;
  readonly erase: Erase;
  readonly prove: Prove;
}

const kinds = Object.keys(PLACES) as ErasedKind[];
const hex = z.hex().length(64);
const line = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum(kinds as [ErasedKind, ...ErasedKind[]]),
  rule: z.string(),
  state: z.string(),
  places: z.record(z.string(), z.number()),
  subjectKey: hex,
  numberKey: hex,
});

const PAGE = 2_000;

export function createReapplying({ database, vault, ledger, ledgerFile, erase, prove }: ReapplyingParts) {
  const restored = createRestoredStore(database.pool);

  /** Entries that a crash kept from the list outside are added to it; those that only it knows come back. */
  async function exchange(): Promise<{ entries: z.output<typeof line>[]; unknown: number }> {
    const lines = (await ledgerFile.read()).flatMap((one) => line.safeParse(one).data ?? []);
    const outside = new Set(lines.map(({ id }) => id));
    for (let after: string | null = null; ; ) {
      const rows = await ledger.after(after, PAGE);
      await ledgerFile.append(rows.filter(({ id }) => !outside.has(id)).map(lineOf));
      after = rows.at(-1)?.id ?? null;
      if (after === null) break;
    }
    const known = await ledger.known([...outside]);
    const unknown = lines.filter(({ id }) => !known.has(id));
    await restored.insert(unknown);
    return { entries: lines, unknown: unknown.length };
  }

  return async function reapply(actor: Actor): Promise<Reapplied> {
    const { entries, unknown } = await exchange();
    let erased = 0;
    for (const kind of kinds) {
      const keys = new Map(entries.filter((one) => one.kind === kind).map((one) => [one.subjectKey, one]));
      if (keys.size === 0) continue;
      for await (const named of restored.living(kind)) {
        const entry = keys.get(subjectKey(vault, named.id).toString('hex'));
        if (!entry) continue;
        const { rule } = entry;
        erased += (await erase(actor, kind, [{ ...named, rule }], async (ids) => new Set(ids))).length;
      }
    }
    return { entries: entries.length, unknown, erased, proved: await prove(actor, null) };
  };
}
