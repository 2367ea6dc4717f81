// The Express app from routes and services; it never listens.
import { join } from 'node:path';
import express, { type Express } from 'express';
import { notFound } from './domain/errors.ts';
import type { Database } from './platform/database/database.ts';
import { asProblem } from './platform/database/problems.ts';
import type { Authenticate } from './platform/http/authenticate.ts';
import { openContext } from './platform/http/context.ts';
import { metricsEndpoint } from './platform/http/metrics-endpoint.ts';
import { mountRoutes } from './platform/http/mount.ts';
import { buildOpenApi } from './platform/http/openapi.ts';
import { pagesRouter } from './platform/http/pages.ts';
import { problemHandler } from './platform/http/problem.ts';
import type { RateLimiter } from './platform/http/rate-limit.ts';
import { createObserver } from './platform/http/request-log.ts';
import type { Route } from './platform/http/route.ts';
import { screensRouter } from './platform/http/screens.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import type { Logger } from './platform/logger.ts';
import type { Metrics } from './platform/metrics.ts';
import { projectPath } from './platform/paths.ts';

export interface AppDeps {
  readonly config: {
    readonly training: boolean;
    readonly dataDir: string;
    readonly host: string;
    /** How many proxies stand in front: their X-Forwarded-For is believed. */
    readonly trustProxy: number;
    readonly metricsToken?: string | undefined;
  };
  readonly logger: Logger;
  readonly database: Pick<Database, 'record'>;
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  readonly rateLimiter: RateLimiter;
  readonly metrics: Metrics;
}

export function createApp({ config, logger, database, routes, metrics, ...deps }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  const observe = createObserver(logger, metrics);
  app.use((request, response, next) => {
    observe(request, response, openContext(request, response));
    next();
  });
  app.use(securityHeaders());
  app.use(
    mountRoutes({
      routes,
      authenticate: deps.authenticate,
      limiter: deps.rateLimiter,
      refuse: (actor, entry) => database.record(actor, entry),
      uploads: join(config.dataDir, 'uploads'),
    }),
  );
  app.get('/metrics', metricsEndpoint(metrics, { host: config.host, token: config.metricsToken }));
  app.use(screensRouter(projectPath('dist', 'web'), config));
  app.use(pagesRouter(() => buildOpenApi(routes)));
  app.use(() => {
    throw notFound();
  });
  app.use(problemHandler(logger, asProblem));
  return app;
}
