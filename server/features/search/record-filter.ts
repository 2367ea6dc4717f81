// A filter made ready: what an engine looks up, and the exact test on the part of a record that the reader may use.
import type { MatchRecord } from '../../domain/matching/match.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import {
  type AlertFilter,
  alertGroups,
  meetsGroups,
  type PersonFilter,
  personGroups,
} from '../../domain/persons/person-filter.ts';
import { birthTags, nationalityTag, sexTag } from '../../domain/persons/search-tags.ts';
import type { RowFilter } from '../../platform/search/port.ts';

export interface RecordFilter {
  /** Undefined when nothing is narrowed. */
  readonly row: RowFilter | undefined;
  readonly alert: AlertFilter | undefined;
  /** The test needs birthplace and marks, which the record does not hold. */
  readonly needsTraits: boolean;
  admits(record: MatchRecord, traits: readonly string[]): boolean;
}

export function createRecordFilter(names: Pick<NameEngine, 'analyse'>, filter: PersonFilter): RecordFilter {
  const { alert, documentNumber, nationalId } = filter;
  const groups = personGroups(names, filter);
  const tags = [...groups, ...(alert ? alertGroups(alert) : [])];
  const exact = [
    ...(documentNumber === undefined ? [] : [`D:${documentNumber}`]),
    ...(nationalId === undefined ? [] : [`N:${nationalId}`]),
  ];
  return {
    row: tags.length + exact.length > 0 ? { tags, exact } : undefined,
    alert,
    needsTraits: filter.birthPlace !== undefined || filter.mark !== undefined,
    admits(record, traits) {
      if (documentNumber !== undefined && !record.documents.some(({ number }) => number === documentNumber))
        return false;
      if (nationalId !== undefined && !record.nationalIds.includes(nationalId)) return false;
      return groups.length === 0 || meetsGroups(tagsOf(record, traits), groups);
    },
  };
}

const tagsOf = ({ sex, nationalities, births, birthYears }: MatchRecord, traits: readonly string[]) =>
  new Set([
    sexTag(sex ?? 'U'),
    ...nationalities.map(nationalityTag),
    ...birthTags([...births, ...birthYears]),
    ...traits,
  ]);
