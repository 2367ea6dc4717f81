// Copies for posts without a line: `izdoo offline key`, `trust`, `export`, and the small reader `izdoo offline check`.
import { readFile, writeFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Actor } from '../domain/access/actor.ts';
import { createNameEngine } from '../domain/names/engine.ts';
import { readTraveller, type Traveller } from '../features/checks/traveller.ts';
import { CopyRefused, openCopy } from '../features/offline/reader.ts';
import { newId } from '../platform/ids.ts';
import { loadNameTables } from '../platform/name-tables/name-tables.ts';
import { makeDeviceKey, UnreadableSealedFile } from '../platform/security/sealed-file.ts';
import type { Services } from '../services.ts';
import { type CommandContext, UsageError } from './context.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);

const written = (path: string, content: string, mode: number) =>
  writeFile(path, content, { mode, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === 'EEXIST' ? `${path} is there already` : error.message);
  });

const given = (path: string) =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.message);
  });

const givenOrNone = (path: string) =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** The person or system in whose name the copy is made: whoever sits at the console has no right of his own. */
async function actorOf({ authenticator }: Services, token: string): Promise<Actor> {
  const actor = await authenticator.authenticate({
    authorization: `Bearer ${token.trim()}`,
    cookies: {},
    ip: null,
    userAgent: 'izdoo offline export',
    requestId: newId(),
    locale: 'en',
  });
  if (!actor) throw new UsageError('an access token or API key is expected on standard input');
  return actor;
}

interface CheckOptions {
  readonly copy: string;
  readonly key: string;
  readonly trust: string;
  readonly mrz?: string;
  readonly family?: string;
  readonly given?: string;
  readonly birth?: string;
  readonly document?: string;
  readonly nationalId?: string;
}

function travellerOf({ mrz, family, given, birth, document, nationalId }: CheckOptions): Traveller {
  if (mrz !== undefined) return { mrz: mrz.replaceAll('/', '\n'), corrections: [] };
  return {
    fields: {
      ...(family !== undefined && { family }),
      ...(given !== undefined && { given }),
      ...(birth !== undefined && { birthDate: birth }),
      ...(document !== undefined && { document: { number: document } }),
      ...(nationalId !== undefined && { nationalId: { scheme: 'OTHER', value: nationalId } }),
    },
  };
}

/** Two answers, and everything else is a refusal: nothing here may look like an answer of the registry. */
async function check(options: CheckOptions): Promise<void> {
  const engine = createNameEngine(loadNameTables());
  const now = new Date();
  const { match } = readTraveller(travellerOf(options), engine.analyse, now, 'UTC');
  const notes = `${options.key}.seen`;
  const keys = { devicePrivatePem: await given(options.key), trustedPem: await given(options.trust) };
  try {
    const copy = openCopy(await given(options.copy), keys, await givenOrNone(notes), engine, now);
    const answer = copy.ask(match);
    // Before the answer is told: a device that cannot keep its notes could be asked by any clock.
    await writeFile(notes, copy.note, { mode: 0o600 });
    print(answer.refer ? 'REFER' : `NO MATCH IN A COPY OF ${answer.copyOf.toISOString()}`);
  } catch (error) {
    if (!(error instanceof CopyRefused || error instanceof UnreadableSealedFile)) throw error;
    throw new UsageError(`REFUSED: ${error.message}. Follow the paper procedure.`);
  }
}

export function registerOfflineCommands(
  program: Command,
  context: CommandContext,
  input: NodeJS.ReadableStream = process.stdin,
): void {
  const offline = program.command('offline').description('copies for posts without a line');
  offline
    .command('key')
    .argument('<file>', 'where the private key is kept; the public one is put beside it as <file>.pub')
    .description('make the key of a device, on the device')
    .action(async (file: string) => {
      const { privatePem, publicPem } = makeDeviceKey();
      await written(file, privatePem, 0o600);
      await written(`${file}.pub`, publicPem, 0o644);
    });
  offline
    .command('trust')
    .description('print the public key by which devices know copies of this installation')
    .action(() => context.withServices(async ({ offline: copies }) => print(copies.trustedPem.trim())));
  offline
    .command('export')
    .requiredOption('--post <name>', 'the post or device that the copy is for; stands in the audit log')
    .requiredOption('--device <file>', 'public key of the device')
    .requiredOption('--out <file>', 'where the copy is written')
    .description(
      'make a copy that one device can read for 48 hours; standard input: access token or API key with offline.export',
    )
    .action((options: { post: string; device: string; out: string }) =>
      context.withServices(async (services) => {
        const actor = await actorOf(services, await readAll(input));
        const made = await services.offline.exportFor(actor, options.post, await given(options.device));
        await written(options.out, made.text, 0o600);
        print(
          `${made.persons} persons, copy ${made.id} of ${made.at.toISOString()}, until ${made.expiresAt.toISOString()}`,
        );
      }),
    );
  offline
    .command('check')
    .requiredOption('--copy <file>')
    .requiredOption('--key <file>', 'private key of this device; what it has seen is kept beside it')
    .requiredOption('--trust <file>', 'what `izdoo offline trust` printed')
    .option('--mrz <zone>', 'lines of the machine-readable zone with / between them')
    .option('--family <name>')
    .option('--given <names>')
    .option('--birth <date>', '1975-03-21, 1975-03 or 1975')
    .option('--document <number>')
    .option('--national-id <number>')
    .description(
      'ask a copy: REFER, or NO MATCH IN A COPY OF its time; exit code 2 when it refuses to answer',
    )
    .action(check);
}
