// What can be done with persons; other features come in here.
import type { DisclosureLedger } from '../disclosures/service.ts';
import { createPersonDuplicates, type FindDuplicates, type PersonDuplicates } from './duplicates.ts';
import { createPartsService, type PartsService } from './parts/parts-service.ts';
import { createPersonAccess, type PersonAccess, type PersonAccessDeps } from './person-access.ts';
import { createPersonReading, type PersonReading } from './reading.ts';
import { createPersonWriting, type PersonWriting } from './writing.ts';

export type { FindDuplicates } from './duplicates.ts';
export { inOrder } from './duplicates.ts';
export type { DuplicateCandidate } from './duplicates-contract.ts';
export { bindable, mayAdd, type OpenPerson } from './open-person.ts';
export type { PersonAccess } from './person-access.ts';

export interface PersonService
  extends PersonReading,
    PersonWriting,
    PartsService,
    PersonDuplicates,
    PersonAccess {}

export interface PersonDeps extends PersonAccessDeps {
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
  readonly findDuplicates: FindDuplicates;
}

export function createPersonService(deps: PersonDeps): PersonService {
  const { database, clock, disclosures, findDuplicates } = deps;
  const access = createPersonAccess(deps);
  return {
    ...access,
    ...createPersonReading({ database, clock, access, disclosures }),
    ...createPersonWriting(database, access),
    ...createPartsService(database, access),
    ...createPersonDuplicates(database, access, findDuplicates),
  };
}
