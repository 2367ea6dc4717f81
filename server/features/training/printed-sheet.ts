// The result sheet of one officer for paper: what he was asked, how the first and the last answer went, and whether it counts as passed.
import type { Locale } from '../../domain/access/actor.ts';
import { trainingSheetTexts } from '../../platform/i18n/training-sheet.ts';
import type { PrintedDocument } from '../../platform/pdf/printed-document.ts';
import type { SheetView } from './contract.ts';

export interface SheetOwner {
  readonly name: string;
  readonly login: string;
  readonly agency: string;
}

export interface SheetPaper {
  readonly sheet: SheetView;
  readonly officer: SheetOwner;
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Date;
  /** Who prints it. */
  readonly viewer: string;
}

export function layOutSheet({ sheet, officer, locale, zone, now, viewer }: SheetPaper): PrintedDocument {
  const say = (word: keyof typeof trainingSheetTexts): string => trainingSheetTexts[word][locale];
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ dateStyle: 'short', timeStyle: 'short', timeZone: zone },
  });
  const time = (instant: string | Date): string => format.format(new Date(instant));
  const answer = (attempt: SheetView['lines'][number]['first'], total: number): string =>
    attempt ? `${attempt.right} / ${total}\n${time(attempt.at)}` : '–';
  const title = `${say('training-sheet.title')}: ${officer.name}`;
  const printed = `${time(now)} (${zone})`;
  return {
    language: locale,
    form: 'SHEET',
    title,
    author: officer.agency,
    createdAt: now,
    cover: {
      above: `Izdoo · ${officer.agency}`,
      headline: [say('training-sheet.title')],
      below: `${officer.name} (${officer.login})`,
      facts: [
        { label: say('training-sheet.passed'), value: `${sheet.passed} / ${sheet.lines.length}` },
        { label: say('training-sheet.printed'), value: printed },
      ],
      warnings: [],
    },
    indexTitle: say('training-sheet.title'),
    sections: [
      {
        title: say('training-sheet.exercises'),
        blocks: [
          {
            kind: 'table',
            columns: [
              { title: say('training-sheet.exercise'), share: 0.38 },
              { title: say('training-sheet.first'), share: 0.18 },
              { title: say('training-sheet.last'), share: 0.18 },
              { title: say('training-sheet.attempts'), share: 0.11 },
              { title: say('training-sheet.result'), share: 0.15 },
            ],
            rows: sheet.lines.map((line) => ({
              cells: [
                line.title,
                answer(line.first, line.total),
                answer(line.last, line.total),
                String(line.attempts),
                line.first === null
                  ? '–'
                  : say(line.passed ? 'training-sheet.is-passed' : 'training-sheet.not-passed'),
              ],
            })),
          },
          { kind: 'note', text: say('training-sheet.note') },
        ],
      },
    ],
    running: title,
    watermark: `${viewer} · ${printed}`,
  };
}
