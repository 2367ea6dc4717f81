// The endpoints of API keys.
import { type Route, route } from '../../platform/http/route.ts';
import { apiKeyPage, apiKeyParams, apiKeyQuery, createdApiKey, newApiKey } from './contract.ts';
import type { ApiKeyService } from './service.ts';

export const apiKeyRoutes = (apiKeys: ApiKeyService): Route[] => [
  route({
    id: 'listApiKeys',
    method: 'get',
    path: '/v1/api-keys',
    tag: 'API keys',
    summary: 'API keys of the own state',
    permission: 'api-key.manage',
    query: apiKeyQuery,
    success: { status: 200, body: apiKeyPage },
    handler: ({ actor, query }) => apiKeys.list(actor, query),
  }),
  route({
    id: 'createApiKey',
    method: 'post',
    path: '/v1/api-keys',
    tag: 'API keys',
    summary: 'Make an API key for an agency of the own state',
    permission: 'api-key.manage',
    idempotent: true,
    body: newApiKey,
    success: { status: 201, body: createdApiKey },
    handler: ({ actor, body }) => apiKeys.create(actor, body),
  }),
  route({
    id: 'revokeApiKey',
    method: 'delete',
    path: '/v1/api-keys/{apiKeyId}',
    tag: 'API keys',
    summary: 'Revoke an API key at once',
    permission: 'api-key.manage',
    params: apiKeyParams,
    success: { status: 204 },
    problems: ['not-found'],
    handler: ({ actor, params }) => apiKeys.revoke(actor, params.apiKeyId),
  }),
];
