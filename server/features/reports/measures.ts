// Numbers that are made of counts: shares and means of one row.
import type { Fact } from '../../domain/reports/cells.ts';
import { TOTAL } from '../../domain/reports/tables.ts';
import type { UseRow } from './user-store.ts';

/** Of the final grants of the asked state towards one asking state, or all; null where there is none. */
export function consentShare(facts: readonly Fact[], state: string, row: string): number | null {
  const sum = (family: string) =>
    facts.reduce(
      (all, fact) =>
        fact.family === family && fact.rd === state && (row === TOTAL || fact.rq === row)
          ? all + fact.count
          : all,
      0,
    );
  const [agreed, contested] = [sum('by-consent'), sum('contested')];
  return agreed + contested === 0 ? null : agreed / (agreed + contested);
}

export function searchesEach(use: readonly UseRow[], row: string): number | null {
  const found = use.find(({ role }) => role === row);
  return found && found.searched > 0 ? found.searches / found.searched : null;
}

/** Distinct people: the quarters of a year do not add up to it. */
export const useFacts = (
  { role, accounts, active, searched, searches }: UseRow,
  state: string,
  quarter: string,
): Fact[] =>
  (
    [
      ['user-account', accounts],
      ['user-active', active],
      ['user-searched', searched],
      ['user-search', searches],
    ] as const
  ).map(([family, count]) => ({ family, rq: '', rd: state, quarter, group: role, count }));
