// One log line and one measurement per request: ids, status and duration; never the address as typed, a query,
// a header or a body. Written with pino directly: pino-http makes two child loggers per request, which cost more
// than everything else between the socket and the handler.
import type { Request, Response } from 'express';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { RequestContext } from './context.ts';

export type Observe = (request: Request, response: Response, context: RequestContext) => void;

/** @returns a function that is told of a request when it begins, and notes how it ends */
export function createObserver(logger: Logger, metrics: Metrics): Observe {
  // Every member of the line is an id or a number, so there is nothing to redact, and redaction is not free.
  const lines = logger.child({}, { redact: [] });
  return (request, response, context) => {
    // `close` comes after a whole answer as well as after a caller who left.
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - context.startedAt) / 1e9;
      const finished = response.writableFinished;
      const status = response.statusCode;
      if (finished) metrics.observeRequest(context.route, status, seconds);
      lines[status >= 500 ? 'warn' : 'info'](
        {
          requestId: context.requestId,
          method: request.method,
          route: context.route,
          actor: context.actor?.id,
          status,
          ms: Math.round(seconds * 1e5) / 100,
        },
        finished ? 'answered' : 'caller left',
      );
    });
  };
}
