// `/metrics`: for a collector on the same machine, or for one that knows the token; for nobody else.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { notFound } from '../../domain/errors.ts';
import type { Metrics } from '../metrics.ts';

export interface MetricsAccess {
  /** Address that the server listens on. */
  readonly host: string;
  /** METRICS_TOKEN; without it only the loopback interface is answered. */
  readonly token: string | undefined;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|localhost)$/;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Behind a proxy on the same machine everybody comes from the loopback address: its headers give it away. */
const cameThroughProxy = ({ headers }: Request): boolean =>
  ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some((name) => name in headers);

function isAllowed(request: Request, { host, token }: MetricsAccess): boolean {
  if (token !== undefined) {
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    return given !== undefined && timingSafeEqual(digest(given), digest(token));
  }
  const from = request.socket.remoteAddress ?? '';
  return LOOPBACK.test(host) && LOOPBACK.test(from) && !cameThroughProxy(request);
}

/** Who may not read the figures learns nothing of them: 404. */
export const metricsEndpoint =
  (metrics: Metrics, access: MetricsAccess): RequestHandler =>
  async (request, response) => {
    if (!isAllowed(request, access)) throw notFound();
    const { mediaType, text } = await metrics.read();
    response.setHeader('Content-Type', mediaType);
    response.setHeader('Cache-Control', 'no-store');
    response.end(text);
  };
