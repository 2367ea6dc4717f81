// The letters about one case, on its own page: there only when another installation keeps the other side, or letters exist.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { usePages } from '../../api/use-pages.ts';
import { Section } from '../../components/section.tsx';
import { caseStateWords } from '../../i18n/case-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { type LetterView, useOpenPeers } from './letter-data.ts';
import { letterTexts } from './letter-texts.ts';
import classes from './letters.module.css';
import { AskDialog } from './write-dialogs.tsx';

const SHOWN = 3;

export function CaseLetters({ file }: { file: CaseView }) {
  const t = useTexts(letterTexts);
  const stage = useWords(caseStateWords);
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const other = file.side === 'RQ' ? file.requestedState : file.requestingState;
  const canAsk = useOpenPeers()?.some(({ states }) => states.includes(other)) ?? false;
  const { rows = [] } = usePages<LetterView>('letters', '/v1/exchange/letters', {
    caseNumber: file.caseNumber,
  });
  if (!canAsk && rows.length === 0) return null;
  return (
    <Section
      title={t('ofCase')}
      actions={
        canAsk && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        {rows.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noneOfCase')}
          </Text>
        )}
        {rows.slice(0, SHOWN).map((letter) => (
          <div key={letter.id}>
            <Group gap={8}>
              <Text size="sm" fw={600}>
                {t(letter.direction)}
              </Text>
              <Text size="xs" c="dimmed">
                {formatDateTime(locale, letter.at)} · {stage(letter.stage)}
              </Text>
            </Group>
            <Text size="sm" lineClamp={3} className={classes['words'] as string}>
              {letter.text}
            </Text>
          </div>
        ))}
        {rows.length > 0 && (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/letters" search={{ case: file.caseNumber }} {...props} />}
          >
            {t('allLetters')}
          </Anchor>
        )}
      </Stack>
      {asking && (
        <AskDialog
          about={{ caseNumber: file.caseNumber, state: other, stage: file.state }}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
