// What can be done next: each step with what it lacks, which clocks it would move and whose it is, before anybody takes it.
import { Anchor, Badge, Button, Collapse, Group, List, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowRight, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseTransition, CaseView } from '../../api/case-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { caseDocumentWords } from '../../i18n/case-document-words.ts';
import { caseVerbWords } from '../../i18n/case-verb-words.ts';
import { caseStateWords } from '../../i18n/case-words.ts';
import { clockNameWords } from '../../i18n/clock-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { roleWords } from '../../i18n/role-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { AgreeDialog } from './agree-dialog.tsx';
import { useTransitions } from './case-data.ts';
import { caseTexts } from './case-texts.ts';
import styles from './cases.module.css';
import { StepDialog } from './step-dialog.tsx';
import { stepTexts } from './step-texts.ts';

function ClockEffects({ step }: { step: CaseTransition }) {
  const t = useTexts(stepTexts);
  const { locale } = useLocale();
  const clock = useWords(clockNameWords);
  const { start, stop, pause, resume } = step.clocks;
  const lines = [
    ...start.map(({ key, dueAt }) => {
      const until = dueAt === null ? '' : `, ${t('until', { at: formatDateTime(locale, dueAt) })}`;
      return `${t('willStart')}: ${clock(key)}${until}`;
    }),
    ...stop.map((key) => `${t('willStop')}: ${clock(key)}`),
    ...pause.map((key) => `${t('willPause')}: ${clock(key)}`),
    ...resume.map((key) => `${t('willResume')}: ${clock(key)}`),
  ];
  return (
    <Text size="xs" c="dimmed">
      {lines.length === 0 ? t('noClocks') : lines.join(' · ')}
    </Text>
  );
}

/** The tab of a case where a condition is met. */
const WHERE: Partial<Record<CaseTransition['missingGuards'][number]['code'], string>> = {
  GROUNDS_ANSWERED: 'review',
  GROUND_FOUND: 'review',
  NO_MANDATORY_GROUND: 'review',
  CUSTODY_DECIDED: 'custody',
  CHECKLIST_COMPLETE: 'files',
  TRANSLATIONS_CERTIFIED: 'files',
  MANIFEST_CURRENT: 'files',
  NOTHING_OWED: 'files',
};

/** Opens a tab of the case. */
type Go = (tab: string) => void;

function Missing({ step, onGo }: { step: CaseTransition; onGo: Go }) {
  const t = useTexts(stepTexts);
  const document = useWords(caseDocumentWords);
  const { may } = useSession();
  const leading = (tab: string | undefined, words: string) =>
    tab === undefined || (tab === 'files' && !may('case-file.read')) ? (
      words
    ) : (
      <Anchor component="button" type="button" fz="inherit" ta="left" onClick={() => onGo(tab)}>
        {words}
      </Anchor>
    );
  if (step.missingGuards.length + step.missingDocuments.length === 0) return null;
  return (
    <div>
      <Text size="xs" fw={600}>
        {t('missing')}
      </Text>
      <List size="xs" spacing={2}>
        {step.missingGuards.map(({ code, text }) => (
          <List.Item key={code}>{leading(WHERE[code], text)}</List.Item>
        ))}
        {step.missingDocuments.map((code) => (
          <List.Item key={code}>{leading('files', `${code} ${document(code)}`)}</List.Item>
        ))}
      </List>
    </div>
  );
}

/** The other side has to agree first, or a colleague has to ask: that is what this reader can do about the step. */
const canAgree = ({ side, verb, mine }: CaseTransition, ready: boolean): boolean =>
  (side === 'BOTH' || verb === 'reopen') && mine && !ready;

function StepCard({ step, file, onGo }: { step: CaseTransition; file: CaseView; onGo: Go }) {
  const t = useTexts(stepTexts);
  const role = useWords(roleWords);
  const verb = useWords(caseVerbWords);
  const state = useWords(caseStateWords);
  const [dialog, setDialog] = useState<'step' | 'agree' | null>(null);
  return (
    <li className={styles['step']}>
      <Group justify="space-between" align="flex-start" wrap="wrap" gap="xs">
        <Stack gap={4} flex={1} miw={220}>
          <Group gap={8}>
            {step.ready ? (
              <IconCircleCheck size={18} aria-hidden />
            ) : (
              <IconCircleDashed size={18} aria-hidden />
            )}
            <Text fw={600} size="sm">
              {verb(step.verb)}
            </Text>
            {step.ready && (
              <Badge variant="light" tt="none">
                {t('ready')}
              </Badge>
            )}
          </Group>
          {step.to !== file.state && (
            <Text size="xs" c="dimmed">
              <IconArrowRight size={12} aria-hidden /> {t('leadsTo', { state: state(step.to) })}
            </Text>
          )}
          <Missing step={step} onGo={onGo} />
          <ClockEffects step={step} />
          {!step.mine && (
            <Text size="xs" c="dimmed">
              {t('notMine', { who: `${t(step.side)} · ${step.roles.map(role).join(', ')}` })}
            </Text>
          )}
        </Stack>
        <Group gap="xs">
          {canAgree(step, step.ready) && (
            <Button size="xs" variant="default" onClick={() => setDialog('agree')}>
              {t(step.verb === 'reopen' ? 'askReopen' : 'agree')}
            </Button>
          )}
          {step.mine && (
            <Button
              size="xs"
              variant={step.ready ? 'filled' : 'default'}
              disabled={!step.ready}
              onClick={() => setDialog('step')}
              aria-label={`${t('take')}: ${verb(step.verb)}`}
            >
              {t('take')}
            </Button>
          )}
        </Group>
      </Group>
      {dialog === 'step' && <StepDialog step={step} file={file} onClose={() => setDialog(null)} />}
      {dialog === 'agree' && <AgreeDialog verb={step.verb} file={file} onClose={() => setDialog(null)} />}
    </li>
  );
}

export function Steps({ file, onGo }: { file: CaseView; onGo: Go }) {
  const t = useTexts(caseTexts);
  const tStep = useTexts(stepTexts);
  const transitions = useTransitions(file.id);
  const [open, { toggle }] = useDisclosure();
  if (transitions.error)
    return <ProblemNote error={transitions.error} onRetry={() => void transitions.refetch()} />;
  if (!transitions.data) return <Skeleton h={140} />;
  const { items } = transitions.data;
  const mine = items.filter((step) => step.mine).sort((a, b) => Number(b.ready) - Number(a.ready));
  const others = items.filter((step) => !step.mine);
  const cards = (steps: readonly CaseTransition[]) => (
    <Stack component="ul" gap="xs" className={styles['plain'] as string}>
      {steps.map((step) => (
        <StepCard key={step.verb} step={step} file={file} onGo={onGo} />
      ))}
    </Stack>
  );
  return (
    <Stack gap="sm">
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noSteps')}
        </Text>
      )}
      {cards(mine)}
      {others.length > 0 && (
        <div>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={toggle} aria-expanded={open}>
            {tStep('others')} ({others.length})
          </Button>
          <Collapse expanded={open || mine.length === 0}>{cards(others)}</Collapse>
        </div>
      )}
    </Stack>
  );
}
