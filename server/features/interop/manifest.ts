// What the reconciliation service says of itself: whole addresses, because programs put them together without knowing where they asked.
import type { Manifest, ReconcileParams } from './reconcile-contract.ts';

export const PATH = '/v1/reconcile';
export const PERSON = { id: 'Person', name: 'Person' };

export interface ServiceFacts {
  /** Under which people and programs reach this installation; no slash at its end. */
  readonly publicUrl: string;
  readonly version: string;
}

/** What a program brought in the address is all that it has to show: it finds it in every address again. */
function carried({ api_key: key, purpose }: ReconcileParams): string {
  const query = new URLSearchParams({
    ...(key !== undefined && { api_key: key }),
    ...(purpose !== undefined && { purpose }),
  });
  return query.size === 0 ? '' : `?${query}`;
}

export function manifestOf({ publicUrl, version }: ServiceFacts, asked: ReconcileParams): Manifest {
  const query = carried(asked);
  const service = (path: string) => ({ service_url: publicUrl, service_path: `${PATH}${path}${query}` });
  return {
    versions: ['0.1', '0.2'],
    name: 'Izdoo',
    identifierSpace: 'urn:izdoo:person',
    schemaSpace: 'https://followthemoney.tech',
    documentation: `${publicUrl}/docs`,
    serviceVersion: version,
    authentication: { type: 'apiKey', name: 'api_key', in: 'query' },
    defaultTypes: [PERSON],
    view: { url: `${publicUrl}/persons/{{id}}` },
    preview: { url: `${publicUrl}${PATH}/preview/{{id}}${query}`, width: 400, height: 160 },
    suggest: {
      entity: service('/suggest/entity'),
      type: service('/suggest/type'),
      property: service('/suggest/property'),
    },
    extend: {
      propose_properties: service('/properties'),
      property_settings: [
        {
          ...{ name: 'limit', label: 'Limit', type: 'number', default: 0 },
          help_text: 'Most values of a row, 0 for all.',
        },
      ],
    },
    batchSize: 10,
  };
}
