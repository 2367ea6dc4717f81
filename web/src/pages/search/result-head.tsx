// Above the results: how many, in what order, what else was searched, what the server remarks on the words.
import { Alert, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import type { SearchAnswer } from '../../api/registry-types.ts';
import { langOf } from '../../components/person-name.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { SORTS, type Sort } from './question.ts';
import { searchTexts } from './search-texts.ts';

export function ResultHead({
  answer,
  sort,
  onSort,
}: {
  answer: SearchAnswer;
  sort: Sort | undefined;
  onSort(sort: Sort | undefined): void;
}) {
  const t = useTexts(searchTexts);
  const { total, namesakes, alsoSearched, hints, degraded } = answer;
  return (
    <Stack gap="xs">
      {degraded && (
        <Alert icon={<IconAlertTriangle />} color="gray" role="status">
          {t('degraded')}
        </Alert>
      )}
      {hints.map(({ code, text }) => (
        <Group key={code} gap={6} wrap="nowrap" role="status">
          <IconBulb size={16} aria-hidden />
          <Text size="sm">{text}</Text>
        </Group>
      ))}
      <Group justify="space-between" align="flex-end" gap="md">
        <div>
          <Title order={2} size="h4" aria-live="polite">
            {t(total.relation === 'EXACT' ? 'found' : 'foundMore', { count: total.value })}
          </Title>
          {alsoSearched.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('also')}{' '}
              {alsoSearched.map((form, index) => (
                <span key={form}>
                  {index > 0 && ', '}
                  <bdi lang={langOf({ full: form })}>{form}</bdi>
                </span>
              ))}
            </Text>
          )}
          {namesakes && namesakes.value > 1 && (
            <Text size="sm" c="dimmed">
              {t('namesakes', { count: namesakes.value })} {namesakes.ambiguous && t('addBirth')}
            </Text>
          )}
        </div>
        <Select
          size="xs"
          label={t('sort')}
          data={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          value={sort ?? (answer.items[0]?.score === null ? 'newestAlert' : 'score')}
          onChange={(value) => onSort((value as Sort | null) ?? undefined)}
          allowDeselect={false}
          w={220}
        />
      </Group>
    </Stack>
  );
}
