// Working on a case together: tasks, comments to colleagues, messages to the other side, and who is on it.
import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Grid,
  Group,
  MultiSelect,
  Select,
  Skeleton,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { formatDate, formatDateTime } from '../../i18n/dates.ts';
import { roleWords } from '../../i18n/role-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { CaseLetters } from '../letters/case-letters.tsx';
import { useComments, useReloadCase, useTeam } from './case-data.ts';
import styles from './cases.module.css';
import { TasksCard } from './tasks-card.tsx';
import { workTexts } from './work-texts.ts';

function Comments({ file }: { file: CaseView }) {
  const t = useTexts(workTexts);
  const { locale } = useLocale();
  const comments = useComments(file.id);
  const { nameOf } = useTeam(file.id);
  if (comments.error) return <ProblemNote error={comments.error} onRetry={() => void comments.refetch()} />;
  if (!comments.data) return <Skeleton h={80} />;
  if (comments.data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('noComments')}
      </Text>
    );
  }
  return (
    <ul className={styles['plain']}>
      {comments.data.items.map((one) => (
        <li key={one.id} className={styles['clock']}>
          <Group gap={8}>
            <Text size="sm" fw={600}>
              {one.side === file.side ? (nameOf(one.authorId) ?? '') : t('otherSide')}
            </Text>
            <Text size="xs" c="dimmed">
              {formatDateTime(locale, one.at)}
            </Text>
            <Badge size="sm" variant="default" tt="none">
              {t(one.shared ? 'both' : 'own')}
            </Badge>
          </Group>
          <Text size="sm" className={styles['talk']}>
            {one.text}
          </Text>
          {one.mentions.length > 0 && (
            <Text size="xs" c="dimmed">
              {one.mentions.map((id) => `@${nameOf(id) ?? '…'}`).join(' ')}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function Write({ file }: { file: CaseView }) {
  const t = useTexts(workTexts);
  const { may } = useSession();
  const { people } = useTeam(file.id);
  const reload = useReloadCase(file.id);
  const [text, setText] = useState('');
  const [mentions, setMentions] = useState<string[]>([]);
  const [shared, setShared] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      api.post(`/v1/cases/${file.id}/comments`, {
        key: crypto.randomUUID(),
        body: { text: text.trim(), mentions, shared },
      }),
    onSuccess: async () => {
      setText('');
      setMentions([]);
      setShared(false);
      await reload();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') send.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" mt="sm">
        <Textarea
          label={t('write')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          autosize
          minRows={2}
        />
        <MultiSelect
          label={t('mention')}
          data={people
            .filter(({ active }) => active)
            .map((one) => ({ value: one.userId, label: one.displayName }))}
          value={mentions}
          onChange={setMentions}
          searchable
          hidePickedOptions
        />
        <Group justify="space-between">
          {may('case.write') ? (
            <Checkbox
              label={t('shared')}
              checked={shared}
              onChange={({ currentTarget }) => setShared(currentTarget.checked)}
            />
          ) : (
            <span />
          )}
          <Button type="submit" disabled={text.trim() === ''} loading={send.isPending}>
            {t('send')}
          </Button>
        </Group>
        {send.error && <ProblemNote error={send.error} />}
      </Stack>
    </form>
  );
}

function People({ file }: { file: CaseView }) {
  const t = useTexts(workTexts);
  const role = useWords(roleWords);
  const { locale } = useLocale();
  const { may } = useSession();
  const { people } = useTeam(file.id);
  const reload = useReloadCase(file.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: async ({ userId, on }: { userId: string; on: boolean }) => {
      const path = `/v1/cases/${file.id}/assignments/${userId}`;
      if (on) await api.put(path);
      else await api.remove(path);
    },
    onSuccess: async () => {
      setChosen(null);
      await reload();
    },
  });
  const assigned = people.filter(({ assignedAt }) => assignedAt !== null);
  const free = people.filter(({ assignedAt, active }) => assignedAt === null && active);
  return (
    <Stack gap="xs">
      {assigned.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nobody')}
        </Text>
      )}
      {assigned.map((one) => (
        <Group key={one.userId} justify="space-between" wrap="nowrap">
          <div>
            <Text size="sm">{one.displayName}</Text>
            <Text size="xs" c="dimmed">
              {one.roles.map(role).join(', ')} · {one.agency} ·{' '}
              {t('since', { at: formatDate(locale, one.assignedAt ?? '') })}
            </Text>
          </div>
          {may('case.write') && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('unassign', { name: one.displayName })}
              onClick={() => change.mutate({ userId: one.userId, on: false })}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {may('case.write') && (
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <Select
            flex={1}
            label={t('assign')}
            data={free.map((one) => ({
              value: one.userId,
              label: `${one.displayName} (${one.roles.map(role).join(', ')})`,
            }))}
            value={chosen}
            onChange={setChosen}
            searchable
          />
          <Button
            variant="default"
            disabled={chosen === null}
            loading={change.isPending}
            onClick={() => chosen && change.mutate({ userId: chosen, on: true })}
          >
            {t('add')}
          </Button>
        </Group>
      )}
      {change.error && <ProblemNote error={change.error} />}
    </Stack>
  );
}

export function WorkTab({ file }: { file: CaseView }) {
  const t = useTexts(workTexts);
  const { may } = useSession();
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Section title={t('comments')}>
          <Comments file={file} />
          {may('case.propose') && <Write file={file} />}
        </Section>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Stack>
          {may('case.write') && (
            <Section title={t('tasks')}>
              <TasksCard file={file} />
            </Section>
          )}
          {may('case.propose') && (
            <Section title={t('team')}>
              <People file={file} />
            </Section>
          )}
          {may('exchange.write') && <CaseLetters file={file} />}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
