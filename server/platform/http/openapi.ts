// Describes the routes as OpenAPI 3.1: nothing is written by hand, so that nothing can be forgotten.
import { readFileSync } from 'node:fs';
import { rolesWith } from '../../domain/access/permission.ts';
import { PROBLEMS, type ProblemCode } from '../../domain/errors.ts';
import { problemTitles } from '../i18n/problems.ts';
import { projectPath } from '../paths.ts';
import { rateOf } from './guard.ts';
import { HEADER_PARAMETERS, PROBLEM_SCHEMA, SECURITY_SCHEMES } from './openapi-parts.ts';
import {
  createSchemaCollector,
  type Described,
  type JsonSchema,
  type SchemaCollector,
} from './openapi-schemas.ts';
import type { Route } from './route.ts';

/** @returns every problem that the route can answer with, those of all routes included */
export function problemsOf(route: Route): ProblemCode[] {
  const codes = new Set<ProblemCode>(['not-acceptable', 'internal-error', 'unavailable']);
  const add = (condition: boolean, ...more: ProblemCode[]) => {
    if (condition) for (const code of more) codes.add(code);
  };
  add(rateOf(route) !== 'none', 'too-many-requests');
  add(route.permission !== 'public', 'not-authenticated', 'session-ended', 'forbidden');
  add(route.permission !== 'public', 'second-factor-enrolment-required', 'password-change-required');
  add(route.body !== undefined, 'malformed-request', 'unsupported-media-type', 'too-large');
  add(route.upload !== undefined, 'malformed-request', 'unsupported-media-type', 'too-large');
  add(true, 'validation-failed');
  add(route.purpose !== undefined, 'purpose-required', 'purpose-not-allowed');
  add(route.ifMatch === true, 'version-required', 'version-mismatch');
  add(route.idempotent === true, 'idempotency-conflict');
  add(true, ...(route.problems ?? []));
  return [...codes];
}

type Responses = Record<string, unknown>;

/** Many routes answer with the same problems: each set of codes is described once, in `shared`. */
function problemResponses(route: Route, shared: Responses): Responses {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(route)) {
    byStatus.set(PROBLEMS[code], [...(byStatus.get(PROBLEMS[code]) ?? []), code]);
  }
  const responses: Responses = {};
  for (const [status, codes] of [...byStatus].sort(([left], [right]) => left - right)) {
    const name = codes.sort().join('.');
    shared[name] ??= {
      description: codes.map((code) => `\`${code}\`: ${problemTitles[code].en}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
    responses[status] = { $ref: `#/components/responses/${name}` };
  }
  return responses;
}

const SUCCESS_WORDS: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted',
  204: 'Done; no content',
};

function successResponse(route: Route, schemas: SchemaCollector): Record<string, unknown> {
  const { status, body, mediaTypes } = route.success;
  const content: Record<string, unknown> = {};
  if (body && status !== 204) {
    const schema = schemas.use(body, 'output');
    const example = route.example !== undefined && !route.body ? { example: route.example } : {};
    content['application/json'] = { schema, ...example };
  }
  for (const mediaType of mediaTypes ?? []) content[mediaType] = {};
  return {
    description: SUCCESS_WORDS[status],
    ...(Object.keys(content).length > 0 ? { content } : {}),
  };
}

function requestBody(route: Route, schemas: SchemaCollector): Record<string, unknown> | undefined {
  const example = route.example !== undefined ? { example: route.example } : {};
  if (route.upload) {
    const fields = route.body ? schemas.members(route.body) : [];
    const schema: JsonSchema = {
      type: 'object',
      properties: {
        file: {
          type: 'string',
          contentMediaType: 'application/octet-stream',
          description: `At most ${route.upload.maxBytes} bytes`,
        },
        ...Object.fromEntries(fields.map((field) => [field.name, field.schema])),
      },
      required: ['file', ...fields.filter((field) => field.required).map((field) => field.name)],
      additionalProperties: false,
    };
    return { required: true, content: { 'multipart/form-data': { schema, ...example } } };
  }
  if (!route.body) return undefined;
  const schema = schemas.use(route.body, 'input');
  return {
    required: !route.body.safeParse({}).success,
    content: { 'application/json': { schema, ...example } },
  };
}

function parameters(route: Route, schemas: SchemaCollector): unknown[] {
  const list: unknown[] = [];
  const add = (place: 'path' | 'query', from: Route['params']) => {
    if (!from) return;
    for (const { name, required, schema } of schemas.members(from)) {
      const { description, ...rest } = schema;
      list.push({
        name,
        in: place,
        required: place === 'path' || required,
        ...(description === undefined ? {} : { description }),
        schema: rest,
      });
    }
  };
  add('path', route.params);
  add('query', route.query);
  const headers = [
    route.purpose === 'header' && 'Purpose',
    route.ifMatch && 'IfMatch',
    route.idempotent && 'IdempotencyKey',
    'AcceptLanguage',
  ].filter((name) => typeof name === 'string');
  return [...list, ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` }))];
}

function security(route: Route): Record<string, string[]>[] {
  if (route.security === 'refresh-cookie') return [{ refreshCookie: [] }];
  if (route.permission === 'public') return [];
  const byKey = rolesWith(route.permission).includes('SVC') ? [{ apiKey: [] }] : [];
  return [{ accessToken: [] }, ...byKey];
}

function operation(route: Route, schemas: SchemaCollector, shared: Responses): Record<string, unknown> {
  const body = requestBody(route, schemas);
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: security(route),
    'x-permission': route.permission,
    'x-roles': route.permission === 'public' ? [] : rolesWith(route.permission),
    'x-rate-class': rateOf(route),
    parameters: parameters(route, schemas),
    ...(body ? { requestBody: body } : {}),
    responses: {
      [route.success.status]: successResponse(route, schemas),
      ...(route.success.orNothing ? { 204: { description: route.success.orNothing } } : {}),
      ...problemResponses(route, shared),
    },
  };
}

/** @returns the OpenAPI 3.1 document of the routes, the same for the same routes */
export function buildOpenApi(routes: readonly Route[]): Described {
  const { version, license } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const schemas = createSchemaCollector();
  const responses: Responses = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of [...routes].sort((left, right) => (left.path < right.path ? -1 : 1))) {
    const place = paths[route.path] ?? {};
    place[route.method] = operation(route, schemas, responses);
    paths[route.path] = place;
  }
  return schemas.finish({
    openapi: '3.1.0',
    info: {
      title: 'Izdoo',
      version,
      description:
        'Registry of wanted fugitives with cross-script name search and extradition tracking. Answers are never cached; problems follow RFC 9457 and come in ky, ru, kk or en (Accept-Language).',
      license: { name: license, identifier: license },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map((route) => route.tag))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      responses: Object.fromEntries(
        Object.entries(responses).sort(([left], [right]) => (left < right ? -1 : 1)),
      ),
      parameters: HEADER_PARAMETERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  });
}
