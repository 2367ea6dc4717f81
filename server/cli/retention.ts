// Commands of retention: carry out what is due now, and erase again what a restored database brought back.
import type { Command } from 'commander';
import { type CommandContext, consoleActor } from './context.ts';

const print = (result: object): void => void process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);

export function registerRetentionCommands(program: Command, context: CommandContext): void {
  const retention = program.command('retention').description('erasure of what is kept long enough');
  retention
    .command('run')
    .description('restrict, erase, purge and mask what is due now, as the night does')
    .option('--minutes <n>', 'at most so long', '60')
    .action(({ minutes }: { minutes: string }) =>
      context.withServices(async (services) =>
        print(await services.retention.runNight(consoleActor('retention run'), Number(minutes) * 60_000)),
      ),
    );
  retention
    .command('reapply')
    .description('after a restore: erase again what erasure-ledger.jsonl says was erased')
    .action(() =>
      context.withServices(async (services) =>
        print(await services.retention.reapply(consoleActor('retention reapply'))),
      ),
    );
}
