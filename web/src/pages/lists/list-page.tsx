// One list: how far its screening is, what was wrong with the file, its travellers, and the steps until it has arrived.
import {
  Accordion,
  Anchor,
  Button,
  Card,
  Group,
  Progress,
  Skeleton,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconDownload, IconFileAlert } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ListDetail } from '../../api/types.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { formatDate, formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { ListLines } from './list-lines.tsx';
import { ListFindings, ListState } from './list-signs.tsx';
import { flightOf } from './lists-page.tsx';
import { listsTexts } from './lists-texts.ts';

const isScreening = (list: ListDetail | undefined): boolean =>
  list?.status === 'RECEIVED' || list?.status === 'PARSED';

function Steps({ list }: { list: ListDetail }) {
  const t = useTexts(listsTexts);
  const cache = useQueryClient();
  const [step, setStep] = useState<ListDetail['allowed'][number]>();
  const reload = () => cache.invalidateQueries({ queryKey: ['list', list.id] });
  return (
    <>
      {list.allowed.map((one, index) => (
        <Button key={one} variant={index === 0 ? 'filled' : 'default'} onClick={() => setStep(one)}>
          {t(`step_${one}`)}
        </Button>
      ))}
      {step && (
        <DecisionDialog
          opened
          onClose={() => setStep(undefined)}
          title={t(`step_${step}`)}
          text={t('stepText')}
          confirm={t(`step_${step}`)}
          onStale={reload}
          onConfirm={async () => {
            await api.post(`/v1/passenger-lists/${list.id}/steps/${step}`, { version: list.version });
            await reload();
            await cache.invalidateQueries({ queryKey: ['lists'] });
          }}
        />
      )}
    </>
  );
}

const save = async (list: ListDetail): Promise<void> =>
  saveBlob(
    await api.blob(`/v1/passenger-lists/${list.id}/export`),
    `${list.carrier}${list.number}-${list.date}.csv`,
  );

function Faults({ list }: { list: ListDetail }) {
  const t = useTexts(listsTexts);
  if (list.faults.length === 0)
    return (
      <Group gap={6}>
        <IconCircleCheck size={17} aria-hidden />
        <Text size="sm">{t('noFaults')}</Text>
      </Group>
    );
  return (
    <Accordion variant="contained" order={2}>
      <Accordion.Item value="faults">
        <Accordion.Control icon={<IconFileAlert size={19} aria-hidden />}>
          {t('faults', { count: list.faults.length })}
        </Accordion.Control>
        <Accordion.Panel>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={90}>{t('line')}</Table.Th>
                <Table.Th>{t('fault')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.faults.map((fault) => (
                <Table.Tr key={`${fault.line} ${fault.segment} ${fault.field} ${fault.code}`}>
                  <Table.Td>{fault.line === 0 ? t('wholeFile') : fault.line}</Table.Td>
                  <Table.Td>{fault.text}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function ListContent({ list }: { list: ListDetail }) {
  const t = useTexts(listsTexts);
  const { locale } = useLocale();
  const { lines, screened, repeated } = list.progress;
  const words = t('progress', { screened, lines });
  return (
    <Stack gap="lg">
      <Card withBorder>
        <Group justify="space-between" mb="xs">
          <Group gap="sm">
            <ListState status={list.status} />
            <ListFindings results={list.results} />
          </Group>
          <Text size="sm" c="dimmed">
            {[list.checkpoint, t(list.direction), t('due'), formatDateTime(locale, list.dueAt)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Group>
        <Progress
          value={lines === 0 ? 100 : (screened / lines) * 100}
          animated={isScreening(list)}
          aria-label={words}
          mb={6}
        />
        <Text size="sm" role="status">
          {words}
          {repeated > 0 && ` · ${t('repeated', { count: repeated })}`}
        </Text>
      </Card>
      <Faults list={list} />
      <ListLines
        listId={list.id}
        screening={isScreening(list)}
        stamp={`${list.status} ${screened} ${list.results.hit} ${list.results.possible}`}
      />
    </Stack>
  );
}

export function ListPage() {
  const t = useTexts(listsTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const { listId } = useParams({ from: '/lists/$listId' });
  const query = useQuery({
    queryKey: ['list', listId],
    queryFn: () => api.get<ListDetail>(`/v1/passenger-lists/${listId}`),
    refetchInterval: ({ state }) => (isScreening(state.data) ? 1_000 : false),
  });
  const list = query.data;
  return (
    <Page
      title={list ? `${flightOf(list)} · ${formatDate(locale, list.date)}` : t('title')}
      {...(list && { lead: t(list.source) })}
      actions={
        <>
          <Anchor renderRoot={(props) => <Link to="/lists" {...props} />} size="sm">
            <Group gap={4}>
              <IconArrowLeft size={16} aria-hidden />
              {t('back')}
            </Group>
          </Anchor>
          {list && may('list.review') && (
            <>
              <Button
                variant="default"
                leftSection={<IconDownload size={17} />}
                onClick={() => void save(list)}
              >
                {t('export')}
              </Button>
              <Steps list={list} />
            </>
          )}
        </>
      }
    >
      {query.isPending && <Skeleton h={300} />}
      {query.error && !list && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {list && <ListContent list={list} />}
    </Page>
  );
}
