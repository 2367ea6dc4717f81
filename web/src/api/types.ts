// Shapes of the API, taken from the contracts of the server; types only, so that no server code comes along.
export type { Permission } from '../../../server/domain/access/permission.ts';
export type { Me, SessionGrant, SessionView } from '../../../server/features/sessions/contract.ts';

import type { z } from 'zod';
import type { checkBody } from '../../../server/features/checks/contract.ts';
import type { notSamePage } from '../../../server/features/hits/memory.ts';
import type { reasonView } from '../../../server/features/search/found-contract.ts';

export type { CheckAnswer } from '../../../server/features/checks/contract.ts';
export type CheckRequest = z.input<typeof checkBody>;

export type { HitEntry, HitPage, HitView } from '../../../server/features/hits/contract.ts';
export type NotSamePage = z.output<typeof notSamePage>;
export type {
  LinePage,
  LineView,
  ListDetail,
  ListPage,
  ListView,
} from '../../../server/features/passenger-lists/contract.ts';
export type { CountryView } from '../../../server/features/reference/contract.ts';
export type { VictimRecognition } from '../../../server/features/victims/contract.ts';
export type MatchReason = z.output<typeof reasonView>;
