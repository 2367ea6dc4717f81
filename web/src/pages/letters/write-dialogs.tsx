// Writing a letter: a question to a state that another installation keeps, or the answer to one.
import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useOptions } from '../../components/fields.ts';
import { useCountryName } from '../../components/use-country-name.ts';
import { caseStateWords } from '../../i18n/case-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { type LetterView, useOpenPeers, useReloadLetters } from './letter-data.ts';
import { letterTexts } from './letter-texts.ts';
import { ChoosePapers, type Paper } from './papers.tsx';

interface Content {
  readonly stage: string;
  readonly text: string;
  readonly documents: readonly Paper[];
}

const isWhole = ({ stage, text }: Content): boolean => stage !== '' && text.trim() !== '';

/** What a question and an answer have in common. */
function ContentFields({
  content,
  onChange,
}: {
  content: Content;
  onChange(change: Partial<Content>): void;
}) {
  const t = useTexts(letterTexts);
  const stages = useOptions(caseStateWords);
  return (
    <>
      <Select
        label={t('stage')}
        data={stages}
        value={content.stage || null}
        onChange={(stage) => onChange({ stage: stage ?? '' })}
        searchable
        required
      />
      <Textarea
        label={t('words')}
        value={content.text}
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
        maxLength={4_000}
        autosize
        minRows={4}
        maxRows={14}
        required
      />
      <ChoosePapers papers={content.documents} onChange={(documents) => onChange({ documents })} />
    </>
  );
}

function useContent(stage = '') {
  const [content, set] = useState<Content>({ stage, text: '', documents: [] });
  const [key] = useState(() => crypto.randomUUID());
  return {
    ...{ content, key },
    change: (change: Partial<Content>) => set((before) => ({ ...before, ...change })),
    body: { ...content, text: content.text.trim() },
  };
}

export interface AskProps {
  /** What the case knows already. */
  readonly about?: { readonly caseNumber: string; readonly state: string; readonly stage: string };
  onClose(): void;
}

export function AskDialog({ about, onClose }: AskProps) {
  const t = useTexts(letterTexts);
  const country = useCountryName();
  const reload = useReloadLetters();
  const peers = useOpenPeers() ?? [];
  const { content, change, body, key } = useContent(about?.stage);
  const receivers = peers.flatMap(({ id, name, states }) =>
    states.map((state) => ({ value: `${id} ${state}`, label: `${country(state)} · ${name}`, state })),
  );
  const meant = receivers.filter(({ state }) => about === undefined || state === about.state);
  const [chosen, setChosen] = useState<string | null>(null);
  const [caseNumber, setNumber] = useState(about?.caseNumber ?? '');
  const to = chosen ?? (meant.length === 1 ? (meant[0]?.value ?? '') : '');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('ask')}
      text={t('sendText')}
      confirm={t('send')}
      valid={isWhole(content) && to !== '' && caseNumber.trim() !== ''}
      onConfirm={async () => {
        const [peerId, toState] = to.split(' ');
        await api.post('/v1/exchange/letters', {
          key,
          body: { peerId, toState, caseNumber: caseNumber.trim(), ...body },
        });
        await reload();
      }}
    >
      <Stack gap="sm">
        <Select
          label={t('to')}
          data={receivers.map(({ value, label }) => ({ value, label }))}
          value={to || null}
          onChange={setChosen}
          allowDeselect={false}
          required
          data-autofocus
        />
        <TextInput
          label={t('caseNumber')}
          value={caseNumber}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          maxLength={60}
          required
        />
        <ContentFields content={content} onChange={change} />
      </Stack>
    </DecisionDialog>
  );
}

export function AnswerDialog({ letter, onClose }: { letter: LetterView; onClose(): void }) {
  const t = useTexts(letterTexts);
  const reload = useReloadLetters();
  const { content, change, body, key } = useContent();
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('answerTo', { number: letter.caseNumber })}
      text={t('sendText')}
      confirm={t('send')}
      valid={isWhole(content)}
      onConfirm={async () => {
        await api.post(`/v1/exchange/letters/${letter.id}/answers`, { key, body });
        await reload();
      }}
    >
      <Stack gap="sm">
        <ContentFields content={content} onChange={change} />
      </Stack>
    </DecisionDialog>
  );
}
