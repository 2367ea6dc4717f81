// One import from the file to the result: columns, preview, progress, records, and taking it back.
import { Anchor, Button, Card, Group, Progress, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ImportDetail } from '../../api/interchange-types.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportPreview, StartImport } from './import-preview.tsx';
import { useImportProgress } from './import-progress.ts';
import { ImportRows } from './import-rows.tsx';
import { ImportState, isWorking } from './import-signs.tsx';
import { importsTexts } from './imports-texts.ts';

function TakeBack({ one }: { one: ImportDetail }) {
  const t = useTexts(importsTexts);
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const reload = () => cache.invalidateQueries({ queryKey: ['import', one.id] });
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={17} />} onClick={() => setAsking(true)}>
        {t('takeBack')}
      </Button>
      <DecisionDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('takeBack')}
        text={t('takeBackText')}
        confirm={t('takeBack')}
        danger
        note="required"
        noteLabel={t('takeBackReason')}
        onStale={reload}
        onConfirm={async (reason) => {
          await api.post(`/v1/imports/${one.id}/take-back`, { version: one.version, body: { reason } });
          await reload();
          await cache.invalidateQueries({ queryKey: ['imports'] });
        }}
      />
    </>
  );
}

const FIGURES = {
  progress: ['imported', 'faulty', 'duplicates', 'skipped', 'repeated'],
  back: ['removed', 'left'],
} as const;

const LABELS = { duplicates: 'likely' } as const;

function ImportProgress({ one }: { one: ImportDetail }) {
  const t = useTexts(importsTexts);
  const { locale } = useLocale();
  const number = new Intl.NumberFormat(locale);
  const { records, done } = one.progress;
  const goesBack = one.status === 'TAKING_BACK' || one.status === 'TAKEN_BACK';
  const words = t('progress', { done: number.format(done), records: number.format(records) });
  return (
    <Card withBorder>
      <Group justify="space-between" mb="xs">
        <ImportState status={one.status} />
        <Text size="sm" c="dimmed" role="status">
          {words}
        </Text>
      </Group>
      <Progress
        value={records === 0 ? 0 : (done / records) * 100}
        animated={isWorking(one.status)}
        aria-label={words}
      />
      <SimpleGrid cols={{ base: 2, sm: 5 }} mt="md">
        {[...FIGURES.progress, ...(goesBack ? FIGURES.back : [])].map((figure) => (
          <div key={figure}>
            <Text size="xl" fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {number.format(one.progress[figure])}
            </Text>
            <Text size="sm" c="dimmed">
              {t(figure in LABELS ? LABELS[figure as keyof typeof LABELS] : (figure as 'imported'))}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {one.takeBackReason && (
        <Text size="sm" mt="sm">
          {t('takeBackReason')}: {one.takeBackReason}
        </Text>
      )}
    </Card>
  );
}

function ImportContent({ one }: { one: ImportDetail }) {
  if (one.status === 'RECEIVED')
    return (
      <Stack gap="lg">
        {(one.columns.length > 0 || one.kind === 'ALERTS') && <ImportColumns key={one.version} one={one} />}
        <ImportPreview one={one} />
      </Stack>
    );
  return (
    <Stack gap="lg">
      <ImportProgress one={one} />
      {!isWorking(one.status) && <ImportRows key={one.status} one={one} />}
    </Stack>
  );
}

export function ImportPage() {
  const t = useTexts(importsTexts);
  const { importId } = useParams({ from: '/imports/$importId' });
  const one = useQuery({
    queryKey: ['import', importId],
    queryFn: () => api.get<ImportDetail>(`/v1/imports/${importId}`),
  });
  const { data } = one;
  useImportProgress(importId, isWorking(data?.status));
  return (
    <Page
      title={data?.fileName ?? t('title')}
      {...(data && { lead: `${t(data.source)} · ${data.format} · ${t(data.kind)}` })}
      actions={
        data && (
          <>
            {data.status === 'RECEIVED' && <StartImport one={data} />}
            {data.status !== 'TAKING_BACK' && data.status !== 'TAKEN_BACK' && <TakeBack one={data} />}
          </>
        )
      }
    >
      <Anchor component={Link} to="/imports" size="sm" mb="md" display="inline-block">
        <Group gap={4} wrap="nowrap">
          <IconArrowLeft size={15} aria-hidden />
          {t('back')}
        </Group>
      </Anchor>
      {data ? (
        <ImportContent one={data} />
      ) : one.error ? (
        <ProblemNote error={one.error} onRetry={() => void one.refetch()} />
      ) : (
        <Skeleton h={240} />
      )}
    </Page>
  );
}
