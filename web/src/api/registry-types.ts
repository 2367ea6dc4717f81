// Shapes of persons, alerts and search, taken from the contracts of the server; types only.
export type {
  AlertChange,
  AlertDraft,
} from '../../../server/features/alerts/contract.ts';
export type {
  AlertEntry,
  AlertPage,
  AlertReceipt,
  AlertView,
  GateView,
  WarrantView,
} from '../../../server/features/alerts/view-contract.ts';
export type { MergePage, MergeView } from '../../../server/features/merges/contract.ts';
export type {
  PersonAnswer,
  PersonBody,
  PersonPage,
  PersonView,
  Warning,
} from '../../../server/features/persons/contract.ts';
export type { DuplicatesAnswer } from '../../../server/features/persons/duplicates-contract.ts';
export type { PhotoView } from '../../../server/features/photos/contract.ts';
export type { OffenceCodeView } from '../../../server/features/reference/contract.ts';
export type {
  SubjectMatches,
  SubjectPage,
  SubjectView,
} from '../../../server/features/saved-subjects/contract.ts';
export type { SearchAnswer } from '../../../server/features/search/contract.ts';
export type { LikeAnswer } from '../../../server/features/search/duplicates-contract.ts';
export type { ExplainAnswer } from '../../../server/features/search/explain-contract.ts';
export type { FacetView } from '../../../server/features/search/facets.ts';
export type { FoundPerson } from '../../../server/features/search/found-contract.ts';
export type { SuggestionAnswer } from '../../../server/features/search/suggestions-contract.ts';
export type { VictimView } from '../../../server/features/victims/contract.ts';
