// One log line per request: ids, status and duration; never the address as typed, a query, a header or a body.
import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../logger.ts';
import { contextOf } from './context.ts';

export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (request) => contextOf(request).requestId,
    quietReqLogger: true,
    quietResLogger: true,
    wrapSerializers: false,
    // The request itself is never serialised: its address and headers may name people.
    serializers: { req: () => undefined },
    customAttributeKeys: { reqId: 'requestId' },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'warn' : 'info'),
    customSuccessObject: (request, response, { responseTime }) => ({
      method: request.method,
      route: contextOf(request).route,
      actor: contextOf(request).actor?.id,
      status: response.statusCode,
      ms: responseTime,
    }),
    customErrorObject: (request, response, _error, { responseTime }) => ({
      method: request.method,
      route: contextOf(request).route,
      actor: contextOf(request).actor?.id,
      status: response.statusCode,
      ms: responseTime,
    }),
    customSuccessMessage: (_request, response) => (response.writableFinished ? 'answered' : 'caller left'),
    customErrorMessage: () => 'failed',
  });
}
