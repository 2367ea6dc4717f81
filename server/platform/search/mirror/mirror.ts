// The mirror: one writer that brings every noted change into the engine's indexes, builds them, and says how they are.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import type { SearchEngine } from '../meilisearch/engine.ts';
import { createMirrorBooks, type GapSizes, type IndexRow, type SweepRecord, type Waiting } from './books.ts';
import { compareIndex, confirmDifferences, type Differences } from './compare.ts';
import { fingerprint, type MirrorDefinition } from './definition.ts';
import { type Sent, send, settle } from './deliver.ts';
import { loadStretch } from './loader.ts';
import { findTargets, liveUid, nextUid, promote, startNext, type Targets } from './targets.ts';

/** Documents of one task. */
const BATCH = 1_000;
/** Notes taken up at once; several tasks are under way together. */
const CLAIM = 10_000;
const SETTINGS_EVERY_MS = 3_600_000;
const SAMPLES = 20;
/** A sweep that would repair more than this share of the rows, and more than so many, asks first. */
const GUARD_SHARE = 0.01;
const GUARD_ROWS = 100;

export interface MirrorParts {
  readonly pool: Pool;
  readonly engine: SearchEngine;
  readonly definitions: readonly MirrorDefinition[];
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface MirrorStatus {
  readonly name: string;
  readonly live: IndexRow | null;
  readonly next: IndexRow | null;
  readonly previous: IndexRow | null;
  readonly waiting: Waiting;
  readonly gap: GapSizes;
  readonly lastSweep: SweepRecord | null;
}

export type Mirror = ReturnType<typeof createMirror>;

/** Somebody has to look: so much differs that repairing it by itself could do harm. */
export class MirrorGuard extends Error {
  override readonly name = 'MirrorGuard';
}

export function createMirror({ pool, engine, definitions, clock, logger }: MirrorParts) {
  const books = createMirrorBooks(pool);
  const parts = { engine, books, logger };
  const settingsChecked = new Map<string, number>();

  const definitionOf = (name: string): MirrorDefinition => {
    const found = definitions.find((one) => one.name === name);
    if (!found) throw new Error(`there is no index ${name}`);
    return found;
  };

  /** Of all processes one writes at a time: an older version of a document sent later would stay. */
  async function asOnlyWriter<T>(wait: boolean, work: () => Promise<T>): Promise<T | 'elsewhere'> {
    const client = await pool.connect();
    try {
      const lock = wait ? 'pg_advisory_lock' : 'pg_try_advisory_lock';
      const { rows } = await client.query<{ got: unknown }>(
        `select ${lock}(hashtextextended('izdoo:mirror', 0)) as got`,
      );
      if (rows[0]?.got === false) return 'elsewhere';
      return await work();
    } finally {
      // The lock ends with its connection, whatever happened to it.
      client.release(true);
    }
  }

  async function targetsOf(definition: MirrorDefinition): Promise<Targets> {
    const now = clock.now();
    const last = settingsChecked.get(definition.name) ?? Number.NEGATIVE_INFINITY;
    const checkSettings = performance.now() - last > SETTINGS_EVERY_MS;
    const targets = await findTargets(parts, definition, { now, checkSettings });
    if (checkSettings) settingsChecked.set(definition.name, performance.now());
    return targets;
  }

  /** @returns how many rows were brought into the indexes */
  async function drain(
    definition: MirrorDefinition,
    uids: readonly string[],
    signal?: AbortSignal,
  ): Promise<number> {
    const { name } = definition;
    const claimed = await books.claim(name, CLAIM);
    if (claimed.length === 0) return 0;
    const engineVersion = await engine.version();
    const sent: { sent: Sent; notes: string[] }[] = [];
    for (let at = 0; at < claimed.length; at += BATCH) {
      const batch = claimed.slice(at, at + BATCH);
      const ids = batch.map(({ id }) => id);
      const rows = await definition.load(ids);
      const there = new Set(rows.map(({ id }) => id));
      const gone = ids.filter((id) => !there.has(id));
      sent.push({
        sent: await send(engine, definition, uids, rows, gone),
        notes: batch.flatMap(({ notes }) => notes),
      });
    }
    for (const { sent: batch, notes } of sent) {
      const delivered = await settle(engine, batch, signal);
      for (const { id, problem } of delivered.quarantined)
        logger.error(
          { index: name, row: id, problem },
          'the search engine refuses a document: PostgreSQL answers for it',
        );
      await books.confirm({ ...delivered, name, notes, engineVersion, at: clock.now() });
    }
    return claimed.length;
  }

  /** @returns what is wrong with a built index, or null */
  async function faultOf(definition: MirrorDefinition, uid: string): Promise<string | null> {
    const [documents, rows, gap] = [
      await engine.count(uid),
      await definition.count(),
      await books.gapSizes(definition.name),
    ];
    const wanted = rows - (gap.rows - gap.held);
    if (documents !== wanted) return `${documents} documents instead of ${wanted}`;
    for (let sample = 0; sample < SAMPLES && documents > 0; sample += 1) {
      const held = await engine.page(uid, sample === 0 ? null : randomUUID(), 100);
      const rowsOf = new Map(
        (await definition.load(held.map(({ id }) => id))).map((row) => [row.id, row.document]),
      );
      for (const { id, h } of held) {
        const document = rowsOf.get(id);
        if (!document || fingerprint(document, definition.mapperVersion).h !== h) return 'a document differs';
      }
    }
    return null;
  }

  async function build(
    definition: MirrorDefinition,
    targets: Targets & { next: IndexRow },
    drained: number,
    signal?: AbortSignal,
  ) {
    const { next } = targets;
    if (next.loadedAt === null) {
      if (!(await books.mayLoad(next.uid))) return;
      const surroundings = {
        engineVersion: await engine.version(),
        at: clock.now(),
        ...(signal && { signal }),
      };
      if (await loadStretch(engine, books, definition, next, surroundings))
        await books.allLoaded(next.uid, clock.now());
      return;
    }
    if (drained > 0) return;
    const fault = await faultOf(definition, next.uid);
    if (fault === null) return promote(parts, definition, { live: targets.live, next });
    const differences = await differencesOf(definition, next.uid);
    logger.warn(
      { index: next.uid, fault, ...countsOf(differences) },
      'a built search index was not complete',
    );
    await repair(definition.name, differences);
  }

  async function differencesOf(definition: MirrorDefinition, uid: string): Promise<Differences> {
    const found = await compareIndex(engine, books, definition, uid);
    return confirmDifferences(engine, books, definition, uid, found);
  }
  const repair = (name: string, { missing, stale, orphaned }: Differences) =>
    books.note(name, [...new Set([...missing, ...stale, ...orphaned])]);

  async function keep(definition: MirrorDefinition, signal?: AbortSignal): Promise<boolean> {
    const targets = await targetsOf(definition);
    const { live, next, previous } = targets;
    if (targets.build) {
      await startNext(parts, definition);
      return true;
    }
    const uids = [live, next, previous].flatMap((row) => (row ? [row.uid] : []));
    const drained = await drain(definition, uids, signal);
    if (next) await build(definition, { ...targets, next }, drained, signal);
    return drained > 0 || next !== null;
  }

  return {
    names: definitions.map(({ name }) => name),

    /** One round for every index. @throws EngineUnavailable: try again later, nothing is lost */
    async cycle(signal?: AbortSignal): Promise<'busy' | 'idle' | 'elsewhere'> {
      const busy = await asOnlyWriter(false, async () => {
        let any = false;
        for (const definition of definitions) any = (await keep(definition, signal)) || any;
        return any;
      });
      return busy === 'elsewhere' ? 'elsewhere' : busy ? 'busy' : 'idle';
    },

    status: (): Promise<MirrorStatus[]> =>
      Promise.all(
        definitions.map(async ({ name }) => {
          const [rows, waiting, gap, lastSweep] = await Promise.all([
            books.indexes(name),
            books.waiting(name),
            books.gapSizes(name),
            books.lastSweep(name),
          ]);
          const of = (role: IndexRow['role']) => rows.find((row) => row.role === role) ?? null;
          return {
            name,
            live: of('LIVE'),
            next: of('NEXT'),
            previous: of('PREVIOUS'),
            waiting,
            gap,
            lastSweep,
          };
        }),
      ),
    /** The next round compares the settings, whenever it did last. */
    checkSettingsNow: () => settingsChecked.clear(),
    /** How many rows an index is made of. */
    countRows: (name: string): Promise<number> => definitionOf(name).count(),

    /** Compares every row; what differs is noted and so delivered again. @throws MirrorGuard when that is too much */
    async sweep(name: string, { force = false } = {}): Promise<Differences> {
      const definition = definitionOf(name);
      const differences = await differencesOf(definition, liveUid(name));
      const counts = countsOf(differences);
      const wrong = counts.missing + counts.stale + counts.orphaned;
      const tooMuch = wrong > GUARD_ROWS && wrong > differences.rows * GUARD_SHARE;
      const repaired = force || !tooMuch;
      await books.recordSweep(name, { ...counts, at: clock.now(), rows: differences.rows, repaired });
      if (!repaired) {
        logger.error(
          { index: name, ...counts },
          'a sweep would repair so much that somebody has to look first',
        );
        throw new MirrorGuard(
          `${wrong} of ${differences.rows} rows differ: repaired only when forced; a rebuild is cleaner`,
        );
      }
      await repair(name, differences);
      return differences;
    },
    /** Compares every row and changes nothing. */
    verify: (name: string): Promise<Differences> => differencesOf(definitionOf(name), liveUid(name)),

    /** Begins a new index beside the one that answers; the rounds that follow build it and let it answer. */
    rebuild: (name: string) => asOnlyWriter(true, () => startNext(parts, definitionOf(name))),
    /** What answered before the last swap answers again. @returns false when nothing was kept */
    async goBack(name: string): Promise<boolean> {
      const done = await asOnlyWriter(true, async () => {
        const { live, previous } = await targetsOf(definitionOf(name));
        if (!live || !previous) return false;
        await engine.swap(liveUid(name), nextUid(name));
        await books.swapped(liveUid(name), nextUid(name));
        return true;
      });
      return done === true;
    },
    /** Tries what the engine refused once more. @returns how many */
    async retry(name: string): Promise<number> {
      const rows = await books.quarantined(name);
      await books.note(
        name,
        rows.map(({ id }) => id),
      );
      return rows.length;
    },
    quarantined: books.quarantined,
    /** Nothing is noted and nothing kept any more; the engine's indexes go if it answers. */
    async switchOff(): Promise<void> {
      for (const { name } of definitions) {
        await books.forget(name);
        for (const uid of [liveUid(name), nextUid(name)]) await engine.drop(uid).catch(() => undefined);
      }
    },
  };
}

const countsOf = ({ missing, stale, orphaned }: Differences) => ({
  missing: missing.length,
  stale: stale.length,
  orphaned: orphaned.length,
});
