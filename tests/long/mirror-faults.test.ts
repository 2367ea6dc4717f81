// The search mirror while its engine, its disk, its worker or its database breaks. After each: every row of both indexes is
// PostgreSQL's; and meanwhile nobody wanted was missed, and nobody withdrawn was shown.
//
//   MIRROR_FAULT_PERSONS=20000 MIRROR_FAULT_CHANGES=100000 npm run test:long -- tests/long/mirror-faults.test.ts
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';
import { breakDatabase } from '../support/border-run.ts';
import { hasOwnEngine } from '../support/meilisearch.ts';
import { type MirrorLab, openMirrorLab } from '../support/mirror-lab.ts';
import type { ProductProcess } from '../support/server-process.ts';

const PERSONS = Number(process.env['MIRROR_FAULT_PERSONS'] ?? 3_000);
const CHANGES = Number(process.env['MIRROR_FAULT_CHANGES'] ?? 100_000);
const DISK = '300m';

/** Root can give the engine a small disk of its own. */
async function smallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'izdoo-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], { stdio: 'pipe' });
    return folder;
  } catch {
    process.stderr.write('SKIPPED: a full disk of the search engine needs root, to mount a small one\n');
    return null;
  }
}

describe.skipIf(!hasOwnEngine)('the mirror in trouble', () => {
  let lab: MirrorLab;
  let worker: ProductProcess;
  let engineVersion: string;
  const report: object[] = [];
  const startedAt = new Date();
  const loadBefore = loadavg()[0];

  const killWorker = async () => {
    worker.signal('SIGKILL');
    await worker.ended;
  };

  /** Runs one trouble with somebody asking all the while; everything has to be right at its end. */
  async function endure(what: string, trouble: () => Promise<object>): Promise<void> {
    await lab.withdraw();
    const stopWatching = lab.watch();
    const began = performance.now();
    const done = await trouble()
      .then(async (facts) => ({ ...facts, indexes: await lab.settled() }))
      .finally(stopWatching);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const { wrong, ...seen } = await stopWatching();
    report.push({ what, seconds, ...done, meanwhile: { ...seen, wrong: wrong.length } });
    expect(wrong).toEqual([]);
    expect(seen.searches + seen.checks).toBeGreaterThan(0);
    for (const index of done.indexes)
      expect(index).toMatchObject({ missing: 0, stale: 0, orphaned: 0, documents: index.expected });
  }

  beforeAll(async () => {
    lab = await openMirrorLab(PERSONS);
    engineVersion = await lab.direct.version();
    worker = lab.work();
    await lab.settled();
  }, 300_000);
  afterAll(async () => {
    const text = (command: string, ...args: string[]) =>
      execFileSync(command, args, { encoding: 'utf8' }).trim();
    await lab?.close();
    const all = {
      at: startedAt.toISOString(),
      seconds: Math.round((Date.now() - startedAt.getTime()) / 1_000),
      commit: text('git', 'rev-parse', '--short', 'HEAD'),
      engineVersion,
      machine: { cores: availableParallelism(), loadBefore, loadAfter: loadavg()[0] },
      persons: PERSONS,
      troubles: report,
    };
    await writeFile(
      projectPath('bench', 'mirror', 'results', 'fault-run.json'),
      `${JSON.stringify(all, null, 2)}\n`,
    );
  }, 60_000);

  test('the engine is killed while it takes in batches', () =>
    endure('engine killed in the middle of batches', async () => {
      const notes = await lab.change(PERSONS);
      await sleep(700);
      await lab.engine.kill();
      const waiting = await lab.waiting();
      await sleep(2_000);
      await lab.engine.start();
      return { notes, waitingWhenKilled: waiting };
    }));

  test('the engine is stopped and goes on', () =>
    endure('engine stopped (SIGSTOP) for 5 s', async () => {
      lab.engine.signal('SIGSTOP');
      const notes = await lab.change(1_000);
      await sleep(5_000);
      lab.engine.signal('SIGCONT');
      return { notes };
    }));

  test('the engine comes back empty', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'izdoo-engine-empty-'));
    await endure('engine restarted with an empty data folder', async () => {
      await lab.engine.kill();
      await lab.engine.start(empty);
      return { notes: await lab.change(500) };
    });
    await endure('engine restarted with its old data folder, of before', async () => {
      await lab.engine.kill();
      await lab.engine.start();
      return { notes: await lab.change(500) };
    });
    await rm(empty, { recursive: true, force: true });
  });

  test('the worker has a wrong key', () =>
    endure('wrong key', async () => {
      await killWorker();
      worker = lab.work({ MEILI_KEY: 'another-key-than-the-engine-has-0123456789' });
      const notes = await lab.change(500);
      await sleep(4_000);
      const waiting = await lab.waiting();
      expect(waiting).toBeGreaterThan(0);
      await killWorker();
      worker = lab.work();
      return { notes, waitingWithTheWrongKey: waiting };
    }));

  test('the settings are older or newer than the program', async () => {
    await endure('settings of an older program in the engine', async () => {
      await killWorker();
      await lab.direct.apply('persons', { stopWords: ['ибн'], searchCutoffMs: 17 });
      await lab.direct.apply('cases', { dictionary: ['ст. 1'] });
      worker = lab.work();
      const notes = await lab.change(500);
      // The worker compares when it starts: it builds anew beside the index that answers.
      await expect
        .poll(async () => (await lab.direct.settings('persons')).stopWords, { timeout: 120_000 })
        .toEqual([]);
      await expect
        .poll(async () => (await lab.direct.settings('cases')).dictionary, { timeout: 120_000 })
        .toEqual([]);
      return { notes };
    });
    await endure('settings of a newer program in the books', async () => {
      await lab.query('update mirror_index set schema_version = schema_version + 1');
      const notes = await lab.change(500);
      await sleep(4_000);
      const waiting = await lab.waiting();
      expect(waiting).toBeGreaterThanOrEqual(notes);
      await lab.query('update mirror_index set schema_version = schema_version - 1');
      return { notes, waitingForTheNewerProgram: waiting };
    });
  });

  test('the worker is killed in the middle of a drain', () =>
    endure('worker killed in the middle of a drain', async () => {
      const notes = await lab.change(PERSONS);
      await sleep(700);
      await killWorker();
      const waiting = await lab.waiting();
      await sleep(1_000);
      worker = lab.work();
      return { notes, waitingWhenKilled: waiting };
    }));

  test('the database is killed', () =>
    endure('database killed', async () => {
      const notes = await lab.change(PERSONS);
      await sleep(500);
      const awayMs = await breakDatabase(lab.dataDir, 'SIGQUIT');
      return { notes, awayMs };
    }));

  test('very many changes come while an index is rebuilt', () =>
    endure(`${CHANGES} changes while a rebuild runs`, async () => {
      for (const name of lab.mirror.names) await lab.mirror.rebuild(name);
      let notes = 0;
      let most = 0;
      while (notes < CHANGES) {
        notes += await lab.change(PERSONS);
        most = Math.max(most, await lab.waiting());
      }
      return { notes, mostWaiting: most };
    }));

  test('the disk of the engine is full', async () => {
    const disk = await smallDisk();
    if (disk === null) return;
    try {
      await lab.engine.kill();
      await lab.engine.start(disk);
      await lab.change(1);
      await lab.settled();
      await endure(`disk of the engine full (${DISK})`, async () => {
        const { bavail, bsize } = await statfs(disk);
        // What does not fit is the point.
        await writeFile(join(disk, 'ballast'), Buffer.alloc(bavail * bsize)).catch(() => undefined);
        const notes = await lab.change(PERSONS);
        await sleep(8_000);
        const waiting = await lab.waiting();
        await rm(join(disk, 'ballast'));
        return { notes, waitingWhileFull: waiting };
      });
    } finally {
      await lab.engine.kill();
      execFileSync('umount', [disk]);
      await rm(disk, { recursive: true });
    }
  });
});
