// the lists of work as they stand now, as the screens have them or as a file. They know no period.
import type { Actor, Locale } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CaseService } from '../cases/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { ReportQuery } from './contract.ts';
import type { Names } from './words.ts';
import { workFile } from './work-files.ts';
import { boardTables, deadlineTables, MOST_DEADLINES } from './work-view.ts';

export type WorkList = 'R-2' | 'R-3';

export interface WorkListParts {
  readonly clock: Clock;
  readonly reference: Pick<ReferenceService, 'zoneOf'>;
  readonly cases: Pick<CaseService, 'showBoard' | 'listDeadlines'>;
  readonly namesIn: (locale: Locale) => Promise<Names>;
  readonly training: boolean;
}

export function createWorkLists({ clock, reference, cases, namesIn, training }: WorkListParts) {
  return async function show(actor: Actor, code: WorkList, state: string, query: ReportQuery) {
    const { format } = query;
    const locale = query.language ?? actor.locale;
    const setting = { locale, zone: await reference.zoneOf(state), now: clock.now() };
    const paper = async (tables: ReturnType<typeof boardTables>) => ({
      ...{ ...setting, code, tables, viewer: actor.id, state },
      stateName: (await namesIn(locale)).state(state),
    });
    if (code === 'R-2') {
      const board = await cases.showBoard(actor, {});
      return format === 'json' ? board : workFile(await paper(boardTables(board, setting)), format, training);
    }
    const calendar = await cases.listDeadlines(actor, { limit: MOST_DEADLINES });
    return format === 'json'
      ? calendar
      : workFile(await paper(deadlineTables(calendar, setting)), format, training);
  };
}
