// Commands that take backups of this installation and put one back.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Command, InvalidArgumentError } from 'commander';
import { archiveChanges, takeBackup } from '../platform/backup/backup.ts';
import { restoreBackup } from '../platform/backup/restore.ts';
import { openTool } from '../platform/database/server.ts';
import { createVault } from '../platform/security/vault.ts';
import { type CommandContext, UsageError } from './context.ts';

const run = promisify(execFile);
const print = (result: object): void => void process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);

function instant(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime()) || !/[Zz]|[+-]\d\d:?\d\d$/u.test(text))
    throw new InvalidArgumentError('an instant with its zone is expected, such as 2026-11-26T05:00:00Z');
  return date;
}

/** With a PostgreSQL of the operator's own its own tools know best; its log of changes is the operator's. */
async function backupOutside(databaseUrl: string, folder: string): Promise<void> {
  const target = join(folder, `${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`);
  await run('pg_basebackup', [
    '--dbname',
    databaseUrl,
    '--pgdata',
    target,
    '--wal-method',
    'stream',
    '--checkpoint',
    'fast',
  ]).catch((cause) => {
    throw new UsageError(`pg_basebackup failed or is not there: ${(cause as Error).message.slice(0, 200)}`);
  });
  print({ pgBasebackup: target });
}

export function registerBackupCommands(program: Command, context: CommandContext): void {
  const { config } = context;
  const vault = () => createVault(config.secretKey);
  program
    .command('backup <folder>')
    .description('copy database and files while everybody works; with DATABASE_URL through pg_basebackup')
    .option('--log', 'only the changes since: to be run every few minutes, for going back to any moment')
    .option('--keep-days <n>', 'older backups are deleted', '35')
    .action(async (folder: string, { log, keepDays }: { log?: true; keepDays: string }) => {
      if (config.databaseUrl) return backupOutside(config.databaseUrl, folder);
      const database = await openTool(config);
      try {
        const places = { databaseUrl: database.url, dataDir: config.dataDir, folder };
        if (log) print({ segments: await archiveChanges(places) });
        else print(await takeBackup(places, vault(), new Date(), Number(keepDays)));
      } finally {
        await database.stop();
      }
    });

  program
    .command('restore <folder> <name>')
    .description(
      'put a backup back into an empty DATA_DIR; then: izdoo audit verify, izdoo retention reapply',
    )
    .option('--to <instant>', 'go back to this moment instead of the newest', instant)
    .action(async (folder: string, name: string, { to }: { to?: Date }) =>
      print(await restoreBackup({ folder, name, dataDir: config.dataDir, to: to ?? null }, vault())),
    );
}
