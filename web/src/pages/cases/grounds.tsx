// Every ground of refusal with its answer: what is answered stays to be seen, what is not is asked for.
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { forceWords, groundWords } from '../../i18n/case-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { useReloadCase } from './case-data.ts';
import styles from './cases.module.css';
import { reviewTexts } from './review-texts.ts';

interface Answer {
  readonly answer: 'YES' | 'NO' | 'NA' | '';
  readonly note: string;
}

const CODES = Object.keys(groundWords);

function GroundLine({
  code,
  force,
  value,
  onChange,
}: {
  code: string;
  force: string | undefined;
  value: Answer;
  onChange: ((answer: Answer) => void) | undefined;
}) {
  const t = useTexts(reviewTexts);
  const ground = useWords(groundWords);
  const forceWord = useWords(forceWords);
  const title = `${code} ${ground(code)}`;
  return (
    <Group component="li" gap="sm" wrap="wrap" align="center" className={styles['clock'] as string}>
      <div style={{ flex: 1, minWidth: 220 }}>
        <Text size="sm" fw={value.answer === 'YES' ? 700 : 400}>
          {title}
        </Text>
        {force && (
          <Text size="xs" c="dimmed">
            {forceWord(force)}
          </Text>
        )}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={title}
        value={value.answer}
        readOnly={onChange === undefined}
        onChange={(answer) => onChange?.({ ...value, answer: answer as 'YES' })}
        data={(['NO', 'YES', 'NA'] as const).map((answer) => ({ value: answer, label: t(answer) }))}
      />
      <TextInput
        size="xs"
        w={260}
        aria-label={`${t('note')}: ${title}`}
        placeholder={t('note')}
        value={value.note}
        readOnly={onChange === undefined}
        onChange={({ currentTarget }) => onChange?.({ ...value, note: currentTarget.value })}
      />
    </Group>
  );
}

export function Grounds({ file }: { file: CaseView }) {
  const t = useTexts(reviewTexts);
  const { may } = useSession();
  const reload = useReloadCase(file.id);
  const [changed, setChanged] = useState<Readonly<Record<string, Answer>>>({});
  const complete = Object.entries(changed).filter(
    ([, { answer, note }]) => answer !== '' && note.trim() !== '',
  );
  const save = useMutation({
    mutationFn: () =>
      api.post(`/v1/cases/${file.id}/grounds`, {
        version: file.version,
        body: {
          checks: complete.map(([code, { answer, note }]) => ({ code, answer, note: note.trim() })),
        },
      }),
    onSuccess: async () => {
      setChanged({});
      await reload();
    },
  });
  if (file.side !== 'RD' || file.grounds === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('notOurs')}
      </Text>
    );
  }
  const stored = new Map(file.grounds.map((check) => [check.code, check]));
  const answerOf = (code: string): Answer => {
    const kept = stored.get(code);
    return changed[code] ?? { answer: (kept?.answer as 'YES' | undefined) ?? '', note: kept?.note ?? '' };
  };
  const rest = () =>
    setChanged((now) => ({
      ...now,
      ...Object.fromEntries(
        CODES.filter((code) => answerOf(code).answer === '').map((code) => [
          code,
          { answer: 'NO' as const, note: t('examined') },
        ]),
      ),
    }));
  const editable = may('case.write');
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('groundsLead')} {t('answered', { have: stored.size, all: CODES.length })}
        </Text>
        {editable && stored.size < CODES.length && (
          <Button size="compact-sm" variant="default" onClick={rest}>
            {t('restNo')}
          </Button>
        )}
      </Group>
      <ul className={styles['plain']}>
        {CODES.map((code) => (
          <GroundLine
            key={code}
            code={code}
            force={stored.get(code)?.force}
            value={answerOf(code)}
            onChange={editable ? (answer) => setChanged((now) => ({ ...now, [code]: answer })) : undefined}
          />
        ))}
      </ul>
      {save.error && (
        <ProblemNote error={save.error} onRetry={() => void reload().then(() => save.reset())} />
      )}
      {editable && (
        <Button
          w="fit-content"
          disabled={complete.length === 0}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('saveAnswers', { count: complete.length })}
        </Button>
      )}
    </Stack>
  );
}
