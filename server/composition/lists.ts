// Puts together what is screened again when an alert begins or ends: passenger lists and kept questions.

import type { NameEngine } from '../domain/names/engine.ts';
import type { CheckService } from '../features/checks/service.ts';
import type { ListParts } from '../features/passenger-lists/service.ts';
import { createListScreening, createPassengerListService } from '../features/passenger-lists/service.ts';
import type { PolicyReader } from '../features/reference/service.ts';
import { createSavedSubjectService } from '../features/saved-subjects/service.ts';
import { createReverseScreener } from '../features/search/reverse.ts';
import type { Screener } from '../features/search/screening.ts';
import type { SearchStore } from '../features/search/store.ts';

export interface ListCompositionParts extends Omit<ListParts, 'reverse' | 'screener'> {
  readonly names: NameEngine;
  readonly screener: Screener;
  readonly searchStore: SearchStore;
  readonly policies: PolicyReader;
  readonly checkTraveller: CheckService['checkTraveller'];
}

export function createLists(parts: ListCompositionParts) {
  const reverse = createReverseScreener({ ...parts, store: parts.searchStore });
  return {
    savedSubjects: createSavedSubjectService({ ...parts, reverse }),
    passengerLists: createPassengerListService({ ...parts, reverse }),
    listScreening: createListScreening({ ...parts, reverse }),
  };
}
