// What can be done with persons; other features come in here.
import type { DisclosureLedger } from '../disclosures/service.ts';
import type { DuplicateFinder } from '../search/duplicates.ts';
import { createPersonBatches, type PersonBatches } from './batches.ts';
import { createPersonDuplicates, type PersonDuplicates } from './duplicates.ts';
import { createForeignPersons, type ForeignPersons } from './foreign.ts';
import { createPartsService, type PartsService } from './parts/parts-service.ts';
import { createPersonAccess, type PersonAccess, type PersonAccessDeps } from './person-access.ts';
import { createPersonReading, type PersonReading } from './reading.ts';
import { createPersonReindex, type PersonReindex } from './reindex.ts';
import { createPersonWriting, type PersonWriting } from './writing.ts';

export type { PreparedPerson } from './batches.ts';
export type { ForeignPerson } from './foreign.ts';
export { bindable, disclosed, mayAdd, type OpenPerson } from './open-person.ts';
export type { PersonAccess } from './person-access.ts';

export interface PersonService
  extends PersonReading,
    PersonWriting,
    PartsService,
    PersonDuplicates,
    PersonReindex,
    PersonBatches,
    PersonAccess,
    ForeignPersons {}

export interface PersonDeps extends PersonAccessDeps {
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
  readonly duplicates: Pick<DuplicateFinder, 'find'>;
}

export function createPersonService(deps: PersonDeps): PersonService {
  const { database, clock, disclosures, duplicates } = deps;
  const access = createPersonAccess(deps);
  return {
    ...access,
    ...createPersonReading({ database, clock, access, disclosures }),
    ...createPersonWriting(database, access),
    ...createPartsService(database, access),
    ...createForeignPersons(deps.names),
    ...createPersonReindex(database, deps.names),
    ...createPersonBatches(deps.names),
    ...createPersonDuplicates({ database, access, disclosures, duplicates }),
  };
}
