// Where files are dropped or chosen; each goes by itself, with its progress, and can be stopped or sent again.
import { ActionIcon, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconAlertTriangle, IconCheck, IconFileUpload, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTexts } from '../i18n/texts.tsx';
import { ProblemNote } from './problem-note.tsx';
import { uploaderTexts } from './uploader-texts.ts';

interface Job {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'done' | 'stopped' | 'failed';
  readonly part: number;
  readonly error?: unknown;
  readonly stop: AbortController;
}

interface UploaderProps {
  /** What is chosen here, for people who do not see the place. */
  readonly label: string;
  /** Media types, or nothing for all. */
  readonly accept?: readonly string[];
  readonly maxBytes: number;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  send(file: File, onProgress: (part: number) => void, signal: AbortSignal, key: string): Promise<unknown>;
}

const isAbort = (error: unknown): boolean => (error as Error | null)?.name === 'AbortError';

/** Files go one after the other, so that a slow line is not shared by ten of them. */
function useJobs(send: UploaderProps['send']) {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const queue = useRef(Promise.resolve());
  const change = (id: string, next: Partial<Job>) =>
    setJobs((all) => all.map((job) => (job.id === id ? { ...job, ...next } : job)));
  const run = async ({ id, file, stop }: Job) => {
    if (stop.signal.aborted) return;
    change(id, { state: 'sending', part: 0 });
    try {
      await send(file, (part) => change(id, { part }), stop.signal, id);
      change(id, { state: 'done', part: 1 });
    } catch (error) {
      change(id, isAbort(error) ? { state: 'stopped' } : { state: 'failed', error });
    }
  };
  const enqueue = (job: Job) => {
    queue.current = queue.current.then(() => run(job));
  };
  return {
    jobs,
    add(files: readonly File[]) {
      const added = files.map<Job>((file) => ({
        id: crypto.randomUUID(),
        file,
        state: 'waiting',
        part: 0,
        stop: new AbortController(),
      }));
      setJobs((all) => [...all.filter(({ state }) => state !== 'done'), ...added]);
      added.forEach(enqueue);
    },
    again(job: Job) {
      const next: Job = { ...job, state: 'waiting', error: undefined, stop: new AbortController() };
      change(job.id, next);
      enqueue(next);
    },
    stop(job: Job) {
      job.stop.abort();
      change(job.id, { state: 'stopped' });
    },
  };
}

function JobLine({ job, onStop, onAgain }: { job: Job; onStop: () => void; onAgain: () => void }) {
  const t = useTexts(uploaderTexts);
  const percent = Math.round(job.part * 100);
  const words =
    job.state === 'sending' ? (percent === 100 ? t('checking') : t('sending', { percent })) : null;
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" truncate>
          {job.file.name}
        </Text>
        <Group gap={6} wrap="nowrap">
          {job.state === 'done' && <IconCheck size={16} aria-hidden />}
          {job.state === 'failed' && <IconAlertTriangle size={16} aria-hidden />}
          <Text size="xs" c="dimmed" role="status">
            {words ?? (job.state === 'failed' ? '' : t(job.state as 'waiting' | 'done' | 'stopped'))}
          </Text>
          {(job.state === 'sending' || job.state === 'waiting') && (
            <ActionIcon variant="subtle" size="sm" color="gray" aria-label={t('stop')} onClick={onStop}>
              <IconX size={14} />
            </ActionIcon>
          )}
        </Group>
      </Group>
      {job.state === 'sending' && (
        <Progress value={percent} size="sm" aria-label={job.file.name} striped={percent === 100} />
      )}
      {job.state === 'failed' && <ProblemNote error={job.error} onRetry={onAgain} />}
    </Stack>
  );
}

export function Uploader({ label, accept, maxBytes, multiple = false, disabled, send }: UploaderProps) {
  const t = useTexts(uploaderTexts);
  const { jobs, add, again, stop } = useJobs(send);
  const [refused, setRefused] = useState<readonly string[]>([]);
  return (
    <Stack gap="sm">
      <Dropzone
        accept={accept ? [...accept] : undefined}
        maxSize={maxBytes}
        multiple={multiple}
        disabled={disabled}
        inputProps={{ 'aria-label': label }}
        onDrop={(files) => {
          setRefused([]);
          add(files);
        }}
        onReject={(files) =>
          setRefused(
            files.map(({ file, errors }) =>
              t(errors.some(({ code }) => code === 'file-too-large') ? 'tooLarge' : 'notTaken', {
                name: file.name,
              }),
            ),
          )
        }
      >
        <Group justify="center" gap="sm" py="sm" mih={64}>
          <IconFileUpload size={28} stroke={1.5} aria-hidden />
          <div>
            <Text size="sm" fw={500}>
              {t('drop')}
            </Text>
            <Text size="xs" c="dimmed">
              {t('limit', { size: Math.round(maxBytes / 1024 / 1024) })}
            </Text>
          </div>
        </Group>
      </Dropzone>
      {refused.map((line) => (
        <Text key={line} size="sm" fw={600} role="alert">
          {line}
        </Text>
      ))}
      {jobs.map((job) => (
        <JobLine key={job.id} job={job} onStop={() => stop(job)} onAgain={() => again(job)} />
      ))}
    </Stack>
  );
}
