// Writes a handler's result: stripped to the response schema, with its version as ETag, never cached.
import type { Request, Response } from 'express';
import { contextOf, localeOf } from './context.ts';
import { FileReply, Reply, type Route } from './route.ts';
import { etagOf } from './version.ts';

/** RFC 6266 with the RFC 8187 form, so that names in any script survive. */
const attachment = (fileName: string): string => {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  // Percent-encoding throws on half a surrogate pair.
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

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

function setFileHeaders(response: Response, { mediaType, fileName, framed }: FileReply): void {
  response.setHeader('Content-Type', mediaType);
  // Whatever the bytes are, a browser that opens them runs nothing.
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if (framed) {
    response.removeHeader('X-Frame-Options');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  if (fileName !== undefined) response.setHeader('Content-Disposition', attachment(fileName));
}

/**
 * Headers are set when the first bytes are there: a stream that breaks before is answered with a problem.
 * Node's own `pipeline` would hang up instead.
 */
async function sendStream(
  response: Response,
  reply: FileReply,
  content: NodeJS.ReadableStream,
): Promise<void> {
  const chunks = content[Symbol.asyncIterator]();
  try {
    let step = await chunks.next();
    setFileHeaders(response, reply);
    for (; !step.done && !response.destroyed; step = await chunks.next()) {
      if (!response.write(step.value)) await untilWritable(response);
    }
  } finally {
    await chunks.return?.();
  }
  response.end();
}

async function sendFile(request: Request, response: Response, reply: FileReply): Promise<void> {
  const { content } = reply;
  if (!Buffer.isBuffer(content) && request.method !== 'HEAD') {
    await sendStream(response, reply, content);
    return;
  }
  setFileHeaders(response, reply);
  if (Buffer.isBuffer(content)) response.setHeader('Content-Length', content.length).end(content);
  else {
    (content as NodeJS.ReadableStream & { destroy?: () => void }).destroy?.();
    response.end();
  }
}

const versionIn = (body: unknown): number | null => {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' && Number.isInteger(version) ? version : null;
};

/** @throws when the result does not fit the route's schema: a fault of ours, told to nobody */
export async function sendResult(
  route: Route,
  request: Request,
  response: Response,
  result: unknown,
): Promise<void> {
  const { status, body: schema, orNothing } = route.success;
  response.setHeader('Cache-Control', 'no-store');
  if (orNothing !== undefined && result === undefined) {
    response.status(204).end();
    return;
  }
  response.statusCode = status;
  if (result instanceof FileReply) {
    await sendFile(request, response, result);
    return;
  }
  const reply = result instanceof Reply ? result : null;
  // First of all, so that a result that does not fit leaves no header behind.
  const body = schema && status !== 204 ? schema.parse(reply ? reply.body : result) : undefined;
  if (reply) {
    for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
    if (reply.cookies.length > 0) response.setHeader('Set-Cookie', [...reply.cookies]);
  }
  if (body === undefined) {
    response.end();
    return;
  }
  const version = versionIn(body);
  if (version !== null) response.setHeader('ETag', etagOf(version));
  const text = JSON.stringify(body);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Language', localeOf(contextOf(request)));
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}
