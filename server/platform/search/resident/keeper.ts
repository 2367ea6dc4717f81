// Keeps a register of names and dates in the memory of this process: fills it, applies what changes, says where it stands.
//
// It gives ids and no more. Whoever asks it reads their rows afresh, and beside them everybody who changed since the position
// (`changes.ts`): a register that is behind misses nobody, and one that knows too much brings nobody back.
import type { Pool } from 'pg';
import { againAndAgain, type Repeated } from '../../again.ts';
import type { Logger } from '../../logger.ts';
import { createGiveWay } from '../../turns.ts';
import { allRows, beginPosition, changedRows, type RegisterRow } from './changes.ts';
import { datedPerson, type KeptNames } from './names-register.ts';

export interface RegisterFigures {
  /** It may be asked. */
  readonly ready: boolean;
  readonly persons: number;
  readonly words: number;
  /** Since changes were last applied; null while it may not be asked. */
  readonly behindSeconds: number | null;
}

export interface Standing<Names extends KeptNames> {
  readonly names: Names;
  /** What `sincePosition` asks with. To be taken before the names are asked, or in the same breath. */
  readonly position: string;
}

export interface ResidentNames<Names extends KeptNames> {
  /** Begins to fill it; without that nothing is ever read. */
  start(): void;
  stop(): Promise<void>;
  /** Null while it is being filled. */
  current(): Standing<Names> | null;
  /** Applies at once everything that is committed by now, if the database answers. */
  catchUp(): Promise<void>;
  /** Resolves when it may be asked for the first time, or was stopped before. */
  settled(): Promise<void>;
  figures(): RegisterFigures;
}

export interface RegisterParts<Names extends KeptNames> {
  readonly pool: Pool;
  readonly createRegister: () => Names;
  /**
   * Rows of another version may hold names in another form and are left out. Statements that ask with the register have to look for
   * such rows, as all do (`stale` in postgres/rows.ts), and answer without it while there are any.
   */
  readonly keyVersion: number;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

const EVERY_MS = 1_000;

export function createResidentNames<Names extends KeptNames>(
  parts: RegisterParts<Names>,
): ResidentNames<Names> {
  const { pool, createRegister, keyVersion, logger } = parts;
  let standing: (Standing<Names> & { readonly at: number }) | null = null;
  let loop: Repeated | null = null;
  let stopping = false;
  let isWarned = false;
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  async function take(names: Names, rows: readonly RegisterRow[]): Promise<void> {
    const giveWay = createGiveWay();
    for (const row of rows) {
      if (row.keyVersion === keyVersion) names.put(datedPerson(row.id, row));
      else names.remove(row.id);
      await giveWay();
    }
  }

  /** @returns where the names stand now; null when they cannot be brought up to date */
  async function apply({ names, position }: Standing<Names>): Promise<Standing<Names> | null> {
    const pages = changedRows(pool, position);
    for (;;) {
      const { done, value } = await pages.next();
      if (done) return value === null ? null : { names, position: value };
      if (stopping) return { names, position };
      await take(names, value);
    }
  }

  async function fill(): Promise<Standing<Names> | null> {
    const began = performance.now();
    const names = createRegister();
    const position = await beginPosition(pool);
    for await (const rows of allRows(pool)) {
      await take(names, rows);
      if (stopping) return null;
    }
    // Also the proof that all pages were of one life of the database.
    const filled = await apply({ names, position });
    const { persons, words } = names;
    if (filled)
      logger.info(
        { persons, words, seconds: (performance.now() - began) / 1_000 },
        'the register of names is filled',
      );
    return filled;
  }

  async function pass(): Promise<void> {
    if (stopping) return;
    try {
      const before = standing;
      const reached = await (before ? apply(before) : fill());
      if (before && !reached) logger.warn('the register of names cannot be kept current: it is filled anew');
      standing = reached && { ...reached, at: performance.now() };
      isWarned = false;
      if (standing) settle();
    } catch (error) {
      if (!isWarned) logger.warn({ err: error }, 'the register of names gets no changes: it is tried again');
      isWarned = true;
    }
  }

  /** One pass at a time; whoever asks meanwhile shares the one after it. */
  function catchUp(): Promise<void> {
    next ??= running.then(() => {
      next = null;
      running = pass();
      return running;
    });
    return next;
  }

  return {
    start() {
      if (stopping) return;
      loop ??= againAndAgain(async () => {
        await catchUp();
        return EVERY_MS;
      });
    },
    async stop() {
      stopping = true;
      settle();
      await loop?.stop();
      await running;
    },
    current: () => standing,
    catchUp,
    settled: () => settled,
    figures: () => ({
      ready: standing !== null,
      persons: standing?.names.persons ?? 0,
      words: standing?.names.words ?? 0,
      behindSeconds: standing && (performance.now() - standing.at) / 1_000,
    }),
  };
}
