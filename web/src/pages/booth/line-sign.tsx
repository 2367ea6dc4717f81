// The state of the connection in sign and words, and how old the last answer is once that begins to matter.
import { Badge } from '@mantine/core';
import { IconDatabaseOff, IconLoader2, IconPlugConnectedX, IconWifi } from '@tabler/icons-react';
import { useNow } from '../../components/use-now.ts';
import { formatSpan } from '../../i18n/spans.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { boothTexts } from './booth-texts.ts';
import { useLine } from './use-line.ts';

const LOOKS = {
  unknown: { Mark: IconLoader2, color: 'gray' },
  up: { Mark: IconWifi, color: 'pine' },
  away: { Mark: IconDatabaseOff, color: 'grape.9' },
  lost: { Mark: IconPlugConnectedX, color: 'grape.9' },
} as const;

/** Two missed heartbeats: from here on the age is said. */
const OLD_MS = 11_000;

export function LineSign({ plain = false }: { plain?: boolean }) {
  const t = useTexts(boothTexts);
  const { locale } = useLocale();
  const { state, contactAt } = useLine();
  const now = useNow();
  const age = contactAt === null ? null : now - contactAt;
  const { Mark, color } = LOOKS[state];
  const words = [
    t(`line_${state}`),
    age === null
      ? state === 'lost'
        ? t('neverContact')
        : ''
      : age > OLD_MS
        ? t('lastContact', { span: formatSpan(locale, age) })
        : '',
  ]
    .filter(Boolean)
    .join(' · ');
  if (plain)
    return (
      <span>
        <Mark size={18} aria-hidden /> {words}
      </span>
    );
  return (
    <Badge
      size="lg"
      tt="none"
      fw={600}
      variant={state === 'up' || state === 'unknown' ? 'light' : 'filled'}
      color={color}
      leftSection={<Mark size={16} aria-hidden />}
      maw="none"
      data-line={state}
    >
      {words}
    </Badge>
  );
}
