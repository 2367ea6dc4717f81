// Writes a handler's result: stripped to the response schema, with its version as ETag, never cached.
import { pipeline } from 'node:stream/promises';
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

async function sendFile(request: Request, response: Response, reply: FileReply): Promise<void> {
  response.setHeader('Content-Type', reply.mediaType);
  // Whatever the bytes are, a browser that opens them runs nothing.
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if (reply.fileName !== undefined) response.setHeader('Content-Disposition', attachment(reply.fileName));
  const { content } = reply;
  if (Buffer.isBuffer(content)) {
    response.setHeader('Content-Length', content.length);
    response.end(content);
  } else if (request.method === 'HEAD') {
    (content as NodeJS.ReadableStream & { destroy?: () => void }).destroy?.();
    response.end();
  } else {
    await pipeline(content, response);
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
  response.statusCode = route.success.status;
  response.setHeader('Cache-Control', 'no-store');
  if (result instanceof FileReply) {
    await sendFile(request, response, result);
    return;
  }
  const reply = result instanceof Reply ? result : null;
  if (reply) {
    for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
    if (reply.cookies.length > 0) response.setHeader('Set-Cookie', [...reply.cookies]);
  }
  const schema = route.success.body;
  if (!schema || route.success.status === 204) {
    response.end();
    return;
  }
  const body = schema.parse(reply ? reply.body : result);
  const version = versionIn(body);
  if (version !== null) response.setHeader('ETag', etagOf(version));
  const text = JSON.stringify(body);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Language', localeOf(contextOf(request)));
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}
