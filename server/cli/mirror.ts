// Commands on the search mirror: `izdoo mirror …`.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Mirror, MirrorStatus } from '../platform/search/mirror/mirror.ts';
import type { Services } from '../services.ts';
import { type CommandContext, UsageError } from './context.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);

const seconds = (from: Date | null) =>
  from ? `${Math.max(0, Math.round((Date.now() - from.getTime()) / 1000))} s` : '–';

function describe(status: MirrorStatus, rows: number): string {
  const { name, live, next, previous, waiting, gap, lastSweep } = status;
  const index = (row: typeof live) =>
    row
      ? `${row.uid}, schema ${row.schemaVersion}, documents of version ${row.mapperVersion}${row.problem ? ` (${row.problem})` : ''}`
      : '–';
  const sweep = lastSweep
    ? `${lastSweep.at.toISOString()}: ${lastSweep.missing} missing, ${lastSweep.stale} stale, ${lastSweep.orphaned} orphaned${lastSweep.repaired ? '' : ', NOT repaired'}`
    : 'never';
  return [
    `${name}`,
    `  answers         ${index(live)}`,
    `  being built     ${next ? `${next.uid}, ${next.loaded} rows loaded${next.loadedAt ? ', being verified' : ''}` : '–'}`,
    `  kept            ${index(previous)}`,
    `  rows            ${rows}, of which PostgreSQL answers for ${gap.rows} (${gap.quarantined} refused by the engine)`,
    `  not confirmed   ${waiting.rows}, the oldest for ${seconds(waiting.oldestAt)}`,
    `  last sweep      ${sweep}`,
  ].join('\n');
}

/** Rounds until nothing is being built; beside a running worker the two take turns. */
async function buildToTheEnd(mirror: Mirror, name: string): Promise<void> {
  const rows = await mirror.countRows(name);
  for (let last = ''; ; ) {
    const outcome = await mirror.cycle();
    const status = (await mirror.status()).find((one) => one.name === name);
    if (!status?.next && status?.live) return;
    const line = `${status?.next?.loaded ?? 0} of ${rows} rows`;
    if (line !== last) print(line);
    last = line;
    if (outcome !== 'busy') await sleep(200);
  }
}

export function registerMirrorCommands(program: Command, context: CommandContext): void {
  const mirror = program.command('mirror').description('the search mirror in Meilisearch (MEILI_URL)');
  const onMirror = (work: (mirror: Mirror, services: Services) => Promise<void>) => () =>
    context.withServices((services) => {
      if (!services.mirror) throw new UsageError('MEILI_URL is not set: there is no mirror');
      return work(services.mirror.mirror, services);
    });
  const onEach = (work: (mirror: Mirror, name: string) => Promise<void>) =>
    onMirror(async (one) => {
      for (const name of one.names) await work(one, name);
    });

  mirror
    .command('status')
    .description('what answers, what is built, what waits')
    .option('--json', 'for machines', false)
    .action(({ json }: { json: boolean }) =>
      onMirror(async (one) => {
        const status = await one.status();
        if (json) return print(JSON.stringify(status, null, 2));
        for (const entry of status) print(describe(entry, await one.countRows(entry.name)));
      })(),
    );
  mirror
    .command('verify')
    .description('compare every row with the index and change nothing; exit code 1 when something differs')
    .action(
      onEach(async (one, name) => {
        const { rows, missing, stale, orphaned } = await one.verify(name);
        print(
          `${name}: ${rows} rows, ${missing.length} missing, ${stale.length} stale, ${orphaned.length} orphaned`,
        );
        if (missing.length + stale.length + orphaned.length > 0) process.exitCode = 1;
      }),
    );
  mirror
    .command('sweep')
    .description('compare every row and deliver what differs again')
    .option('--force', 'also when more than one row in a hundred differs', false)
    .action(({ force }: { force: boolean }) =>
      onEach(async (one, name) => {
        const { rows, missing, stale, orphaned } = await one.sweep(name, { force });
        print(
          `${name}: ${rows} rows; ${missing.length} missing, ${stale.length} stale, ${orphaned.length} orphaned are delivered again`,
        );
      })(),
    );
  mirror
    .command('rebuild')
    .description('build a new index beside the one that answers, and let it answer when it is complete')
    .option('--back', 'let the index answer again that answered before the last rebuild', false)
    .action(({ back }: { back: boolean }) =>
      onEach(async (one, name) => {
        if (back) {
          if (!(await one.goBack(name))) throw new UsageError(`${name}: no earlier index is kept`);
          print(`${name}: the earlier index answers`);
          return;
        }
        const started = performance.now();
        await one.rebuild(name);
        await buildToTheEnd(one, name);
        print(
          `${name}: the new index answers after ${Math.round((performance.now() - started) / 100) / 10} s`,
        );
      })(),
    );
  mirror
    .command('retry')
    .description('try documents again that the engine refused')
    .action(
      onEach(async (one, name) => {
        for (const { id, problem } of await one.quarantined(name)) print(`${id}  ${problem}`);
        print(`${name}: ${await one.retry(name)} tried again`);
      }),
    );
  mirror
    .command('off')
    .description('forget the mirror: nothing is noted for it any more; the next start builds it anew')
    .action(onMirror(async (one) => one.switchOff()));
  mirror
    .command('keys')
    .description(
      'make the two keys that the product needs; MEILI_KEY has to be the master key for this command',
    )
    .option('--drop-others', 'take away every other key, also those that the engine made by itself', false)
    .action(({ dropOthers }: { dropOthers: boolean }) =>
      onMirror(async (_, { mirror: services }) => {
        for (const line of (await services?.makeKeys(dropOthers)) ?? []) print(line);
      })(),
    );
}
