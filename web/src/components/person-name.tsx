// A name as it is stored: its script for screen readers and fonts, what kind of name it is, the letters that agreed.
import { Mark, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { nameTypeWords } from '../i18n/person-words.ts';
import { useTexts } from '../i18n/texts.tsx';

export interface ShownName {
  readonly full: string;
  readonly type?: keyof typeof nameTypeWords;
  readonly script?: string;
  readonly language?: string | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Hans', /\p{Script=Han}/u],
];

const scriptOf = (text: string): string => SCRIPTS.find(([, letters]) => letters.test(text))?.[0] ?? 'Latn';

/** @returns a language tag: what is known of the language, and always the script */
export const langOf = ({ full, script, language }: ShownName): string =>
  `${language ?? 'und'}-${script && script !== 'Zyyy' ? script : scriptOf(full)}`;

function marked(full: string, spans: readonly Span[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(full.slice(at, start), <Mark key={start}>{full.slice(start, end)}</Mark>);
    at = end;
  }
  return [...parts, full.slice(at)];
}

export function PersonName({
  name,
  highlights = [],
  showType = false,
  fw,
}: {
  name: ShownName;
  highlights?: readonly Span[];
  /** The main name needs no word beside it. */
  showType?: boolean;
  fw?: number;
}) {
  const t = useTexts(nameTypeWords);
  return (
    <Text component="span" fz="inherit" fw={fw}>
      <bdi lang={langOf(name)} translate="no">
        {marked(name.full, highlights)}
      </bdi>
      {showType && name.type && (
        <Text component="span" size="xs" c="dimmed" fw={400}>
          {' '}
          {t(name.type)}
        </Text>
      )}
    </Text>
  );
}
