// Whom the registry probably knows already: a link for each that may be seen.
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { LikelyView, RowView } from '../../api/interchange-types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { importsTexts } from './imports-texts.ts';

const percent = (score: number): string => `${Math.round(score * 100)} %`;

export function Likely({ items }: { items: readonly LikelyView[] }) {
  const t = useTexts(importsTexts);
  return (
    <Stack gap={2}>
      {items.map(({ personId, line, names, registryNumber, score }) => (
        <Text key={`${personId} ${line}`} size="sm">
          {t('twin')}:{' '}
          {personId ? (
            <Anchor component={Link} to={`/persons/${personId}`} size="sm" underline="always">
              {names[0] ?? registryNumber}
            </Anchor>
          ) : (
            t('sameFile', { line: line ?? 0 })
          )}{' '}
          ({percent(score)})
        </Text>
      ))}
    </Stack>
  );
}

export function Remarks({ faults, duplicates }: Pick<RowView, 'faults' | 'duplicates'>) {
  const t = useTexts(importsTexts);
  if (faults.length === 0 && duplicates.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('none')}
      </Text>
    );
  return (
    <Stack gap={2}>
      {faults.map(({ field, code, text }) => (
        <Text key={`${field} ${code}`} size="sm">
          {text}
        </Text>
      ))}
      <Likely items={duplicates} />
    </Stack>
  );
}
