// One request for legal assistance: what is asked, the steps that were taken, and those that can be taken now.
import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconPencil } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AssistanceView } from '../../../../server/features/assistance/contract.ts';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { CountryName, useCountryName } from '../../components/country.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Fact } from '../../components/fact.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { Timeline } from '../../components/timeline.tsx';
import {
  assistanceStateWords,
  assistanceTypeWords,
  assistanceVerbWords,
  urgencyWords,
} from '../../i18n/asset-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { assistanceTexts } from './asset-texts.ts';
import { AssistanceDialog } from './assistance-dialog.tsx';

type Possible = AssistanceView['possible'][number];

function StepDialog({
  request,
  step,
  onClose,
  onDone,
}: {
  request: AssistanceView;
  step: Possible;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const t = useTexts(assistanceTexts);
  const verb = useWords(assistanceVerbWords);
  const [key] = useState(() => crypto.randomUUID());
  const [reference, setReference] = useState('');
  const needsReference = step.needs.includes('reference');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={verb(step.verb)}
      confirm={verb(step.verb)}
      note={step.needs.includes('reason') ? 'required' : 'none'}
      noteLabel={t('reason')}
      valid={!needsReference || reference.trim() !== ''}
      onStale={onDone}
      onConfirm={async (reason) => {
        await api.post(`/v1/assistance-requests/${request.id}/steps`, {
          key,
          version: request.version,
          body: {
            verb: step.verb,
            ...(reference.trim() && { reference: reference.trim() }),
            ...(reason && { reason }),
          },
        });
        await onDone();
      }}
    >
      {needsReference && (
        <TextInput
          label={t('reference')}
          value={reference}
          onChange={({ currentTarget }) => setReference(currentTarget.value)}
          required
          data-autofocus
        />
      )}
    </DecisionDialog>
  );
}

export function AssistanceRequestPage() {
  const country = useCountryName();
  const { requestId } = useParams({ strict: false }) as { requestId: string };
  const t = useTexts(assistanceTexts);
  const type = useWords(assistanceTypeWords);
  const state = useWords(assistanceStateWords);
  const verb = useWords(assistanceVerbWords);
  const urgency = useWords(urgencyWords);
  const { locale } = useLocale();
  const cache = useQueryClient();
  const { may } = useSession();
  const [step, setStep] = useState<Possible | null>(null);
  const [changing, setChanging] = useState(false);
  const request = useQuery({
    queryKey: ['assistance-one', requestId],
    queryFn: () => api.get<AssistanceView>(`/v1/assistance-requests/${requestId}`),
  });
  if (request.error instanceof ApiProblem && request.error.status === 404) return <NotFoundScreen />;
  if (request.error) return <ProblemNote error={request.error} onRetry={() => void request.refetch()} />;
  if (!request.data) return <Skeleton h={300} />;
  const { data } = request;
  const isDraft = data.state === 'DRAFT' && data.direction === 'OUTGOING' && may('assistance.write');
  const link = (to: string) => (
    <Anchor size="sm" renderRoot={(props) => <Link to={to as string} {...props} />}>
      {t('open')}
    </Anchor>
  );
  const reload = async () => {
    await cache.invalidateQueries({ queryKey: ['assistance-one', requestId] });
    await cache.invalidateQueries({ queryKey: ['assistance'] });
  };
  return (
    <Page
      title={data.requestNumber}
      lead={type(data.type)}
      actions={
        <Group gap="xs" className="no-print">
          {isDraft && (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setChanging(true)}
            >
              {t('change')}
            </Button>
          )}
          {data.possible.map((one, index) => (
            <Button key={one.verb} variant={index === 0 ? 'filled' : 'default'} onClick={() => setStep(one)}>
              {verb(one.verb)}
            </Button>
          ))}
        </Group>
      }
    >
      {data.overdue && <Alert color="red" icon={<IconAlertTriangle />} title={t('overdue')} mb="md" />}
      <Group gap="xl" mb="md" align="flex-start">
        <Fact label={t('parties')}>
          <CountryName code={data.ownerState} /> → <CountryName code={data.requestedState} />
        </Fact>
        <Fact label={t('state')}>{state(data.state)}</Fact>
        <Fact label={t('urgency')}>{urgency(data.urgency)}</Fact>
        {data.dueOn && <Fact label={t('dueOn')}>{formatDate(locale, data.dueOn)}</Fact>}
        <Fact label={t('legalBasis')}>{data.legalBasis}</Fact>
        {data.confidentiality === 'RESTRICTED' && <Fact label={t('confidentiality')}>{t('RESTRICTED')}</Fact>}
        {data.assetCaseId && <Fact label={t('assetCase')}>{link(`/assets/cases/${data.assetCaseId}`)}</Fact>}
        {data.extraditionCaseId && (
          <Fact label={t('extradition')}>{link(`/cases/${data.extraditionCaseId}`)}</Fact>
        )}
      </Group>
      <Stack>
        <Section title={t('subject')}>
          <Text size="sm">{data.subject}</Text>
        </Section>
        <Section title={t('steps')}>
          {data.steps.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('noSteps')}
            </Text>
          )}
          <Timeline
            label={t('steps')}
            entries={[...data.steps].reverse().map((one) => ({
              id: `${one.at} ${one.verb}`,
              at: one.at,
              title: verb(one.verb),
              icon: IconArrowRight,
              body: (
                <Text size="sm">
                  {[one.reference, one.reason, country(one.byState)].filter(Boolean).join(' · ')}
                </Text>
              ),
            }))}
          />
        </Section>
      </Stack>
      {changing && <AssistanceDialog request={data} onClose={() => setChanging(false)} />}
      {step && <StepDialog request={data} step={step} onClose={() => setStep(null)} onDone={reload} />}
    </Page>
  );
}
