// What the own side has to do on a case: made by people, or raised by clocks and by the other side.
import { Badge, Button, Checkbox, Group, Select, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CaseView, Tasks } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { MomentInput } from '../../components/day-input.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { taskWords } from '../../i18n/case-matter-words.ts';
import { clockNameWords } from '../../i18n/clock-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useCaseTasks, useReloadCase, useTeam } from './case-data.ts';
import styles from './cases.module.css';
import { instantOf } from './instants.ts';
import { workTexts } from './work-texts.ts';

type Task = Tasks['items'][number];

/** What a task says: its own words, or those of its kind with the clock that raised it. */
export function useTaskText() {
  const kind = useWords(taskWords);
  const clock = useWords(clockNameWords);
  return ({ kind: code, text, params }: Task): string => {
    const key = typeof params['key'] === 'string' ? clock(params['key']) : '';
    return text ?? [kind(code), key].filter((part) => part !== '').join(': ');
  };
}

function TaskLine({ task, caseId }: { task: Task; caseId: string }) {
  const t = useTexts(workTexts);
  const { nameOf } = useTeam(caseId);
  const textOf = useTaskText();
  const reload = useReloadCase(caseId);
  const finish = useMutation({
    mutationFn: () => api.put(`/v1/cases/${caseId}/tasks/${task.id}/done`),
    onSuccess: reload,
  });
  const isDone = task.doneAt !== null;
  return (
    <li className={styles['clock']}>
      <Group justify="space-between" wrap="wrap" gap="xs">
        <div style={{ flex: 1, minWidth: 200 }}>
          <Text size="sm" fw={task.urgent && !isDone ? 700 : 400} td={isDone ? 'line-through' : undefined}>
            {textOf(task)}
          </Text>
          <Text size="xs" c="dimmed">
            {nameOf(task.assigneeId) ?? t('anybody')}
          </Text>
        </div>
        <Group gap="xs">
          {task.dueAt && !isDone && <ClockBadge dueAt={task.dueAt} warnMinutes={24 * 60} />}
          {isDone ? (
            <Badge variant="default" tt="none">
              {t('done')}
            </Badge>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              loading={finish.isPending}
              onClick={() => finish.mutate()}
              aria-label={t('markDone', { text: textOf(task) })}
            >
              {t('done')}
            </Button>
          )}
        </Group>
      </Group>
      {finish.error && <ProblemNote error={finish.error} />}
    </li>
  );
}

function NewTask({ file }: { file: CaseView }) {
  const t = useTexts(workTexts);
  const { people } = useTeam(file.id);
  const reload = useReloadCase(file.id);
  const [text, setText] = useState('');
  const [assigneeId, setAssignee] = useState<string | null>(null);
  const [due, setDue] = useState('');
  const [urgent, setUrgent] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      api.post(`/v1/cases/${file.id}/tasks`, {
        key: crypto.randomUUID(),
        body: {
          text: text.trim(),
          urgent,
          ...(assigneeId && { assigneeId }),
          ...(due && { dueAt: instantOf(due) }),
        },
      }),
    onSuccess: async () => {
      setText('');
      setDue('');
      setUrgent(false);
      await reload();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') add.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label={t('taskText')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          autosize
          minRows={1}
        />
        <Group align="flex-end" gap="xs" wrap="wrap">
          <Select
            label={t('assignee')}
            placeholder={t('anybody')}
            data={people
              .filter(({ active }) => active)
              .map((one) => ({ value: one.userId, label: one.displayName }))}
            value={assigneeId}
            onChange={setAssignee}
            clearable
            searchable
            w={200}
          />
          <MomentInput label={t('due')} value={due} onChange={setDue} />
          <Checkbox
            label={t('urgent')}
            checked={urgent}
            onChange={({ currentTarget }) => setUrgent(currentTarget.checked)}
            mb={8}
          />
          <Button type="submit" disabled={text.trim() === ''} loading={add.isPending}>
            {t('add')}
          </Button>
        </Group>
        {add.error && <ProblemNote error={add.error} />}
      </Stack>
    </form>
  );
}

export function TasksCard({ file }: { file: CaseView }) {
  const t = useTexts(workTexts);
  const tasks = useCaseTasks(file.id);
  if (tasks.error) return <ProblemNote error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (!tasks.data) return <Skeleton h={80} />;
  return (
    <Stack gap="sm">
      {tasks.data.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noTasks')}
        </Text>
      )}
      <ul className={styles['plain']}>
        {tasks.data.map((task) => (
          <TaskLine key={task.id} task={task} caseId={file.id} />
        ))}
      </ul>
      <NewTask file={file} />
    </Stack>
  );
}
