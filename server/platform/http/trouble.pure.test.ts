// Callers who come too often, leave early, or send half of what they announced; streams that break.
import { readdirSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createToyApp, noLimits, type ToyApp } from '../../../tests/support/toy-app.ts';
import { Problem } from '../../domain/errors.ts';
import type { RateLimiter } from './rate-limit.ts';
import { FileReply, route } from './route.ts';

let release: () => void = () => undefined;

const routes = [
  route({
    id: 'look',
    method: 'get',
    path: '/v1/look',
    tag: 't',
    summary: 'Look',
    permission: 'person.read',
    success: { status: 200, body: z.object({ ok: z.boolean() }) },
    handler: async () => ({ ok: true }),
  }),
  route({
    id: 'slow',
    method: 'get',
    path: '/v1/slow',
    tag: 't',
    summary: 'Slow',
    permission: 'person.read',
    success: { status: 200, body: z.object({ ok: z.boolean() }) },
    handler: () =>
      new Promise((resolve) => {
        release = () => resolve({ ok: true });
      }),
  }),
  route({
    id: 'wrongAnswer',
    method: 'get',
    path: '/v1/wrong',
    tag: 't',
    summary: 'Wrong',
    permission: 'public',
    rate: 'none',
    success: { status: 200, body: z.object({ ok: z.boolean() }) },
    handler: async () => ({ ok: 'Planted' }),
  }),
  route({
    id: 'export',
    method: 'get',
    path: '/v1/export',
    tag: 't',
    summary: 'Export',
    permission: 'public',
    rate: 'none',
    query: z.strictObject({ breakAfter: z.coerce.number() }),
    success: { status: 200, mediaTypes: ['text/csv'] },
    handler: async ({ query }) => {
      async function* rows() {
        for (let no = 0; no < 5; no += 1) {
          if (no === query.breakAfter) throw new Error('the cursor was closed');
          yield `row ${no}\n`;
        }
      }
      return new FileReply('text/csv', Readable.from(rows()), 'export.csv');
    },
  }),
  route({
    id: 'addFile',
    method: 'post',
    path: '/v1/files',
    tag: 't',
    summary: 'Upload',
    permission: 'public',
    upload: { maxBytes: 10_000_000 },
    success: { status: 204 },
    handler: async () => undefined,
  }),
  route({
    id: 'addThing',
    method: 'post',
    path: '/v1/things',
    tag: 't',
    summary: 'Add',
    permission: 'public',
    body: z.strictObject({ title: z.string() }),
    success: { status: 204 },
    handler: async () => undefined,
  }),
];

describe('too often', () => {
  const tooMany = () => new Problem('too-many-requests', [], { retryAfter: 12 });
  const withLimiter = (changes: Partial<RateLimiter>) =>
    createToyApp(routes, { limiter: { ...noLimits, ...changes } });

  test('says when to come back', async () => {
    const { app } = withLimiter({
      take: () => {
        throw tooMany();
      },
    });
    const answer = await request(app).get('/v1/look').set('Authorization', 'Bearer INV').expect(429);
    expect(answer.headers['retry-after']).toBe('12');
    expect(answer.body).toMatchObject({ code: 'too-many-requests', retryAfter: 12 });
  });

  test('callers are counted by who they are, strangers by address', async () => {
    const taken: string[] = [];
    const { app } = withLimiter({
      take: (kind, caller, key) => {
        taken.push(`${kind} ${caller} ${key}`);
        return { figure: { points: 1, seconds: 1, lease: 1 }, remaining: 0, resetMs: 1 };
      },
    });
    await request(app).get('/v1/look').set('Authorization', 'Bearer INV').expect(200);
    await request(app).post('/v1/things').send({ title: 'x' }).expect(204);
    await request(app).get('/v1/wrong');
    expect(taken).toEqual(['read user user-1', 'write anonymous 127.0.0.1']);
  });

  test('wrong credentials are counted; missing and ended ones are not', async () => {
    const noted: string[] = [];
    const { app } = withLimiter({
      noteBadCredentials: async (ip) => {
        noted.push(ip);
      },
    });
    await request(app).get('/v1/look').expect(401);
    await request(app).get('/v1/look').set('Authorization', 'Bearer ended').expect(401);
    expect(noted).toHaveLength(0);
    await request(app).get('/v1/look').set('Authorization', 'Bearer wrong').expect(401);
    expect(noted).toHaveLength(1);
  });

  test('an address that is blocked is not even asked who it is', async () => {
    const { app } = withLimiter({
      refuseBlocked: () => {
        throw tooMany();
      },
    });
    await request(app).get('/v1/look').set('Authorization', 'Bearer INV').expect(429);
    await request(app).post('/v1/things').send({ title: 'x' }).expect(204);
  });
});

describe('trouble on the line', () => {
  let toy: ToyApp;
  let server: Server;
  let port: number;

  beforeAll(async () => {
    toy = createToyApp(routes);
    server = createServer(toy.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );

  const stillAlive = () => request(server).get('/v1/look').set('Authorization', 'Bearer INV').expect(200);
  const until = async (isTrue: () => boolean) => {
    for (let waited = 0; waited < 3000 && !isTrue(); waited += 10) await sleep(10);
    expect(isTrue()).toBe(true);
  };

  /** Sends the head of a request and part of its body, then hangs up. */
  async function sendHalf(head: string[], part: string): Promise<void> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.write([...head, 'Host: x', 'Content-Length: 5000', '', part].join('\r\n'));
    await sleep(50);
    socket.destroy();
  }

  test('a caller who leaves while his body is on the way', async () => {
    toy.lines.length = 0;
    await sendHalf(['POST /v1/things HTTP/1.1', 'Content-Type: application/json'], '{"title":"x');
    await until(() => toy.lines.some((line) => line.includes('caller left')));
    expect(toy.lines.join('')).not.toContain('request failed');
    await stillAlive();
  });

  test('a caller who leaves in the middle of a file: nothing stays behind', async () => {
    toy.lines.length = 0;
    const form = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc';
    await sendHalf(['POST /v1/files HTTP/1.1', 'Content-Type: multipart/form-data; boundary=b'], form);
    await until(() => toy.lines.some((line) => line.includes('caller left')));
    await until(() => readdirSync(toy.uploads).length === 0);
    await stillAlive();
  });

  test('a caller who leaves before the answer', async () => {
    toy.lines.length = 0;
    const asked = httpRequest({ port, path: '/v1/slow', headers: { authorization: 'Bearer INV' } });
    asked.on('error', () => undefined);
    asked.end();
    await sleep(50);
    asked.destroy();
    await until(() => toy.lines.some((line) => line.includes('caller left')));
    release();
    await sleep(20);
    expect(toy.lines.join('')).not.toContain('request failed');
    await stillAlive();
  });

  test('an answer that breaks off half-way never looks whole', async () => {
    await request(server).get('/v1/export?breakAfter=9').expect(200, 'row 0\nrow 1\nrow 2\nrow 3\nrow 4\n');
    toy.lines.length = 0;
    await expect(request(server).get('/v1/export?breakAfter=3')).rejects.toThrow(/aborted|socket hang up/);
    expect(toy.lines.join('')).toContain('request failed');
    await stillAlive();
  });

  test('a stream that breaks before its first byte is a problem like any other', async () => {
    const answer = await request(server).get('/v1/export?breakAfter=0').expect(500);
    expect(answer.body.code).toBe('internal-error');
    expect(answer.headers['content-disposition']).toBeUndefined();
  });

  test('HEAD of a stream does not read it', async () => {
    await request(server).head('/v1/export?breakAfter=0').expect(200);
  });

  test('an answer that does not fit its schema is our fault and shows nothing', async () => {
    toy.lines.length = 0;
    const answer = await request(server).get('/v1/wrong').expect(500);
    const log = toy.lines.join('');
    expect(log).toContain('"places":["/ok"]');
    expect(JSON.stringify(answer.body) + log).not.toContain('Planted');
  });
});
