// What two states count differently about the same cases, line by line, in the words of the reader.
import type { Actor, Locale } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { compareStates, textOf } from '../../domain/reports/differences.ts';
import type { PrintedCell } from '../../domain/reports/tables.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Comparison } from './contract.ts';
import type { VersionRow } from './version-store.ts';
import { contentOf, periodOfRow, type ReportVersions } from './versions.ts';
import { columnTitle, type Names } from './words.ts';

export interface ComparingParts {
  readonly database: Pick<Database, 'record'>;
  readonly versions: Pick<ReportVersions, 'readById'>;
  readonly namesIn: (locale: Locale) => Promise<Names>;
}

const fault = (code: string) => new Problem('validation-failed', [{ at: '/secondId', code }]);

const TABLE = { RQ: 'requesting', RD: 'requested' } as const;

/** By how much the second counts more; null where one of both is no number that may be read. */
const gapOf = (first: PrintedCell, second: PrintedCell): number | null =>
  first.value === null || second.value === null ? null : second.value - first.value;

export function createComparing({ database, versions, namesIn }: ComparingParts) {
  return async function compare(actor: Actor, firstId: string, secondId: string): Promise<Comparison> {
    const first = await versions.readById(actor, firstId);
    const second = await versions.readById(actor, secondId);
    if (first.state === second.state) throw fault('same-state');
    if (first.year !== second.year || first.quarter !== second.quarter) throw fault('not-of-one-period');
    const names = await namesIn(actor.locale);
    const of = (row: VersionRow) => ({ state: row.state, tables: contentOf(row).tables });
    const items = compareStates(of(first), of(second));
    const title = (row: VersionRow, side: 'RQ' | 'RD', definition: string) => {
      const found = contentOf(row).tables.find(({ id }) => id === TABLE[side]);
      const at = found?.columns.findIndex(({ id }) => id === definition) ?? -1;
      return found && at >= 0 ? columnTitle(found, at, actor.locale) : definition;
    };
    const differing = items.filter(({ verdict }) => verdict === 'DIFFERS').length;
    await database.record(actor, { type: 'report.compared', data: { firstId, secondId, differing } });
    const headOf = (row: VersionRow) => ({
      ...{ state: row.state, name: names.state(row.state), version: row.version },
    });
    return {
      first: headOf(first),
      second: headOf(second),
      ...periodOfRow(first),
      differing,
      items: items.map(({ side, definition, otherDefinition, first: one, second: other, verdict }) => ({
        side,
        firstColumn: title(first, side, definition),
        secondColumn: title(second, side === 'RQ' ? 'RD' : 'RQ', otherDefinition),
        first: textOf(one),
        second: textOf(other),
        gap: gapOf(one, other),
        verdict,
      })),
    };
  };
}
