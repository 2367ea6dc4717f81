// State of a list and result of a line, in sign, word and colour; a line that waits is never clear.
import { Badge, Group, Text } from '@mantine/core';
import {
  IconCircleCheck,
  IconClockHour4,
  IconHelpSquareRounded,
  IconOctagonFilled,
} from '@tabler/icons-react';
import type { LineView, ListView } from '../../api/types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { listsTexts } from './lists-texts.ts';

const RESULTS = {
  HIT: { Mark: IconOctagonFilled, color: 'var(--mantine-color-red-8)' },
  POSSIBLE: { Mark: IconHelpSquareRounded, color: 'var(--mantine-color-orange-8)' },
  CLEAR: { Mark: IconCircleCheck, color: 'var(--mantine-color-green-8)' },
  PENDING: { Mark: IconClockHour4, color: 'var(--mantine-color-dimmed)' },
} as const;

export function LineResult({ result }: { result: LineView['result'] }) {
  const t = useTexts(listsTexts);
  const { Mark, color } = RESULTS[result];
  return (
    <Group gap={6} wrap="nowrap">
      <Mark size={17} color={color} aria-hidden />
      <Text size="sm" fw={result === 'HIT' || result === 'POSSIBLE' ? 650 : 400}>
        {t(result)}
      </Text>
    </Group>
  );
}

export function ListState({ status }: { status: ListView['status'] }) {
  const t = useTexts(listsTexts);
  return (
    <Badge tt="none" fw={600} maw="none" variant={status === 'SCREENED' ? 'filled' : 'light'} color="pine">
      {t(status)}
    </Badge>
  );
}

export function ListFindings({ results }: { results: ListView['results'] }) {
  const t = useTexts(listsTexts);
  if (results.hit + results.possible === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noFinding')}
      </Text>
    );
  return (
    <Text size="sm" fw={600}>
      {[
        results.hit > 0 && t('hits', { count: results.hit }),
        results.possible > 0 && t('possibles', { count: results.possible }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  );
}
