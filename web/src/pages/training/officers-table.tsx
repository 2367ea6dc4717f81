// How the officers of the state are doing, for whoever looks after their accounts.
import { Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { SheetList } from '../../api/training-types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DownloadMenu } from '../../components/download-menu.tsx';
import { Empty } from '../../components/empty.tsx';
import { Section } from '../../components/section.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { trainingTexts } from './training-texts.ts';

export function OfficersTable() {
  const t = useTexts(trainingTexts);
  const { locale } = useLocale();
  const sheets = useQuery({
    queryKey: ['training', 'sheet', 'officers'],
    queryFn: () => api.get<SheetList>('/v1/training/sheets'),
  });
  return (
    <Section title={t('officers')}>
      <DataTable
        caption={t('officers')}
        rows={sheets.data?.items}
        rowId={({ userId }) => userId}
        error={sheets.data ? undefined : sheets.error}
        onRetry={() => void sheets.refetch()}
        empty={<Empty icon={IconUsers} title={t('noOfficers')} />}
        columns={[
          {
            id: 'officer',
            header: t('officer'),
            sortBy: ({ name }) => name,
            cell: ({ name, login }) => (
              <>
                <Text size="sm">{name}</Text>
                <Text size="xs" c="dimmed">
                  {login}
                </Text>
              </>
            ),
          },
          { id: 'agency', header: t('agency'), cell: ({ agency }) => agency },
          {
            id: 'passed',
            header: t('firstRight'),
            sortBy: ({ passed }) => passed,
            cell: ({ passed, total }) => t('share', { part: passed, total }),
          },
          {
            id: 'answered',
            header: t('answered'),
            sortBy: ({ answered }) => answered,
            cell: ({ answered, total }) => t('share', { part: answered, total }),
          },
          { id: 'last', header: t('last'), cell: ({ lastAt }) => formatDateTime(locale, lastAt) },
          {
            id: 'sheet',
            header: t('sheet'),
            cell: ({ userId, login }) => (
              <DownloadMenu
                path={`/v1/training/sheets/${userId}/print`}
                query={{ language: locale }}
                name={`training-${login}`}
                formats={['pdf']}
                label="PDF"
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
