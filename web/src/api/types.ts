// Shapes of the API, taken from the contracts of the server; types only, so that no server code comes along.
export type { Permission } from '../../../server/domain/access/permission.ts';
export type { Me, SessionGrant, SessionView } from '../../../server/features/sessions/contract.ts';

import type { z } from 'zod';
import type { reasonView } from '../../../server/features/search/found-contract.ts';

export type { CountryView } from '../../../server/features/reference/contract.ts';
export type MatchReason = z.output<typeof reasonView>;
