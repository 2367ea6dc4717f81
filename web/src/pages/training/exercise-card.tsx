// One exercise: what happened, what is to be decided, and afterwards what is right and why.
import { Alert, Button, Code, Group, Radio, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { AnswerView, ExerciseList } from '../../api/training-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { trainingTexts } from './training-texts.ts';

function Verdict({ isRight, expected, why }: AnswerView['questions'][number]) {
  const t = useTexts(trainingTexts);
  return (
    <Alert
      mt="xs"
      color={isRight ? 'pine' : 'red'}
      icon={isRight ? <IconCircleCheck /> : <IconCircleX />}
      title={isRight ? t('right') : t('wrong', { expected: expected.text })}
    >
      {why}
    </Alert>
  );
}

export function ExerciseCard({ exercise }: { exercise: ExerciseList['items'][number] }) {
  const t = useTexts(trainingTexts);
  const cache = useQueryClient();
  const { code, kind, title, situation, zone, questions } = exercise;
  const [given, setGiven] = useState<readonly string[]>(() => questions.map(() => ''));
  const answering = useMutation({
    mutationFn: (decisions: readonly string[]) =>
      api.post<AnswerView>(`/v1/training/exercises/${code}/answers`, { body: { decisions } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['training', 'sheet'] }),
  });
  const answer = answering.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answering.mutate(given);
  };
  const begin = () => {
    setGiven(questions.map(() => ''));
    answering.reset();
  };
  return (
    <Section title={title}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="xs" c="dimmed">
            {t(kind)}
          </Text>
          <Text maw={760}>{situation}</Text>
          {zone.length > 0 && (
            // Wide as it is, it can be reached and moved by keys.
            <Code block tabIndex={0} role="region" aria-label={t('zone')} fz="md">
              {zone.join('\n')}
            </Code>
          )}
          {questions.map(({ ask, offered }, at) => (
            <div key={ask}>
              <Radio.Group
                label={ask}
                value={given[at] ?? ''}
                onChange={(value) => setGiven(given.map((one, place) => (place === at ? value : one)))}
                readOnly={answer !== undefined}
              >
                <Stack gap={8} mt={6}>
                  {offered.map((decision) => (
                    <Radio key={decision.code} value={decision.code} label={decision.text} />
                  ))}
                </Stack>
              </Radio.Group>
              {answer?.questions[at] && <Verdict {...answer.questions[at]} />}
            </div>
          ))}
          {answering.error && <ProblemNote error={answering.error} />}
          <Group>
            {answer ? (
              <Button variant="default" onClick={begin}>
                {t('again')}
              </Button>
            ) : (
              <Button type="submit" loading={answering.isPending} disabled={given.includes('')}>
                {t('decide')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
