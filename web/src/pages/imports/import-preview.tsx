// The first records as they would be recorded, and the button that records them all.
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ImportDetail, PreviewView } from '../../api/interchange-types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { Remarks } from './import-likely.tsx';
import { importsTexts } from './imports-texts.ts';

export function StartImport({ one }: { one: ImportDetail }) {
  const t = useTexts(importsTexts);
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [duplicates, setDuplicates] = useState('MARK');
  return (
    <>
      <Button leftSection={<IconPlayerPlay size={17} />} onClick={() => setAsking(true)}>
        {t('start')}
      </Button>
      <DecisionDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('start')}
        text={t('startText', { records: one.progress.records })}
        confirm={t('start')}
        onStale={() => cache.invalidateQueries({ queryKey: ['import', one.id] })}
        onConfirm={async () => {
          await api.post(`/v1/imports/${one.id}/start`, { version: one.version, body: { duplicates } });
          await cache.invalidateQueries({ queryKey: ['import', one.id] });
          await cache.invalidateQueries({ queryKey: ['imports'] });
        }}
      >
        <Radio.Group label={t('duplicates')} value={duplicates} onChange={setDuplicates}>
          <Group mt="xs">
            {(['MARK', 'SKIP'] as const).map((value) => (
              <Radio key={value} value={value} label={t(value)} />
            ))}
          </Group>
        </Radio.Group>
      </DecisionDialog>
    </>
  );
}

export function ImportPreview({ one }: { one: ImportDetail }) {
  const t = useTexts(importsTexts);
  const date = useShownDate();
  const preview = useQuery({
    queryKey: ['import-preview', one.id, one.version],
    queryFn: () => api.post<PreviewView>(`/v1/imports/${one.id}/preview`),
  });
  return (
    <Section title={t('preview')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('previewLead')}
      </Text>
      <DataTable
        caption={t('preview')}
        rows={preview.data?.rows}
        rowId={({ line }) => String(line)}
        error={preview.data ? undefined : preview.error}
        onRetry={() => void preview.refetch()}
        empty={<Text c="dimmed">{t('nothingHere')}</Text>}
        minWidth={680}
        columns={[
          { id: 'line', header: t('line'), align: 'right', width: 70, cell: ({ line }) => line },
          {
            id: 'person',
            header: t('person'),
            cell: ({ names, refused }) => (
              <Stack gap={0}>
                {names.map((name, index) => (
                  <Text
                    key={name}
                    size="sm"
                    fw={index === 0 ? 600 : 400}
                    c={index === 0 ? undefined : 'dimmed'}
                  >
                    {name}
                  </Text>
                ))}
                {refused && (
                  <Group gap={6} wrap="nowrap">
                    <IconAlertTriangle size={16} aria-hidden />
                    <Text size="sm" fw={600}>
                      {t('refused')}
                    </Text>
                  </Group>
                )}
              </Stack>
            ),
          },
          {
            id: 'details',
            header: t('details'),
            cell: ({ births, nationalities, documents }) => (
              <Text size="sm">{[...births.map(date), ...nationalities, ...documents].join(' · ')}</Text>
            ),
          },
          {
            id: 'remarks',
            header: t('remarks'),
            cell: ({ faults, duplicates }) => <Remarks faults={faults} duplicates={duplicates} />,
          },
        ]}
      />
    </Section>
  );
}
