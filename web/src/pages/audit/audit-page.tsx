// The audit log: its rows by filter, and the chain that proves it complete.
import { Button, Group, Select, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { IconDownload, IconListSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AuditRow } from '../../../../server/features/audit/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { Coded } from '../../components/coded.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { MomentInput } from '../../components/day-input.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { shellTexts } from '../../shell/shell-texts.ts';
import { AuditRowDialog } from './audit-row.tsx';
import { auditTexts } from './audit-texts.ts';
import { Chain } from './chain.tsx';
import { EventChoice } from './event-choice.tsx';
import { eventWords } from './event-words/all.ts';
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

const LABEL = { actorId: 'actor', subjectId: 'subject' } as const;
const HELP = { actorId: 'actorHelp', subjectId: 'subjectHelp' } as const;

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
  const event = useWords(eventWords);
  const purpose = useWords(shellTexts);
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
  const field = (member: 'actorId' | 'subjectId') => (
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
          <EventChoice value={typed.type} onChange={(type) => setTyped((now) => ({ ...now, type }))} />
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
          {
            id: 'type',
            header: t('type'),
            sortBy: (one) => event(one.type),
            cell: (one) => <Coded words={event(one.type)} code={one.type} />,
          },
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
            cell: (one) =>
              one.purposeCode && (
                <>
                  {purpose(one.purposeCode)}
                  <Text size="xs" c="dimmed">
                    {one.purposeCode} · {one.purposeReference}
                  </Text>
                </>
              ),
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
      {shown && <AuditRowDialog id={shown} onClose={() => setShown(null)} />}
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
