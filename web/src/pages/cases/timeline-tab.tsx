// The history of a case: what both sides see, and what stays with the own one.
import { Badge, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconArrowRight,
  IconFilePlus,
  IconLock,
  IconMessage,
  IconNote,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseTimeline, CaseView } from '../../api/case-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Timeline, type TimelineEntry } from '../../components/timeline.tsx';
import { useActorNames } from '../../components/use-actor-names.ts';
import { eventWords, holdWords, lapseWords } from '../../i18n/case-matter-words.ts';
import { caseVerbWords } from '../../i18n/case-verb-words.ts';
import { caseStateWords, custodyWords, sideWords } from '../../i18n/case-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { four } from '../../i18n/four.ts';
import { type TextTable, useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useTeam, useTimeline } from './case-data.ts';
import { caseTexts } from './case-texts.ts';

const texts = {
  all: four('Баары', 'Всё', 'Бәрі', 'All'),
  shared: four('Жалпы', 'Общее', 'Ортақ', 'Shared'),
  own: four('Өз тарабыбыз', 'Наша сторона', 'Өз тарап', 'Own side'),
  onlyUs: four('Биз гана көрөбүз', 'Видим только мы', 'Тек біз көреміз', 'Seen by us only'),
  ...sideWords,
  recorded: four('{at} жазылган', 'внесено {at}', '{at} жазылды', 'recorded {at}'),
  show: four('Кайсы окуялар', 'Какие события', 'Қай оқиғалар', 'Which events'),
} satisfies TextTable;

type Event = CaseTimeline['items'][number];

const SIGNS: Readonly<Record<string, Icon>> = {
  OPENED: IconFilePlus,
  NOTE: IconNote,
  MESSAGE: IconMessage,
  OVERDUE: IconAlertTriangle,
};

const textIn = (data: Event['data'], key: string): string | null => {
  const value = data[key];
  return typeof value === 'string' ? value : null;
};

export function useEventTitle() {
  const verb = useWords(caseVerbWords);
  const event = useWords(eventWords);
  const custody = useWords(custodyWords);
  return (one: Event): string => {
    if (one.kind === 'STEP') return verb(one.verb);
    if (one.kind === 'CUSTODY')
      return `${custody(textIn(one.data, 'from'))} → ${custody(textIn(one.data, 'to'))}`;
    return event(one.kind);
  };
}

function EventBody({ one, author }: { one: Event; author: string | null }) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const state = useWords(caseStateWords);
  const reason = useWords({ ...holdWords, ...lapseWords });
  const who = [one.actedBy, author, t(one.side)].filter(Boolean).join(' · ');
  const late = one.at.slice(0, 16) !== one.occurredAt.slice(0, 16);
  const items = Array.isArray(one.data['items']) ? (one.data['items'] as string[]) : [];
  return (
    <Stack gap={2} mt={2}>
      {one.to && one.to !== one.from && (
        <Text size="xs">
          {one.from ? state(one.from) : ''} <IconArrowRight size={11} aria-label="→" /> {state(one.to)}
        </Text>
      )}
      {one.reason && <Text size="sm">{reason(one.reason)}</Text>}
      {textIn(one.data, 'note') && <Text size="sm">{textIn(one.data, 'note')}</Text>}
      {items.map((item) => (
        <Text size="sm" key={item}>
          – {item}
        </Text>
      ))}
      {one.documents.length > 0 && (
        <Text size="xs" c="dimmed">
          {one.documents.join(', ')}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {who}
        {one.legalRef ? ` · ${one.legalRef}` : ''}
        {late ? ` · ${t('recorded', { at: formatDateTime(locale, one.at) })}` : ''}
      </Text>
    </Stack>
  );
}

export function TimelineTab({ file }: { file: CaseView }) {
  const t = useTexts(texts);
  const tCase = useTexts(caseTexts);
  const [which, setWhich] = useState<'all' | 'shared' | 'own'>('all');
  const timeline = useTimeline(file.id);
  const { nameOf } = useTeam(file.id);
  const actorName = useActorNames(timeline.data?.map(({ actorId }) => actorId) ?? []);
  const title = useEventTitle();
  if (timeline.error) return <ProblemNote error={timeline.error} onRetry={() => void timeline.refetch()} />;
  if (!timeline.data) return <Skeleton h={260} />;
  const entries = timeline.data
    .filter(({ shared }) => which === 'all' || (which === 'shared') === shared)
    .reverse()
    .map<TimelineEntry>((one) => ({
      id: String(one.seq),
      at: one.occurredAt,
      title: title(one),
      icon: SIGNS[one.kind] ?? (one.kind === 'STEP' ? IconArrowRight : undefined),
      quiet: one.kind !== 'STEP' && one.kind !== 'OVERDUE',
      mark: one.shared ? undefined : (
        <Badge size="sm" variant="default" tt="none" leftSection={<IconLock size={11} aria-hidden />}>
          {t('onlyUs')}
        </Badge>
      ),
      body: <EventBody one={one} author={one.actorId && (nameOf(one.actorId) ?? actorName(one.actorId))} />,
    }));
  return (
    <Stack maw={820}>
      <SegmentedControl
        w="fit-content"
        size="xs"
        aria-label={t('show')}
        value={which}
        onChange={(value) => setWhich(value as 'all')}
        data={(['all', 'shared', 'own'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <Timeline label={tCase('timeline')} entries={entries} />
    </Stack>
  );
}
