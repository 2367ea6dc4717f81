// One case: its head, then by tab the clocks and steps, the history, the documents, the examination, custody, and the work.
import { Button, Grid, Group, Skeleton, Stack, Tabs } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { HoldButton } from '../retention/hold-button.tsx';
import { useCase } from './case-data.ts';
import { CaseHeader } from './case-header.tsx';
import { caseTexts } from './case-texts.ts';
import { ChangedNote } from './changed-note.tsx';
import { Checklist } from './checklist.tsx';
import { Clocks } from './clocks.tsx';
import { CustodyTab } from './custody-tab.tsx';
import { FactsDialog } from './facts-dialog.tsx';
import { FilesTab } from './files-tab.tsx';
import { RelatedTab } from './related-tab.tsx';
import { ReviewTab } from './review-tab.tsx';
import { Steps } from './steps.tsx';
import { TimelineTab } from './timeline-tab.tsx';
import { WorkTab } from './work-tab.tsx';

function Overview({ file, onGo }: { file: CaseView; onGo: (tab: string) => void }) {
  const t = useTexts(caseTexts);
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack>
          <Section title={t('clocks')}>
            <Clocks file={file} />
          </Section>
          <Section title={t('steps')}>
            <Steps file={file} onGo={onGo} />
          </Section>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Section title={t('checklist')}>
          <Checklist file={file} />
        </Section>
      </Grid.Col>
    </Grid>
  );
}

export function CasePage() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const t = useTexts(caseTexts);
  const { may } = useSession();
  const { data: file, error, refetch } = useCase(caseId);
  const [editing, setEditing] = useState(false);
  const [tab, setTab] = useState<string | null>('overview');
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundScreen />;
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!file) {
    return (
      <Stack aria-busy>
        <Skeleton h={36} w={320} />
        <Skeleton h={90} />
        <Skeleton h={320} />
      </Stack>
    );
  }
  const panels = [
    ['overview', t('overview'), <Overview key="o" file={file} onGo={setTab} />],
    ['timeline', t('timeline'), <TimelineTab key="t" file={file} />],
    ...(may('case-file.read') ? [['files', t('files'), <FilesTab key="f" file={file} />] as const] : []),
    ['review', t('review'), <ReviewTab key="r" file={file} />],
    ['custody', t('custodyTab'), <CustodyTab key="c" file={file} />],
    ...(may('asset.read') || may('assistance.read')
      ? [['related', t('related'), <RelatedTab key="a" file={file} />] as const]
      : []),
    ['work', t('work'), <WorkTab key="w" file={file} />],
  ] as const;
  return (
    <Page
      title={file.caseNumber}
      lead={t('title')}
      actions={
        <Group gap="xs" className="no-print">
          {may('case.write') && (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {t('edit')}
            </Button>
          )}
          <HoldButton type="case" id={file.id} number={file.caseNumber} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            renderRoot={(props) => <Link to={`/cases/${caseId}/sheet` as string} {...props} />}
          >
            {t('print')}
          </Button>
        </Group>
      }
    >
      <ChangedNote file={file} />
      <CaseHeader file={file} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md" className="no-print">
          {panels.map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {panels.map(([value, , panel]) => (
          <Tabs.Panel key={value} value={value}>
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
      {editing && <FactsDialog file={file} onClose={() => setEditing(false)} />}
    </Page>
  );
}
