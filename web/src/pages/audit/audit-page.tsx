// The audit log: its rows by filter, one row in full, and the chain that proves it complete.
import { Button, Code, Group, Modal, Select, Skeleton, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { IconDownload, IconListSearch } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AuditRow, AuditRowDetail } from '../../../../server/features/audit/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { MomentInput } from '../../components/day-input.tsx';
import { Empty } from '../../components/empty.tsx';
import { Fact } from '../../components/fact.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { auditTexts } from './audit-texts.ts';
import { Chain } from './chain.tsx';
import { subjectWords } from './subject-words.ts';
import { useNames } from './use-names.ts';

const EMPTY = { from: '', to: '', type: '', actorId: '', subjectId: '', outcome: '' };
type Filter = typeof EMPTY;

/** As the API takes it; times of the fields are those of the browser's zone. */
const queryOf = ({ from, to, ...rest }: Filter): Record<string, string> => ({
  ...rest,
  from: from && new Date(from).toISOString(),
  to: to && new Date(to).toISOString(),
});

const LABEL = { type: 'type', actorId: 'actor', subjectId: 'subject' } as const;
const HELP = { type: 'typeHelp', actorId: 'actorHelp', subjectId: 'subjectHelp' } as const;

/** The id itself stays readable: it is what the log proves. */
function Id({ children }: { children: string | null }) {
  return (
    children && (
      <Text size="xs" c="dimmed" ff="monospace">
        {children}
      </Text>
    )
  );
}

function Row({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(auditTexts);
  const outcome = useWords(auditTexts);
  const subject = useWords(subjectWords);
  const { locale } = useLocale();
  const row = useQuery({
    queryKey: ['audit-row', id],
    queryFn: () => api.get<AuditRowDetail>(`/v1/audit/${id}`),
  });
  const name = useNames([row.data?.actorId, row.data?.subjectId, row.data?.agencyId]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('row', { id })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {row.error && <ProblemNote error={row.error} onRetry={() => void row.refetch()} />}
      {row.isPending && <Skeleton h={200} />}
      {row.data && (
        <Stack gap="sm">
          <Group gap="xl" align="flex-start">
            <Fact label={t('at')}>{formatDateTime(locale, row.data.at)}</Fact>
            <Fact label={t('type')}>{row.data.type}</Fact>
            <Fact label={t('outcome')}>{outcome(row.data.outcome)}</Fact>
            <Fact label={t('ip')}>{row.data.ip ?? '–'}</Fact>
            <Fact label={t('seal')}>{row.data.sealNo ?? t('waits')}</Fact>
          </Group>
          <Fact label={t('actor')}>
            {row.data.actorId ? name(row.data.actorId) : subject(row.data.actorKind)}
            {row.data.agencyId && `, ${name(row.data.agencyId)}`}
            <Id>{row.data.actorId}</Id>
          </Fact>
          <Fact label={t('subject')}>
            {subject(row.data.subjectType)} {name(row.data.subjectId)}
            <Id>{row.data.subjectId}</Id>
          </Fact>
          <Fact label={t('purpose')}>
            {row.data.purposeCode ? `${row.data.purposeCode} · ${row.data.purposeReference}` : '–'}
          </Fact>
          <Fact label={t('request')}>{row.data.requestId ?? '–'}</Fact>
          <div>
            <Text size="xs" c="dimmed">
              {t('data')}
            </Text>
            <Code block>{JSON.stringify(row.data.data, null, 2)}</Code>
          </div>
          {row.data.secretState !== 'NONE' && (
            <div>
              <Text size="xs" c="dimmed">
                {t('secret')}
              </Text>
              <Code block>{row.data.secretState === 'UNREADABLE' ? t('UNREADABLE') : row.data.secret}</Code>
            </div>
          )}
        </Stack>
      )}
    </Modal>
  );
}

function Export({ filter }: { filter: Filter }) {
  const t = useTexts(auditTexts);
  const download = useMutation({
    mutationFn: async (format: 'csv' | 'json') => {
      const blob = await api.blob('/v1/audit/export', { query: { ...queryOf(filter), format } });
      saveBlob(blob, `audit-${new Date().toISOString().slice(0, 10)}.${format}`);
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate('csv')}
      >
        {t('export')}
      </Button>
      <Button variant="default" disabled={download.isPending} onClick={() => download.mutate('json')}>
        {t('exportJson')}
      </Button>
      {download.error && <ProblemNote error={download.error} />}
    </>
  );
}

function Rows() {
  const t = useTexts(auditTexts);
  const outcome = useWords(auditTexts);
  const subject = useWords(subjectWords);
  const { locale } = useLocale();
  const { may } = useSession();
  const [typed, setTyped] = useState(EMPTY);
  const [filter, setFilter] = useState(EMPTY);
  const [shown, setShown] = useState<string | null>(null);
  const list = usePages<AuditRow>('audit', '/v1/audit', queryOf(filter));
  const name = useNames(list.rows?.flatMap(({ actorId, subjectId }) => [actorId, subjectId]) ?? []);
  const moment = (member: 'from' | 'to') => (
    <MomentInput
      label={t(member)}
      value={typed[member]}
      onChange={(value) => setTyped((now) => ({ ...now, [member]: value }))}
      w={190}
    />
  );
  const field = (member: 'type' | 'actorId' | 'subjectId') => (
    <TextInput
      label={t(LABEL[member])}
      placeholder={t(HELP[member])}
      value={typed[member]}
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        setTyped((now) => ({ ...now, [member]: value }));
      }}
      w={200}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFilter(typed);
  };
  return (
    <Stack>
      <form onSubmit={submit}>
        <Group gap="sm" align="flex-end" wrap="wrap">
          {moment('from')}
          {moment('to')}
          {field('type')}
          {field('actorId')}
          {field('subjectId')}
          <Select
            label={t('outcome')}
            placeholder={t('any')}
            data={(['SUCCESS', 'REFUSED', 'FAILED'] as const).map((value) => ({
              value: value as string,
              label: t(value),
            }))}
            value={typed.outcome || null}
            onChange={(next) => setTyped((now) => ({ ...now, outcome: next ?? '' }))}
            clearable
            w={160}
          />
          <Button type="submit">{t('search')}</Button>
          {may('audit.export') && <Export filter={filter} />}
        </Group>
      </form>
      <DataTable
        {...list}
        caption={t('audit')}
        rowId={({ id }) => id}
        onOpen={({ id }) => setShown(id)}
        empty={<Empty icon={IconListSearch} title={t('none')} />}
        minWidth={720}
        columns={[
          {
            id: 'at',
            nowrap: true,
            header: t('at'),
            sortBy: (one) => one.at,
            cell: (one) => formatDateTime(locale, one.at),
          },
          { id: 'type', header: t('type'), sortBy: (one) => one.type, cell: (one) => one.type },
          {
            id: 'outcome',
            header: t('outcome'),
            sortBy: (one) => one.outcome,
            cell: (one) => (
              <Text size="sm" fw={one.outcome === 'SUCCESS' ? 400 : 700}>
                {outcome(one.outcome)}
              </Text>
            ),
          },
          {
            id: 'actor',
            header: t('actor'),
            cell: (one) => (one.actorId ? name(one.actorId) : subject(one.actorKind)),
          },
          {
            id: 'subject',
            nowrap: true,
            header: t('subject'),
            cell: (one) => [subject(one.subjectType), name(one.subjectId)].filter(Boolean).join(' '),
          },
          {
            id: 'purpose',
            header: t('purpose'),
            cell: (one) => (one.purposeCode ? `${one.purposeCode} ${one.purposeReference ?? ''}` : ''),
          },
          {
            id: 'seal',
            wideOnly: true,
            header: t('seal'),
            align: 'right',
            cell: (one) => one.sealNo ?? t('waits'),
          },
        ]}
      />
      {shown && <Row id={shown} onClose={() => setShown(null)} />}
    </Stack>
  );
}

export function AuditPage() {
  const t = useTexts(auditTexts);
  const { may } = useSession();
  return (
    <Page title={t('audit')} lead={t('auditLead')}>
      <Tabs defaultValue={may('audit.read') ? 'rows' : 'chain'} keepMounted={false}>
        <Tabs.List mb="md">
          {may('audit.read') && <Tabs.Tab value="rows">{t('rows')}</Tabs.Tab>}
          {may('audit.verify') && <Tabs.Tab value="chain">{t('chain')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="rows">
          <Rows />
        </Tabs.Panel>
        <Tabs.Panel value="chain">
          <Chain />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
