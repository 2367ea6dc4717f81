// Files of other systems: what has come, and what became of it.
import { Button, Card, Collapse, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDatabaseImport, IconFileUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ImportDetail, ImportPage as Imports } from '../../api/interchange-types.ts';
import { upload } from '../../api/upload.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { Uploader } from '../../components/uploader.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { ImportState, isWorking } from './import-signs.tsx';
import { importsTexts } from './imports-texts.ts';

const MAX_BYTES = 100_000_000;
const LOOK_AGAIN_MS = 3_000;

function ImportUpload() {
  const t = useTexts(importsTexts);
  const go = useNavigate();
  const cache = useQueryClient();
  const [kind, setKind] = useState('PERSONS');
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('uploadLead')}
      </Text>
      <SegmentedControl
        aria-label={t('kind')}
        value={kind}
        onChange={setKind}
        data={(['PERSONS', 'ALERTS'] as const).map((value) => ({ value, label: t(value) }))}
        maw={560}
      />
      <Uploader
        label={t('file')}
        maxBytes={MAX_BYTES}
        send={async (file, onProgress, signal) => {
          const one = await upload<ImportDetail>('/v1/imports', file, {
            fields: { kind },
            onProgress,
            signal,
          });
          await cache.invalidateQueries({ queryKey: ['imports'] });
          await go({ to: '/imports/$importId', params: { importId: one.id } });
        }}
      />
    </Stack>
  );
}

export function ImportsPage() {
  const t = useTexts(importsTexts);
  const { locale } = useLocale();
  const go = useNavigate();
  const [uploading, setUploading] = useState(false);
  const imports = useQuery({
    queryKey: ['imports'],
    queryFn: () => api.get<Imports>('/v1/imports', { query: { limit: 100 } }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => isWorking(status)) ? LOOK_AGAIN_MS : false,
  });
  const number = new Intl.NumberFormat(locale);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          leftSection={<IconFileUpload size={17} />}
          aria-expanded={uploading}
          onClick={() => setUploading(!uploading)}
        >
          {t('upload')}
        </Button>
      }
    >
      <Collapse expanded={uploading}>
        <Card withBorder mb="md">
          {uploading && <ImportUpload />}
        </Card>
      </Collapse>
      <DataTable
        caption={t('title')}
        rows={imports.data?.items}
        rowId={({ id }) => id}
        onOpen={({ id }) => void go({ to: '/imports/$importId', params: { importId: id } })}
        error={imports.data ? undefined : imports.error}
        onRetry={() => void imports.refetch()}
        empty={<Empty icon={IconDatabaseImport} title={t('emptyTitle')} text={t('emptyText')} />}
        minWidth={720}
        columns={[
          {
            id: 'file',
            header: t('fileName'),
            sortBy: ({ fileName }) => fileName,
            cell: ({ fileName, kind }) => (
              <>
                <Text size="sm" fw={600}>
                  {fileName}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(kind)}
                </Text>
              </>
            ),
          },
          {
            id: 'source',
            header: t('source'),
            cell: ({ source, format }) => (
              <Text size="sm">
                {t(source)} · {format}
              </Text>
            ),
          },
          { id: 'status', header: t('status'), cell: ({ status }) => <ImportState status={status} /> },
          {
            id: 'records',
            header: t('records'),
            align: 'right',
            sortBy: ({ progress }) => progress.records,
            cell: ({ progress }) => number.format(progress.records),
          },
          {
            id: 'imported',
            header: t('imported'),
            align: 'right',
            sortBy: ({ progress }) => progress.imported,
            cell: ({ progress }) => number.format(progress.imported),
          },
          {
            id: 'received',
            header: t('received'),
            nowrap: true,
            sortBy: ({ createdAt }) => Date.parse(createdAt),
            cell: ({ createdAt }) => formatDateTime(locale, createdAt),
          },
        ]}
      />
    </Page>
  );
}
