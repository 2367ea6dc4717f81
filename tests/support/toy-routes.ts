// Toy routes: one of each kind that the API has, with what their handlers were given.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Actor } from '../../server/domain/access/actor.ts';
import { Problem } from '../../server/domain/errors.ts';
import { purposeSchema } from '../../server/platform/http/purpose.ts';
import { FileReply, Reply, type Route, route, type UploadedFile } from '../../server/platform/http/route.ts';

/** Every handler that ran, the newest last. */
export const seen: { actor: Actor; input: unknown }[] = [];

/** Set to make `getThing` fail. */
export const control: { failWith: unknown } = { failWith: null };

const thing = z.object({ id: z.string(), title: z.string(), version: z.int() });
export const toyRoutes: readonly Route[] = [
  route({
    id: 'getThing',
    method: 'get',
    path: '/v1/things/{id}',
    tag: 'things',
    summary: 'One thing',
    permission: 'person.read',
    purpose: 'header',
    params: z.strictObject({ id: z.uuid() }),
    query: z.strictObject({ part: z.string().max(10).optional() }),
    success: { status: 200, body: thing },
    handler: async ({ actor, params, query }) => {
      seen.push({ actor, input: { params, query } });
      if (control.failWith) throw control.failWith;
      return { id: params.id, title: 'A', version: 3, secretNote: 'never leaves' };
    },
  }),
  route({
    id: 'listThings',
    method: 'get',
    path: '/v1/things',
    tag: 'things',
    summary: 'Things',
    permission: 'reference.read',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    success: { status: 200, body: z.object({ items: z.array(thing), version: z.string() }) },
    handler: async () => ({ items: [], version: 'x' }),
  }),
  route({
    id: 'createThing',
    method: 'post',
    path: '/v1/things',
    tag: 'things',
    summary: 'New thing',
    permission: 'person.write',
    idempotent: true,
    body: z.strictObject({
      title: z.string().min(1).max(20),
      names: z.array(z.string()).max(2).optional(),
      kind: z.enum(['a', 'b']).default('a'),
      born: z.union([z.iso.date(), z.strictObject({ year: z.int() })]).optional(),
    }),
    success: { status: 201, body: thing },
    handler: async ({ actor, body }) => {
      seen.push({ actor, input: body });
      return new Reply({ id: '1', title: body.title, version: 1 }, { headers: { Location: '/v1/things/1' } });
    },
  }),
  route({
    id: 'changeThing',
    method: 'patch',
    path: '/v1/things/{id}',
    tag: 'things',
    summary: 'Change',
    permission: 'person.write',
    ifMatch: true,
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({ title: z.string().optional() }),
    success: { status: 200, body: thing },
    handler: async ({ version, params }) => {
      if (version !== 3) throw new Problem('version-mismatch');
      return { id: params.id, title: 'B', version: 4 };
    },
  }),
  route({
    id: 'searchThings',
    method: 'post',
    path: '/v1/search/things',
    tag: 'things',
    summary: 'Search',
    permission: 'search.persons',
    purpose: 'body',
    rate: 'search',
    body: z.strictObject({ name: z.string(), purpose: purposeSchema }),
    success: { status: 200, body: z.object({ found: z.int() }) },
    handler: async ({ actor }) => {
      seen.push({ actor, input: null });
      return { found: 0 };
    },
  }),
  route({
    id: 'removeCurrent',
    method: 'delete',
    path: '/v1/things/current',
    tag: 'things',
    summary: 'Remove the current one',
    permission: 'session.own',
    success: { status: 204 },
    handler: async () => new Reply(undefined, { cookies: ['a=; Max-Age=0', 'b=1'] }),
  }),
  route({
    id: 'removeThing',
    method: 'delete',
    path: '/v1/things/{thingId}',
    tag: 'things',
    summary: 'Remove one',
    permission: 'alert.decide',
    params: z.strictObject({ thingId: z.string() }),
    success: { status: 204 },
    handler: async () => {
      throw new Problem('own-work');
    },
  }),
  route({
    id: 'addFile',
    method: 'post',
    path: '/v1/files',
    tag: 'files',
    summary: 'Upload',
    permission: 'person.write',
    upload: { maxBytes: 1000 },
    body: z.strictObject({ note: z.string().optional(), crash: z.literal('yes').optional() }),
    success: { status: 201, body: z.object({ name: z.string(), text: z.string(), path: z.string() }) },
    handler: async ({ file, body }) => {
      const { originalName, path } = file as UploadedFile;
      if (body.crash) throw new Error('disk on fire');
      return { name: originalName, text: readFileSync(path, 'utf8'), path };
    },
  }),
  route({
    id: 'getFile',
    method: 'get',
    path: '/v1/files/{id}',
    tag: 'files',
    summary: 'Download',
    permission: 'public',
    params: z.strictObject({ id: z.string() }),
    success: { status: 200, mediaTypes: ['image/png'] },
    handler: async ({ actor }) => {
      seen.push({ actor, input: null });
      return new FileReply('image/png', Buffer.from('bytes'), 'Сүрөт "1".png');
    },
  }),
];
