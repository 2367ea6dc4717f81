// What has become of a hit so far: tasks, decision, question to the owner, action, and the case that grew of it.
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { HitView } from '../../api/types.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Fact } from '../../components/fact.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { deedWords, identifierWords, reasonWords, statusWords, urgencyWords } from './hit-words.ts';
import { hitsTexts } from './hits-texts.ts';

/** What the owner alone finishes; the others end with the hit. */
const OWNER_TASKS = ['STALE_ALERT', 'RECORD_QUALITY'];

function Tasks({ hit }: { hit: HitView }) {
  const t = useTexts(hitsTexts);
  const { may } = useSession();
  const cache = useQueryClient();
  const [task, setTask] = useState<HitView['tasks'][number]>();
  const reload = () => cache.invalidateQueries({ queryKey: ['hit', hit.id] });
  return (
    <Fact label={t('tasks')}>
      <Stack gap={6}>
        {hit.tasks.map((one) => (
          <div key={one.kind}>
            <Checkbox
              checked={one.doneAt !== null}
              disabled={one.doneAt !== null || !may('hit.answer') || !OWNER_TASKS.includes(one.kind)}
              onChange={() => setTask(one)}
              label={one.text}
            />
          </div>
        ))}
      </Stack>
      {task && (
        <DecisionDialog
          opened
          onClose={() => setTask(undefined)}
          title={task.text}
          confirm={t('finish')}
          note="required"
          onStale={reload}
          onConfirm={async (note) => {
            await api.post(`/v1/hits/${hit.id}/tasks/${task.kind}/finish`, {
              body: { note },
              version: hit.version,
            });
            await reload();
          }}
        />
      )}
    </Fact>
  );
}

const CONFIRMED: readonly HitView['status'][] = [
  'CONFIRMED',
  'OWNER_ASKED',
  'OWNER_CONFIRMED',
  'OWNER_SILENT',
  'ACTION_TAKEN',
];

interface OpenedCase {
  readonly caseId: string;
  readonly caseNumber: string;
}

function ExtraditionCase({ hit }: { hit: HitView }) {
  const t = useTexts(hitsTexts);
  const { may } = useSession();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<OpenedCase>();
  const caseId = opened?.caseId ?? hit.caseId;
  if (caseId)
    return (
      <Fact label={t('toCase')}>
        {may('case.read') ? (
          <Link to={`/cases/${caseId}` as string}>
            {opened ? t('case', { number: opened.caseNumber }) : t('toCase')}
          </Link>
        ) : (
          (opened?.caseNumber ?? '✓')
        )}
      </Fact>
    );
  const confirmed = hit.decision?.outcome === 'CONFIRMED' && CONFIRMED.includes(hit.status);
  if (!confirmed || !hit.alert.type.startsWith('ARREST') || !may('case.from-hit')) return null;
  return (
    <>
      <Button variant="light" leftSection={<IconFolderPlus size={17} />} onClick={() => setAsking(true)}>
        {t('openCase')}
      </Button>
      <DecisionDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('openCase')}
        text={t('openCaseText')}
        confirm={t('openCase')}
        onConfirm={async () => {
          setOpened(
            await api.post<OpenedCase>('/v1/cases/from-hit', { body: { hitId: hit.id }, key: hit.id }),
          );
          await cache.invalidateQueries({ queryKey: ['hit', hit.id] });
        }}
      />
    </>
  );
}

export function HitAside({ hit }: { hit: HitView }) {
  const t = useTexts(hitsTexts);
  const status = useTexts(statusWords);
  const identifier = useTexts(identifierWords);
  const reason = useTexts(reasonWords);
  const urgency = useTexts(urgencyWords);
  const deed = useTexts(deedWords);
  const { locale } = useLocale();
  const { decision, question, action } = hit;
  const time = (at: string | null) => (at ? formatDateTime(locale, at) : '');
  return (
    <Stack gap="md">
      {hit.tasks.length > 0 && <Tasks hit={hit} />}
      {decision && (
        <Fact label={t('decision')}>
          <Text size="sm" fw={600}>
            {status(decision.outcome as 'CONFIRMED')}
          </Text>
          <Text size="sm">
            {[
              decision.reason && reason(decision.reason as 'FACE'),
              ...decision.identifiers.map((one) => identifier(one as 'FACE')),
              decision.supervised && t('supervised'),
            ]
              .filter(Boolean)
              .join(', ')}
          </Text>
          <Text size="xs" c="dimmed">
            {time(decision.at)}
          </Text>
        </Fact>
      )}
      {question && (
        <Fact label={t('question')}>
          <Text size="sm">
            {urgency(question.urgency as 'URGENT')}:{' '}
            <Text component="span" fw={600}>
              {question.answer === null ? t('noAnswer') : t(`answer${question.answer as 'CONFIRMED'}`)}
            </Text>
          </Text>
          <Text size="xs" c="dimmed">
            {time(question.answeredAt ?? question.askedAt)}
          </Text>
        </Fact>
      )}
      {action && (
        <Fact label={t('deed')}>
          <Text size="sm" fw={600}>
            {deed(action.kind as 'LOCATED')}
          </Text>
          <Text size="sm">
            {[action.place, action.custodyFacility, action.officer].filter(Boolean).join(', ')}
          </Text>
          <Text size="xs" c="dimmed">
            {time(action.at)}
          </Text>
        </Fact>
      )}
      <ExtraditionCase hit={hit} />
    </Stack>
  );
}
