// The case board and the calendar of deadlines as tables of words and numbers, for files: what the screens show, on paper.
import type { z } from 'zod';
import type { Locale } from '../../domain/access/actor.ts';
import { CASE_STATES } from '../../domain/cases/vocabulary.ts';
import { custodyName, stageName } from '../../platform/i18n/case-stages.ts';
import type { boardView, calendarView } from '../cases/list-contract.ts';
import { reportLawTexts } from './law-texts.ts';
import { workTexts } from './work-texts.ts';

type Board = z.output<typeof boardView>;
type Calendar = z.output<typeof calendarView>;

export interface WorkTable {
  readonly title: string;
  readonly note: string;
  /** `share` of the width of a page; null: in files for calculating only. */
  readonly columns: readonly { readonly title: string; readonly share: number | null }[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Column that is drawn; null: a list. */
  readonly chart: number | null;
}

export interface WorkSetting {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Date;
}

const DAY_MS = 86_400_000;
const PER_STAGE = 20;
export const MOST_DEADLINES = 500;

const daysUntil = (dueAt: string, now: Date): number => (Date.parse(dueAt) - now.getTime()) / DAY_MS;
/** Whole days; of what is over a negative number. */
const daysLeft = (dueAt: string, now: Date): number => Math.floor(daysUntil(dueAt, now));

/** Year first, to the minute. */
export const localTime = (instant: Date | string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(
    new Date(instant),
  );

function tellerOf({ locale, zone, now }: WorkSetting) {
  return {
    time: (instant: string) => localTime(instant, zone),
    say: (word: keyof typeof workTexts) =>
      workTexts[word][locale].replace('{time}', `${localTime(now, zone)} (${zone})`).replace('{zone}', zone),
  };
}

const columns = (...all: [title: string, share: number | null][]) =>
  all.map(([title, share]) => ({ title, share }));

/** Stages in the order of the procedure, and the cases that the board shows. */
export function boardTables(board: Board, setting: WorkSetting): WorkTable[] {
  const { locale, now } = setting;
  const { say, time } = tellerOf(setting);
  const stages = [...board.columns].sort(
    (left, right) => CASE_STATES.indexOf(left.state) - CASE_STATES.indexOf(right.state),
  );
  const sum = (key: 'count' | 'overdue') => stages.reduce((all, stage) => all + stage[key], 0);
  return [
    {
      title: say('stages'),
      note: say('stagesNote'),
      chart: 1,
      columns: columns([say('stage'), 0.5], [say('count'), 0.25], [say('overdue'), 0.25]),
      rows: [
        ...stages.map(({ state, count, overdue }) => [stageName(state, locale), count, overdue]),
        [say('total'), sum('count'), sum('overdue')],
      ],
    },
    {
      title: say('cases'),
      note: say('casesNote').replace('{most}', String(PER_STAGE)),
      chart: null,
      columns: columns(
        [say('case'), 0.19],
        [say('person'), null],
        [say('stage'), 0.18],
        [say('days'), 0.07],
        [say('parties'), 0.13],
        [say('custody'), 0.19],
        [say('due'), 0.14],
        [say('left'), 0.1],
      ),
      rows: stages.flatMap(({ state, items }) =>
        items.map((one) => [
          one.caseNumber,
          one.registryNumber,
          stageName(state, locale),
          one.daysInState,
          `${one.requestingState} → ${one.requestedState}`,
          custodyName(one.custody, locale),
          one.nextDueAt === null ? '–' : time(one.nextDueAt),
          one.nextDueAt === null ? '–' : daysLeft(one.nextDueAt, now),
        ]),
      ),
    },
  ];
}

const clockName = (key: string, locale: Locale): string =>
  (reportLawTexts as Readonly<Record<string, Readonly<Record<Locale, string>>>>)[`report-row.${key}`]?.[
    locale
  ] ?? key;

/** How much falls due when, and every clock by the instant of its end. */
export function deadlineTables({ items }: Calendar, setting: WorkSetting): WorkTable[] {
  const { locale, now } = setting;
  const { say, time } = tellerOf(setting);
  const bands = [
    ['overdue', (days: number) => days <= 0],
    ['week', (days: number) => days > 0 && days <= 7],
    ['month', (days: number) => days > 7 && days <= 30],
    ['later', (days: number) => days > 30],
  ] as const;
  const count = (type: 'HARD' | 'SOFT', within: (days: number) => boolean) =>
    items.filter((one) => one.type === type && within(daysUntil(one.dueAt, now))).length;
  const line = (title: string, within: (days: number) => boolean) => {
    const [hard, soft] = [count('HARD', within), count('SOFT', within)];
    return [title, hard + soft, hard, soft];
  };
  return [
    {
      title: say('horizon'),
      note: say('horizonNote'),
      chart: 1,
      columns: columns([say('when'), 0.4], [say('total'), 0.2], [say('HARD'), 0.2], [say('SOFT'), 0.2]),
      rows: [...bands.map(([word, within]) => line(say(word), within)), line(say('total'), () => true)],
    },
    {
      title: say('clocks'),
      note: say('clocksNote').replace('{most}', String(MOST_DEADLINES)),
      chart: null,
      columns: columns(
        [say('due'), 0.14],
        [say('left'), 0.1],
        [say('clock'), 0.27],
        [say('kind'), 0.14],
        [say('case'), 0.18],
        [say('stage'), 0.17],
      ),
      rows: items.map((one) => [
        time(one.dueAt),
        daysLeft(one.dueAt, now),
        clockName(one.key, locale),
        say(one.type),
        one.caseNumber,
        stageName(one.state, locale),
      ]),
    },
  ];
}
