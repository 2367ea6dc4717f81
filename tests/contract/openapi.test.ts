// The API's description is valid, complete, and the one that is committed.
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../server/domain/errors.ts';
import { buildOpenApi } from '../../server/platform/http/openapi.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { createRoutes } from '../../server/routes.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let routes: Route[];

beforeAll(async () => {
  world = await createTestWorld();
  routes = createRoutes(world.services);
});
afterAll(() => world.close());

interface Operation {
  operationId: string;
  security: object[];
  parameters: { name?: string; in?: string; $ref?: string }[];
  responses: Record<string, { $ref?: string; content?: Record<string, { schema?: object }> }>;
  requestBody?: { content: Record<string, { schema: object }> };
}

const operations = (): [string, Route, Operation][] => {
  const paths = buildOpenApi(routes)['paths'] as Record<string, Record<string, Operation>>;
  return routes.map((route) => {
    const operation = paths[route.path]?.[route.method];
    if (!operation) throw new Error(`${route.id} is not described`);
    return [route.id, route, operation];
  });
};

test('it is valid OpenAPI 3.1', async () => {
  const document = structuredClone(buildOpenApi(routes));
  await SwaggerParser.validate(document as never);
  expect(document['openapi']).toBe('3.1.0');
});

test('docs/openapi.json is what the routes say (npx vitest run tests/contract/openapi.test.ts -u renews it)', async () => {
  const text = `${JSON.stringify(buildOpenApi(routes), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/openapi.json'));
});

test('it is the same every time', () => {
  expect(JSON.stringify(buildOpenApi([...routes].reverse()).components)).toBe(
    JSON.stringify(buildOpenApi(routes).components),
  );
});

describe('every operation', () => {
  test('has an id, a tag, a summary, problems and the headers that it needs', () => {
    for (const [id, route, operation] of operations()) {
      expect(operation.operationId, id).toBe(route.id);
      expect(route.summary.length, id).toBeGreaterThan(5);
      for (const code of [...(route.problems ?? []), 'internal-error' as const]) {
        const named = operation.responses[PROBLEMS[code]]?.$ref?.split('/').at(-1)?.split('.');
        expect(named, `${id} ${code}`).toContain(code);
      }
      const refs = operation.parameters.map(({ $ref }) => $ref?.split('/').at(-1));
      expect(refs.includes('Purpose'), id).toBe(route.purpose === 'header');
      expect(refs.includes('IfMatch'), id).toBe(route.ifMatch === true);
      expect(refs.includes('IdempotencyKey'), id).toBe(route.idempotent === true);
      const isOpen = route.permission === 'public' && route.security === undefined;
      expect(operation.security.length === 0, id).toBe(isOpen);
    }
  });

  test('describes each parameter of its path', () => {
    for (const [id, route, operation] of operations()) {
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(described.map(({ name }) => name).sort(), id).toEqual(inPath.sort());
    }
  });

  test('that answers with a body or takes one says of what form', () => {
    for (const [id, route, operation] of operations()) {
      const answer = operation.responses[route.success.status];
      if (route.success.status === 204) expect(answer?.content, id).toBeUndefined();
      else expect(Object.keys(answer?.content ?? {}).length, id).toBeGreaterThan(0);
      if (route.body || route.upload) expect(operation.requestBody, id).toBeDefined();
    }
  });

  test('that changes something is repeatable or guarded by a version; these need neither', () => {
    const unguarded = routes
      .filter((route) => route.method !== 'get' && !route.ifMatch && !route.idempotent)
      .map(({ id }) => id);
    // Repeated, these end in the same state: what is done is done, and a second secret replaces the first.
    const settled = [
      'certifyCaseFile',
      'changeMyPassword',
      'closeCalendarFeed',
      'closeCurrentSession',
      'closeSession',
      'confirmSecondFactor',
      'decideExport',
      'deleteWebhook',
      'finishAssetWarning',
      'liftRestriction',
      'offerSecondFactor',
      'openCalendarFeed',
      'removeSubject',
      'removeVictim',
      'resetUserPassword',
      'resetUserSecondFactor',
      'retryExchangeMessage',
      'reviewPassengerLine',
      'revokeApiKey',
      'rotateSigningKey',
      'shareCaseFile',
    ];
    // The same list is known by its content, whatever key comes with it.
    const knownByContent = [
      'createPassengerList',
      'receiveExchangeMessage',
      'uploadImport',
      'uploadPassengerList',
    ];
    // Each look is a look of its own, and is kept as one; so is each attempt to deliver or to recognise.
    const looks = [
      'compareReports',
      'checkDuplicates',
      'explainSearch',
      'findLikeRecords',
      'matchEntities',
      'previewImport',
      'recogniseVictim',
      'reconcile',
      'replayWebhookDelivery',
      'runCheck',
      'searchCases',
      'searchPersons',
      'showNameForms',
      'suggestNames',
      'tryMatchPolicy',
      'tryWebhook',
      'verifyAudit',
    ];
    // A second login is a second session; a refresh token is used once in any case. A victim's code is told once and
    // must not lie about in kept answers: a repetition makes a second record.
    const sessions = ['openSession', 'refreshSession', 'recordVictim'];
    expect(unguarded.sort()).toEqual([...settled, ...knownByContent, ...looks, ...sessions].sort());
  });
});

test('no answer promises a date object, a big number or anything that JSON has not', () => {
  const bare: string[] = [];
  const visit = (value: unknown, at: string) => {
    if (typeof value !== 'object' || value === null) return;
    const { properties, ...rest } = value as { properties?: Record<string, object> };
    for (const [name, schema] of Object.entries(properties ?? {})) {
      if (Object.keys(schema).length === 0) bare.push(`${at}.${name}`);
      // A member may itself be called "properties": it is a schema and no list of members.
      visit(schema, `${at}/${name}`);
    }
    for (const [key, member] of Object.entries(rest)) visit(member, `${at}/${key}`);
  };
  visit(buildOpenApi(routes).components.schemas, '');
  expect(bare).toEqual([]);
});
