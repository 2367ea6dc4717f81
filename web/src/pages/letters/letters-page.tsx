// Letters between central authorities: questions about cases and their answers, newest first.
import { Button, Center, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconMail, IconPencil, IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { usePages } from '../../api/use-pages.ts';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { type LetterView, talksOf, useOpenPeers } from './letter-data.ts';
import { letterTexts } from './letter-texts.ts';
import { TalkCard } from './talk-card.tsx';
import { AskDialog } from './write-dialogs.tsx';

const route = getRouteApi('/letters');

function CaseFilter({ number, onFilter }: { number: string; onFilter(number: string): void }) {
  const t = useTexts(letterTexts);
  const [typed, setTyped] = useState(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFilter(typed.trim());
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('filter')}
          placeholder={t('caseNumber')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          maxLength={60}
          w={280}
        />
        {number !== '' && (
          <Button
            variant="subtle"
            onClick={() => {
              setTyped('');
              onFilter('');
            }}
          >
            {t('clear')}
          </Button>
        )}
      </Group>
    </form>
  );
}

export function LettersPage() {
  const t = useTexts(letterTexts);
  const { case: number } = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState(false);
  const peers = useOpenPeers();
  const { rows, error, onRetry, onMore, isLoadingMore } = usePages<LetterView>(
    'letters',
    '/v1/exchange/letters',
    { caseNumber: number },
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        peers !== undefined &&
        peers.length > 0 && (
          <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        )
      }
    >
      <Stack maw={920}>
        <CaseFilter
          key={number ?? ''}
          number={number ?? ''}
          onFilter={(next) => void navigate({ search: next === '' ? {} : { case: next } })}
        />
        {peers?.length === 0 && (
          <Text size="sm" c="dimmed" role="status">
            {t('noPeer')}
          </Text>
        )}
        {error && <ProblemNote error={error} onRetry={onRetry} />}
        {!error && rows === undefined && <Skeleton h={180} aria-busy />}
        {rows?.length === 0 && <Empty icon={IconMail} title={t('none')} text={t('noneText')} />}
        {talksOf(rows ?? []).map((talk) => (
          <TalkCard key={talk.letter.id} talk={talk} />
        ))}
        {onMore && (
          <Center>
            <Button variant="default" onClick={onMore} loading={isLoadingMore}>
              {t('more')}
            </Button>
          </Center>
        )}
      </Stack>
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </Page>
  );
}
