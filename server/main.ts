// The process: opens the database, migrates, serves the API and runs the worker as ROLE says, and stops in order.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { loadDemo } from './composition/demo.ts';
import { BadSetting, type Config, readConfig, secretName } from './config.ts';
import { describeAccounts } from './features/seed/demo-accounts.ts';
import { finishSeeds } from './features/seed/service.ts';
import { createJobs } from './jobs.ts';
import { kindOf, refuseWrongDatabase, WrongDatabase } from './platform/database/installation.ts';
import { migrate } from './platform/database/migrate.ts';
import { waitForDatabase } from './platform/database/patience.ts';
import { type DatabaseServer, DataFolderInUse, openServer } from './platform/database/server.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import { projectPath } from './platform/paths.ts';
import { createRoutes } from './routes.ts';
import { createServices, type Services } from './services.ts';
import { startWorker, type Worker } from './worker.ts';

interface Running {
  server: Server | null;
  worker: Worker | null;
  services: Services;
  database: DatabaseServer;
}

async function listen(config: Config, services: Services): Promise<Server> {
  const server = createServer(
    createApp({
      ...services,
      routes: createRoutes(services),
      authenticate: services.authenticator.authenticate,
    }),
  );
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  return server;
}

async function start(config: Config, logger: Logger): Promise<Running> {
  const database = await openServer(config);
  const kept = database.keepRunning(logger);
  try {
    await waitForDatabase(database.url, logger);
    await refuseWrongDatabase(database.url, kindOf(config));
    const applied = await migrate(database.url, projectPath('prisma', 'migrations'));
    if (applied.length > 0) logger.info({ applied }, 'database migrated');
    const services = createServices(config, { databaseUrl: database.url, logger, kept });
    await services.database.patiently(async () => {
      await services.prepare();
      const rebuilt = await finishSeeds(services);
      if (rebuilt.length > 0)
        logger.warn({ rebuilt }, 'a seed had been cut off: its search indexes were built');
      if (config.demoData !== 'false') await loadDemo(services, config, database.url);
    });
    services.residentNames.start();
    const server = config.role === 'worker' ? null : await listen(config, services);
    if (server) await services.checks.resume();
    const worker = config.role === 'api' ? null : await startWorker(services, createJobs(services));
    return { server, worker, services, database };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** New requests are refused first, running ones end, then jobs, then the database: nothing is cut off. */
async function stop({ server, worker, services, database }: Running, logger: Logger): Promise<void> {
  services.lifecycle.stopping = true;
  // Open answers would hold up the end of the running ones.
  await Promise.all([services.hits.stop(), services.cases.stopFollowing()]);
  if (server) {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const impatient = setTimeout(() => server.closeAllConnections(), 8_000);
    await closed;
    clearTimeout(impatient);
  }
  await worker?.stop();
  await services.close();
  await database.stop();
  logger.info('stopped');
}

function greet(config: Config, running: Running): void {
  if (!running.server) return;
  const { port } = running.server.address() as AddressInfo;
  const address = config.publicUrl.replace(/:0$/, `:${port}`);
  const lines = ['', `Izdoo is ready:  ${address}`, `API page:        ${address}/docs`];
  if (config.training) lines.push('', 'TRAINING: all persons are invented, nothing is sent to anybody.');
  if (config.demoData !== 'false') {
    lines.push('', 'Demo accounts (all data is invented):');
    lines.push(...describeAccounts());
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  logger.info({ role: config.role, secret: undefined, key: secretName(config.secretKey) }, 'starting');
  const starting = start(config, logger);
  stopOnSignal(starting, logger);
  greet(config, await starting);
}

/** The first signal stops in order, also in the middle of the start; a second one does not wait any longer. */
function stopOnSignal(starting: Promise<Running>, logger: Logger): void {
  let stopping = false;
  const end = () => {
    if (stopping) process.exit(1);
    stopping = true;
    starting
      .then((running) => stop(running, logger))
      .then(
        () => process.exit(0),
        (error) => {
          logger.fatal({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

main().catch((error: unknown) => {
  if (error instanceof BadSetting || error instanceof DataFolderInUse || error instanceof WrongDatabase)
    process.stderr.write(`${error.message}\n`);
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    process.stderr.write(`the port is in use: set another PORT (${(error as Error).message})\n`);
  } else process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
});
