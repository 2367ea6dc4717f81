// One question with its answers, as both sides see it.
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconMailDown, IconMailUp } from '@tabler/icons-react';
import { useState } from 'react';
import { CountryName } from '../../components/country.tsx';
import { caseStateWords } from '../../i18n/case-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import type { LetterView, Talk } from './letter-data.ts';
import { letterTexts } from './letter-texts.ts';
import classes from './letters.module.css';
import { Papers } from './papers.tsx';
import { AnswerDialog } from './write-dialogs.tsx';

function Meta({ letter }: { letter: LetterView }) {
  const t = useTexts(letterTexts);
  const stage = useWords(caseStateWords);
  const { locale } = useLocale();
  const Way = letter.direction === 'IN' ? IconMailDown : IconMailUp;
  return (
    <Group gap="xs" wrap="wrap">
      <Way size={16} aria-hidden />
      <Text size="sm">
        {t(letter.direction)}, <time dateTime={letter.at}>{formatDateTime(locale, letter.at)}</time>
      </Text>
      <Text size="sm" c="dimmed">
        {t(letter.direction === 'IN' ? 'theirStage' : 'ourStage')}: {stage(letter.stage)}
      </Text>
    </Group>
  );
}

function Body({ letter }: { letter: LetterView }) {
  return (
    <>
      <Text size="sm" className={classes['words'] as string}>
        {letter.text}
      </Text>
      <Papers papers={letter.documents} />
    </>
  );
}

export function TalkCard({ talk: { letter, answers } }: { talk: Talk }) {
  const t = useTexts(letterTexts);
  const [answering, setAnswering] = useState(false);
  const isQuestion = letter.kind === 'REQUEST';
  return (
    <Card component="article" withBorder padding="md">
      <Stack gap="xs">
        <Group justify="space-between" wrap="wrap" gap="xs">
          <Group gap="sm" wrap="wrap">
            <Title order={2} size="h5">
              {isQuestion ? letter.caseNumber : t('toQuestion', { number: letter.caseNumber })}
            </Title>
            <Group gap={6} wrap="nowrap">
              <Text size="sm">
                <CountryName code={letter.fromState} />
              </Text>
              <IconArrowRight size={14} aria-hidden />
              <Text size="sm">
                <CountryName code={letter.toState} />
              </Text>
            </Group>
          </Group>
          {isQuestion && (
            <Badge variant={answers.length === 0 ? 'light' : 'default'} tt="none">
              {t(answers.length === 0 ? 'open' : 'answered')}
            </Badge>
          )}
        </Group>
        <Meta letter={letter} />
        <Body letter={letter} />
        {answers.map((answer) => (
          <Stack key={answer.id} component="section" gap={6} className={classes['answer'] as string}>
            <Title order={3} size="h6">
              {t('answerOf')}
            </Title>
            <Meta letter={answer} />
            <Body letter={answer} />
          </Stack>
        ))}
        {isQuestion && letter.direction === 'IN' && (
          <Button
            w="fit-content"
            size="xs"
            variant={answers.length === 0 ? 'filled' : 'default'}
            onClick={() => setAnswering(true)}
          >
            {t('answer')}
          </Button>
        )}
      </Stack>
      {answering && <AnswerDialog letter={letter} onClose={() => setAnswering(false)} />}
    </Card>
  );
}
