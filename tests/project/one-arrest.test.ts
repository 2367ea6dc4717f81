// The table "one arrest, all profiles" of docs/extradition.md is what the rules make of the profiles today.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calendarDateIn } from '../../server/domain/dates/zone.ts';
import { dueAt } from '../../server/domain/deadlines/due.ts';
import type { DeadlineRule } from '../../server/domain/deadlines/rule.ts';
import { projectPath } from '../../server/platform/paths.ts';

const ARREST = new Date('2026-03-01T04:00:00Z');
const ZONE = 'Asia/Bishkek';

interface ProfileFile {
  readonly code: string;
  readonly version: number;
  readonly verifiedBy: string | null;
  readonly settings: { readonly deadlines: readonly DeadlineRule[] };
}

function endOf({ length, unit, countFirstDay }: DeadlineRule): string {
  if (length === null) return '–';
  const due = dueAt({ length, unit, countFirstDay }, ARREST, ZONE);
  const day = calendarDateIn(ZONE, new Date(due.getTime() - 1));
  if (unit !== 'HOURS') return day;
  return `${calendarDateIn(ZONE, due)} ${due.toLocaleTimeString('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })}`;
}

function kindOf({ type, onExpiry, extensible, maxExtensionDays }: DeadlineRule): string {
  const words = `${type}, ${onExpiry}`.toLowerCase().replaceAll('_', ' ');
  return extensible ? `${words}, +${maxExtensionDays ?? 'any'}` : words;
}

function tableOf(profiles: readonly ProfileFile[]): string {
  const rows = profiles.flatMap(({ code, settings }) =>
    settings.deadlines.map((rule) => {
      const length = rule.length === null ? 'agreed' : `${rule.length} ${rule.unit.toLowerCase()}`;
      return [code, rule.key, rule.startEvent, length, endOf(rule), kindOf(rule)];
    }),
  );
  return [
    '| profile | clock | starts with | length | ends | kind |',
    '|---|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

const folder = projectPath('prisma', 'reference-data', 'treaty-profiles');
const newest = readdirSync(folder)
  .sort()
  .map((name) => {
    const versions: ProfileFile[] = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return versions.reduce((a, b) => (b.version > a.version ? b : a));
  });

test('the guide shows the table that the profiles give', () => {
  const guide = readFileSync(projectPath('docs', 'extradition.md'), 'utf8');
  const [shown = ''] = /\| profile \| clock \|[\s\S]*?(?=\n\n)/u.exec(guide) ?? [];
  expect(shown).toBe(tableOf(newest));
});

test('the guide says what no lawyer has confirmed', () => {
  expect(newest.filter(({ verifiedBy }) => verifiedBy !== null).map(({ code }) => code)).toEqual([]);
});
