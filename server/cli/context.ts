// What a command may use: settings and, when it asks, the services on this installation's database.

import { type Config, readConfig } from '../config.ts';
import { type Actor, systemActor } from '../domain/access/actor.ts';
import { kindOf, refuseWrongDatabase } from '../platform/database/installation.ts';
import { migrate } from '../platform/database/migrate.ts';
import { waitForDatabase } from '../platform/database/patience.ts';
import { type DatabaseServer, openTool } from '../platform/database/server.ts';
import { newId } from '../platform/ids.ts';
import { createLogger } from '../platform/logger.ts';
import { projectPath } from '../platform/paths.ts';
import { createServices, type Services } from '../services.ts';

/** A mistake of the person at the keyboard: shown without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface CommandContext {
  readonly config: Config;
  /** Runs `work` on the installation's database (started for a while when no server runs), then closes it. */
  withServices<T>(work: (services: Services, database: DatabaseServer) => Promise<T>): Promise<T>;
}

/** The person at the console acts as the system; the trace names the command. */
export const consoleActor = (command: string): Actor => systemActor(`console:${command}`, newId());

export function createContext(): CommandContext {
  const config = readConfig();
  return {
    config,
    async withServices(work) {
      const database = await openTool(config);
      try {
        const logger = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel);
        await waitForDatabase(database.url, logger);
        await refuseWrongDatabase(database.url, kindOf(config));
        await migrate(database.url, projectPath('prisma', 'migrations'));
        const services = createServices(config, { databaseUrl: database.url, logger });
        try {
          await services.database.patiently(() => services.prepare());
          return await work(services, database);
        } finally {
          await services.close();
        }
      } finally {
        await database.stop();
      }
    },
  };
}
