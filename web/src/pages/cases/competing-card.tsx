// Several states ask for one person: the requested state compares the requests by criteria and decides what it tells.
import { Button, Checkbox, Group, List, Radio, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CaseView, Competing } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { CountryName } from '../../components/country.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { caseStateWords } from '../../i18n/case-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useCompeting, useReloadCase } from './case-data.ts';
import { reviewTexts } from './review-texts.ts';

const CRITERIA = [
  'SERIOUSNESS',
  'PLACE',
  'DATES_OF_REQUESTS',
  'NATIONALITY',
  'LATER_SURRENDER',
  'TREATY_RANK',
] as const;

function DecideDialog({ file, group, onClose }: { file: CaseView; group: Competing; onClose: () => void }) {
  const t = useTexts(reviewTexts);
  const reload = useReloadCase(file.id);
  const [preferred, setPreferred] = useState(group.preferredCaseId ?? '');
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const criteria = Object.entries(notes).filter(([, note]) => note.trim() !== '');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('decideCompeting')}
      confirm={t('decideCompeting')}
      valid={preferred !== '' && criteria.length > 0}
      onStale={reload}
      onConfirm={async () => {
        await api.post(`/v1/cases/${file.id}/competing/decision`, {
          version: group.version,
          body: {
            preferredCaseId: preferred,
            criteria: criteria.map(([criterion, note]) => ({ criterion, note: note.trim() })),
          },
        });
        await reload();
      }}
    >
      <Radio.Group label={t('preferred')} value={preferred} onChange={setPreferred}>
        <Stack gap={6} mt={4}>
          {group.cases.map((one) => (
            <Radio key={one.id} value={one.id} label={`${one.requestingState} · ${one.caseNumber}`} />
          ))}
        </Stack>
      </Radio.Group>
      {CRITERIA.map((criterion) => (
        <Group key={criterion} align="flex-end" wrap="nowrap">
          <Checkbox
            aria-label={t(criterion)}
            checked={notes[criterion] !== undefined}
            mb={8}
            onChange={({ currentTarget }) => {
              const { checked } = currentTarget;
              setNotes(({ [criterion]: _, ...rest }) => (checked ? { ...rest, [criterion]: '' } : rest));
            }}
          />
          <TextInput
            flex={1}
            label={t(criterion)}
            disabled={notes[criterion] === undefined}
            value={notes[criterion] ?? ''}
            onChange={({ currentTarget }) => {
              const { value } = currentTarget;
              setNotes((now) => ({ ...now, [criterion]: value }));
            }}
          />
        </Group>
      ))}
    </DecisionDialog>
  );
}

export function CompetingCard({ file }: { file: CaseView }) {
  const t = useTexts(reviewTexts);
  const state = useWords(caseStateWords);
  const criterion = useWords(reviewTexts);
  const { locale } = useLocale();
  const group = useCompeting(file.id);
  const reload = useReloadCase(file.id);
  const [dialog, setDialog] = useState<'decide' | 'release' | null>(null);
  if (group.error) return <ProblemNote error={group.error} onRetry={() => void group.refetch()} />;
  if (!group.data) return <Skeleton h={120} />;
  const { cases, preferredCaseId, criteria, releasedAt, version } = group.data;
  return (
    <Stack gap="sm">
      <List size="sm">
        {cases.map((one) => (
          <List.Item key={one.id}>
            <CountryName code={one.requestingState} /> · {one.caseNumber} · {state(one.state)} ·{' '}
            {formatDate(locale, one.createdAt)}
            {one.id === preferredCaseId && (
              <Text component="span" fw={700}>
                {' '}
                ✓ {t('goesFirst')}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      {criteria.map((one) => (
        <Text size="sm" key={one.criterion}>
          <b>{criterion(one.criterion)}:</b> {one.note}
        </Text>
      ))}
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setDialog('decide')}>
          {t('decideCompeting')}
        </Button>
        {releasedAt === null ? (
          <Button size="xs" variant="default" onClick={() => setDialog('release')}>
            {t('release')}
          </Button>
        ) : (
          <Text size="xs" c="dimmed">
            {t('released')}: {formatDate(locale, releasedAt)}
          </Text>
        )}
      </Group>
      {dialog === 'decide' && <DecideDialog file={file} group={group.data} onClose={() => setDialog(null)} />}
      {dialog === 'release' && (
        <DecisionDialog
          opened
          onClose={() => setDialog(null)}
          title={t('release')}
          text={t('releaseText')}
          confirm={t('release')}
          onStale={reload}
          onConfirm={async () => {
            await api.post(`/v1/cases/${file.id}/competing/release`, { version, body: {} });
            await reload();
          }}
        />
      )}
    </Stack>
  );
}
