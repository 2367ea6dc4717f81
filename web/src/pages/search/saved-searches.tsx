// Kept questions: asked again by the system whenever an alert begins, with what is new and not yet seen.
import {
  Badge,
  Button,
  Divider,
  Drawer,
  Group,
  Indicator,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { SubjectPage, SubjectView } from '../../api/registry-types.ts';
import { Empty } from '../../components/empty.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { useFilterWords } from './filter-words.ts';
import { Findings } from './findings.tsx';
import { bodyOf, type Filters, questionAgain, type SearchAddress, type Words } from './question.ts';
import { searchTexts } from './search-texts.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 60_000;

type Asked = (address: SearchAddress, words: Words) => void;

/** What narrows a kept search; without it the name alone would promise more than is told. */
function Narrowed({ filters }: { filters: Filters | undefined | null }) {
  const words = useFilterWords();
  const said = filters ? words(filters) : [];
  if (said.length === 0) return null;
  return (
    <Group gap={4}>
      {said.map((word) => (
        <Badge key={word} variant="default" tt="none" fw={500} maw="100%">
          {word}
        </Badge>
      ))}
    </Group>
  );
}

function Subject({ subject, onSearch }: { subject: SubjectView; onSearch: Asked }) {
  const t = useTexts(searchTexts);
  const date = useShownDate();
  const { locale } = useLocale();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const { question } = subject;
  const name =
    question.name ?? [question.family, question.given, question.patronymic].filter(Boolean).join(' ');
  const forget = useMutation({
    mutationFn: () => api.remove(`/v1/saved-subjects/${subject.id}`),
    onSettled: () => cache.invalidateQueries({ queryKey: ['subjects'] }),
  });
  return (
    <Stack gap={6} component="li">
      <Group justify="space-between" wrap="nowrap">
        <div>
          {subject.label && <Text fw={650}>{subject.label}</Text>}
          <Text size="sm">
            <PersonName name={{ full: name || (question.document?.number ?? '—') }} />
            {question.birthDate && ` · ${date(question.birthDate)}`}
          </Text>
          <Narrowed filters={subject.filters as Filters | null} />
          <Text size="xs" c="dimmed">
            {t('keptUntil', { date: formatDate(locale, subject.expiresAt) })}
          </Text>
        </div>
        {subject.unseen > 0 && (
          <Text size="sm" fw={650}>
            {t('savedNew', { count: subject.unseen })}
          </Text>
        )}
      </Group>
      <Group gap="xs">
        <Button size="compact-xs" variant="light" onClick={() => setOpen(!open)} aria-expanded={open}>
          {t('show')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            const asked = { name, birthDate: question.birthDate ?? '' };
            const again = questionAgain(asked, subject.filters as Filters | null);
            onSearch(again.address, again.words);
          }}
        >
          {t('searchAgain')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => forget.mutate()}>
          {t('forget')}
        </Button>
      </Group>
      {open && <Findings subjectId={subject.id} />}
    </Stack>
  );
}

function KeepForm({ address, words }: { address: SearchAddress; words: Words }) {
  const filters = bodyOf(address, words)?.filters;
  const t = useTexts(searchTexts);
  const date = useShownDate();
  const cache = useQueryClient();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState<number | string>(90);
  const keep = useMutation({
    mutationFn: () =>
      api.post<SubjectView>('/v1/saved-subjects', {
        body: {
          ...(label.trim() && { label: label.trim() }),
          name: words.name,
          ...(filters && { filters }),
          ...(words.birthDate && { birthDate: words.birthDate }),
          expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString(),
        },
        purposeInBody: true,
        key: crypto.randomUUID(),
      }),
    onSuccess: () => {
      notifications.show({ message: t('keptNow') });
      setLabel('');
      void cache.invalidateQueries({ queryKey: ['subjects'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Text size="sm">
          <PersonName name={{ full: words.name }} fw={600} />
          {words.birthDate && ` · ${date(words.birthDate)}`}
        </Text>
        <Narrowed filters={filters as Filters | undefined} />
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            label={t('label')}
            value={label}
            onChange={({ currentTarget }) => setLabel(currentTarget.value)}
            maxLength={100}
            flex={1}
          />
          <NumberInput
            label={t('keepDays')}
            hideControls
            value={days}
            onChange={setDays}
            min={1}
            max={179}
            w={130}
          />
        </Group>
        {keep.error && <ProblemNote error={keep.error} />}
        <Button type="submit" loading={keep.isPending}>
          {t('keep')}
        </Button>
      </Stack>
    </form>
  );
}

export function SavedSearches({
  address,
  words,
  onSearch,
}: {
  address: SearchAddress;
  words: Words;
  onSearch: Asked;
}) {
  const t = useTexts(searchTexts);
  const [open, setOpen] = useState(false);
  const subjects = useQuery({
    queryKey: ['subjects'],
    queryFn: () => api.get<SubjectPage>('/v1/saved-subjects', { query: { limit: 100 } }),
    refetchInterval: EVERY_MS,
  });
  const items = subjects.data?.items ?? [];
  const unseen = items.reduce((sum, one) => sum + one.unseen, 0);
  return (
    <>
      <Indicator label={unseen} size={18} disabled={unseen === 0}>
        <Button variant="default" leftSection={<IconBookmark size={16} />} onClick={() => setOpen(true)}>
          {t('saved')}
        </Button>
      </Indicator>
      <Drawer opened={open} onClose={() => setOpen(false)} position="right" size={480} title={t('saved')}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('savedLead')}
          </Text>
          {words.name !== '' && (
            <>
              <KeepForm address={address} words={words} />
              <Divider />
            </>
          )}
          {subjects.error && <ProblemNote error={subjects.error} onRetry={() => void subjects.refetch()} />}
          {subjects.data && items.length === 0 && <Empty icon={IconBookmark} title={t('savedEmpty')} />}
          <Stack component="ul" gap="lg" p={0} m={0}>
            {items.map((subject) => (
              <Subject
                key={subject.id}
                subject={subject}
                onSearch={(...again) => {
                  setOpen(false);
                  onSearch(...again);
                }}
              />
            ))}
          </Stack>
        </Stack>
      </Drawer>
    </>
  );
}
