// Server-sent events: an answer that stays open, asks again and again whether its reader may still read, and never holds up a stop.
import type { Response } from 'express';
import type { EventReply, ServerEvent } from './route.ts';

/** Proxies close what is silent for longer; an ended session is noticed at the latest now. */
const HEARTBEAT_MS = 10_000;
/** What a browser waits before it comes back. */
const RETRY_MS = 2_000;

const written = ({ id, type, data }: ServerEvent): string =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;

/** @returns when the caller can take more, or has left */
const untilWritable = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });

/** @param demandAccess throws when the reader may no longer read: asked before every event and with every heartbeat */
export async function sendEvents(
  response: Response,
  reply: EventReply,
  demandAccess: () => Promise<void>,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.statusCode = 200;
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Accel-Buffering', 'no');
  response.flushHeaders();
  response.write(`retry: ${RETRY_MS}\n\n`);
  const heartbeat = setInterval(() => {
    demandAccess().then(
      () => response.write(':\n\n'),
      () => gone.abort(),
    );
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    for await (const event of reply.events(gone.signal)) {
      await demandAccess();
      if (gone.signal.aborted) break;
      if (!response.write(written(event))) await untilWritable(response);
    }
  } catch {
    // Access ended or the database went away: the reader comes back with his last id and loses nothing.
  } finally {
    clearInterval(heartbeat);
    gone.abort();
    response.end();
  }
}
