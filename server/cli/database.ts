// Commands on the registry as a whole: migrate, seed, the API description.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { loadDemo } from '../composition/demo.ts';
import { seedPopulation } from '../features/seed/service.ts';
import { buildOpenApi } from '../platform/http/openapi.ts';
import { createLogger } from '../platform/logger.ts';
import { createRoutes } from '../routes.ts';
import { createServices } from '../services.ts';
import { type CommandContext, consoleActor, UsageError } from './context.ts';
import { createProgress, type Progress } from './progress.ts';

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
}

export function registerDatabaseCommands(program: Command, context: CommandContext): void {
  program
    .command('migrate')
    .description('bring the database to the newest schema (also done at every start)')
    .action(() =>
      context.withServices(async () => void process.stdout.write('the database is up to date\n')),
    );

  program
    .command('seed')
    .description('load the fictional demo data, or with --persons a population of invented persons')
    .option('--persons <n>', 'how many invented persons to add', wholeNumber)
    .option(
      '--seed <n>',
      'start of the random series: the same number makes the same persons',
      wholeNumber,
      1,
    )
    .action(({ persons, seed }: { persons?: number; seed: number }) => {
      // Invented persons among real ones would be searched for and could not be told apart again.
      if (context.config.production) throw new UsageError('production refuses demo data');
      return context.withServices(async (services, database) => {
        if (persons === undefined) {
          const added = await loadDemo(services, context.config, database.url);
          process.stdout.write(added === 0 ? 'the demo data is there already\n' : `${added} demo persons\n`);
          return;
        }
        const progress = createProgress('persons', persons);
        await seedPopulation(services, consoleActor('seed'), {
          persons,
          seed,
          threads: availableParallelism(),
          onProgress: progress.update,
        });
        progress.end();
      });
    });

  program
    .command('reindex')
    .description('make search rows anew without downtime, after a change of the name keys')
    .option('--all', 'every row, not only those whose keys are of another version', false)
    .action(({ all }: { all: boolean }) =>
      context.withServices(async ({ persons }) => {
        let progress: Progress | undefined;
        const rows = await persons.reindex(consoleActor('reindex'), {
          all,
          onProgress: (done, total) => {
            progress ??= createProgress('rows', total);
            progress.update(done);
          },
        });
        progress?.end();
        process.stdout.write(`${rows} rows made anew\n`);
      }),
    );

  program
    .command('openapi')
    .description('print the OpenAPI 3.1 description of the API')
    .option('--out <file>', 'write it to a file instead')
    .action(({ out }: { out?: string }) => {
      // Services connect when they are first used; describing the routes never uses them.
      const logger = createLogger('silent');
      const services = createServices(context.config, {
        databaseUrl: 'postgresql://127.0.0.1:1/none',
        logger,
      });
      const text = `${JSON.stringify(buildOpenApi(createRoutes(services)), null, 2)}\n`;
      if (out === undefined) process.stdout.write(text);
      else writeFileSync(out, text);
    });
}
