// The list of requests of the own state, and the form that takes a new one.
import { Badge, Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconUserQuestion } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { RequestPage, RequestView } from '../../../../server/features/subject-requests/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { CountryName } from '../../components/country.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { rightsTexts } from './rights-texts.ts';

const TYPES = ['ACCESS', 'CORRECTION', 'ERASURE', 'RESTRICTION', 'COMPLAINT'] as const;
const LANGUAGES = [
  { value: 'ky', label: 'Кыргызча' },
  { value: 'ru', label: 'Русский' },
  { value: 'kk', label: 'Қазақша' },
  { value: 'en', label: 'English' },
];
const EMPTY = { type: 'ACCESS', locale: 'ru', name: '', birthDate: '', document: '', contact: '', words: '' };

function NewRequest({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const t = useTexts(rightsTexts);
  const [values, setValues] = useState(EMPTY);
  const [key] = useState(() => crypto.randomUUID());
  const deed = useMutation({
    mutationFn: () =>
      api.post<RequestView>('/v1/subject-requests', {
        body: { ...values, birthDate: values.birthDate || null, document: values.document.trim() || null },
        key,
      }),
    onSuccess: ({ id }) => onMade(id),
  });
  const set = (change: Partial<typeof EMPTY>) => setValues((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!deed.isPending) deed.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('newRequest')} size="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('type')}
              data={TYPES.map((value) => ({ value, label: t(value) }))}
              value={values.type}
              onChange={(type) => set({ type: type ?? 'ACCESS' })}
              allowDeselect={false}
            />
            <Select
              label={t('language')}
              data={LANGUAGES}
              value={values.locale}
              onChange={(locale) => set({ locale: locale ?? 'ru' })}
              allowDeselect={false}
            />
            <TextInput
              label={t('name')}
              required
              value={values.name}
              onChange={(e) => set({ name: e.currentTarget.value })}
            />
            <DayInput
              label={t('birthDate')}
              value={values.birthDate}
              onChange={(birthDate) => set({ birthDate })}
            />
            <TextInput
              label={t('document')}
              value={values.document}
              onChange={(e) => set({ document: e.currentTarget.value })}
            />
            <TextInput
              label={t('contact')}
              required
              value={values.contact}
              onChange={(e) => set({ contact: e.currentTarget.value })}
            />
          </SimpleGrid>
          <Textarea
            label={t('words')}
            required
            autosize
            minRows={3}
            value={values.words}
            onChange={(e) => set({ words: e.currentTarget.value })}
          />
          {deed.error && <ProblemNote error={deed.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={deed.isPending}>
              {t('take')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function RequestsTab() {
  const t = useTexts(rightsTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [adding, setAdding] = useState(false);
  const list = usePages<RequestPage['items'][number]>('subject-requests', '/v1/subject-requests');
  const open = (id: string) => void navigate({ to: `/rights/${id}` as string });
  return (
    <>
      {may('request.write') && (
        <Group mb="md">
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('newRequest')}
          </Button>
        </Group>
      )}
      <DataTable
        {...list}
        caption={t('requests')}
        rowId={({ id }) => id}
        onOpen={({ id }) => open(id)}
        minWidth={720}
        empty={<Empty icon={IconUserQuestion} title={t('none')} />}
        columns={[
          { id: 'number', header: t('number'), cell: (one) => one.requestNumber, nowrap: true },
          { id: 'type', header: t('type'), sortBy: (one) => t(one.type), cell: (one) => t(one.type) },
          {
            id: 'status',
            header: t('status'),
            sortBy: (one) => t(one.status),
            cell: (one) => (
              <Badge variant="light" color="gray" tt="none">
                {t(one.status)}
              </Badge>
            ),
          },
          { id: 'receiver', header: t('receiver'), cell: (one) => <CountryName code={one.receivedState} /> },
          {
            id: 'owner',
            wideOnly: true,
            header: t('owner'),
            cell: (one) => (one.ownerState === null ? '–' : <CountryName code={one.ownerState} />),
          },
          {
            id: 'received',
            header: t('receivedAt'),
            sortBy: (one) => one.receivedAt,
            cell: (one) => formatDate(locale, one.receivedAt),
            nowrap: true,
          },
          {
            id: 'due',
            header: t('due'),
            sortBy: (one) => one.dueAt,
            cell: (one) =>
              one.status === 'CLOSED' || one.status === 'DECIDED' ? (
                '–'
              ) : (
                <ClockBadge dueAt={one.dueAt} size="sm" warnMinutes={10_080} />
              ),
          },
        ]}
      />
      {adding && (
        <NewRequest
          onClose={() => setAdding(false)}
          onMade={(id) => {
            void cache.invalidateQueries({ queryKey: ['subject-requests'] });
            open(id);
          }}
        />
      )}
    </>
  );
}
