// One alert: written while it is a draft, judged while it waits, read and followed afterwards.
import { Alert, Button, Group, List, Modal, Skeleton, Text } from '@mantine/core';
import { IconBellOff, IconListCheck, IconPencil } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import type { AlertView } from '../../api/registry-types.ts';
import { AlertStatusBadge } from '../../components/alert-badge.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { alertTypeWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { useSession } from '../../session/session.tsx';
import { AlertEditor } from './alert-editor.tsx';
import { AlertPerson } from './alert-person.tsx';
import { AlertReading } from './alert-reading.tsx';
import { AMENDABLE } from './alert-values.ts';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { Differences } from './differences.tsx';
import { GateCard } from './gate-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { StepsCard } from './steps-card.tsx';
import { useAlert } from './use-alert.ts';
import { VictimsCard } from './victims-card.tsx';
import { WarrantsSection } from './warrants-section.tsx';

const route = getRouteApi('/alerts/$alertId');
const FOCUSABLE = { tabIndex: 0 };
const PUBLISHED: readonly AlertView['status'][] = ['ACTIVE', 'LOCATED', 'NOT_YET_VALID', 'SUSPENDED'];

function Tasks({ alert }: { alert: AlertView }) {
  const t = useTexts(alertTexts);
  const tasks = alert.owner?.tasks ?? [];
  if (tasks.length === 0) return null;
  return (
    <Alert icon={<IconListCheck />} color="gray" title={t('tasks')} mb="md">
      <List size="sm">
        {tasks.map(({ code, text }) => (
          <List.Item key={code}>{text}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Amend({ alert }: { alert: AlertView }) {
  const t = useTexts(alertTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setOpen(true)}>
        {t('amend')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('amend')} size="xl">
        {open && <AlertEditor alert={alert} only={AMENDABLE} onDone={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

export function AlertPage() {
  const { alertId } = route.useParams();
  const t = useTexts(alertTexts);
  const type = useTexts(alertTypeWords);
  const date = useShownDate();
  const { may } = useSession();
  const { data: alert, error, refetch } = useAlert(alertId);
  if (error instanceof ApiProblem && error.status === 404)
    return <Empty icon={IconBellOff} title={t('notFound')} />;
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!alert) return <Skeleton h={420} />;
  const { owner, status } = alert;
  const isDraft = status === 'DRAFT' && owner !== null && may('alert.write');
  const isPublished = PUBLISHED.includes(status) && owner !== null && may('alert.decide');
  return (
    <Page
      title={type(alert.type)}
      lead={`${alert.alertNumber} · ${alert.ownerAgency.name ?? alert.ownerState}`}
      actions={isPublished && <Amend alert={alert} />}
    >
      <Group mb="lg" gap="md">
        <AlertStatusBadge status={status} />
        <AlertPerson personId={alert.person.id} number={alert.person.registryNumber} />
        {alert.expiresOn && <Text size="sm">{t('validTo', { date: date(alert.expiresOn) })}</Text>}
      </Group>
      <Tasks alert={alert} />
      <div className={classes['layout']}>
        <div>
          {owner && (status === 'SUBMITTED' || (isDraft && owner.returned)) && <Differences alert={alert} />}
          {isDraft ? <AlertEditor key={alert.id} alert={alert} /> : <AlertReading alert={alert} />}
          <WarrantsSection alert={alert} mayChange={isDraft || isPublished} />
        </div>
        {/* It scrolls by itself, and the keyboard has to reach what is in it. */}
        <aside className={classes['sticky']} {...FOCUSABLE} aria-label={t('steps')}>
          {owner && (status === 'DRAFT' || status === 'SUBMITTED') && <GateCard alert={alert} />}
          <StepsCard alert={alert} />
          {isPublished && <VictimsCard alertId={alert.id} />}
          {owner && <HistoryCard owner={owner} />}
        </aside>
      </div>
    </Page>
  );
}
