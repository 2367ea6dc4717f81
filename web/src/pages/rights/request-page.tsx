// One request: who asks for what, the steps taken and possible, and the letter to the person when it may leave.
import { Anchor, Badge, Button, Group, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RequestView } from '../../../../server/features/subject-requests/contract.ts';
import { api } from '../../api/client.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { CountryName, useCountryName } from '../../components/country.tsx';
import { Fact } from '../../components/fact.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { useActorNames } from '../../components/use-actor-names.ts';
import { formatDate, formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { rightsTexts } from './rights-texts.ts';
import { StepDialog } from './step-dialog.tsx';

type Verb = RequestView['verbs'][number];

function Content({ request }: { request: RequestView }) {
  const t = useTexts(rightsTexts);
  const { locale } = useLocale();
  const { content } = request;
  return (
    <Section title={t('person')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {content && <Fact label={t('name')}>{content.name}</Fact>}
        {content?.birthDate && <Fact label={t('birthDate')}>{formatDate(locale, content.birthDate)}</Fact>}
        {content?.document && <Fact label={t('document')}>{content.document}</Fact>}
        {content && <Fact label={t('contact')}>{content.contact}</Fact>}
        {request.identityProof && <Fact label={t('proof')}>{t(request.identityProof)}</Fact>}
        <Fact label={t('receiver')}>
          <CountryName code={request.receivedState} />
        </Fact>
        <Fact label={t('owner')}>
          {request.ownerState === null ? '–' : <CountryName code={request.ownerState} />}
        </Fact>
        {request.owner?.decision && <Fact label={t('decision')}>{t(request.owner.decision)}</Fact>}
        {request.owner?.personId && (
          <Fact label={t('record')}>
            <Anchor
              inherit
              renderRoot={(props) => <Link to={`/persons/${request.owner?.personId}` as string} {...props} />}
            >
              {t('openRecord')}
            </Anchor>
          </Fact>
        )}
      </SimpleGrid>
      {content && (
        <Text size="sm" mt="md" style={{ whiteSpace: 'pre-wrap' }}>
          {content.words}
        </Text>
      )}
    </Section>
  );
}

function Steps({ steps }: Pick<RequestView, 'steps'>) {
  const nameOf = useActorNames(steps.map(({ actorId }) => actorId));
  const country = useCountryName();
  const t = useTexts(rightsTexts);
  const { locale } = useLocale();
  return (
    <Section title={t('steps')}>
      <Stack gap="xs">
        {steps.map((step) => (
          <div key={`${step.at} ${step.verb}`}>
            <Text size="sm">
              <Text component="span" c="dimmed" fz="inherit">
                {formatDateTime(locale, step.at)}
              </Text>{' '}
              {t(step.verb)} · {step.actorId === null ? country(step.state) : nameOf(step.actorId)}
            </Text>
            {step.note && (
              <Text size="sm" c="dimmed">
                {step.note}
              </Text>
            )}
          </div>
        ))}
        {steps.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('none')}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

export function RequestPage() {
  const t = useTexts(rightsTexts);
  const { requestId } = useParams({ strict: false }) as { requestId: string };
  const cache = useQueryClient();
  const [verb, setVerb] = useState<Verb | null>(null);
  const queryKey = ['subject-request', requestId];
  const request = useQuery({
    queryKey,
    queryFn: () => api.get<RequestView>(`/v1/subject-requests/${requestId}`),
  });
  if (request.error)
    return (
      <Page title={t('requests')}>
        <ProblemNote error={request.error} onRetry={() => void request.refetch()} />
      </Page>
    );
  const { data } = request;
  if (!data) return <Skeleton h={320} aria-busy />;
  const reload = async () => {
    await cache.invalidateQueries({ queryKey });
    await cache.invalidateQueries({ queryKey: ['subject-requests'] });
  };
  return (
    <Page
      title={data.requestNumber}
      lead={t(data.type)}
      actions={data.verbs.map((one, index) => (
        <Button key={one} variant={index === 0 ? 'filled' : 'default'} onClick={() => setVerb(one)}>
          {t(one)}
        </Button>
      ))}
    >
      <Stack maw={900}>
        <Group gap="xs">
          <Badge size="lg" variant="light" color="gray" tt="none">
            {t(data.status)}
          </Badge>
          {data.status !== 'CLOSED' && data.status !== 'DECIDED' && (
            <ClockBadge dueAt={data.dueAt} label={t('due')} warnMinutes={10_080} />
          )}
        </Group>
        <Content request={data} />
        <Section title={t('answer')}>
          <Text
            size="sm"
            c={data.answer ? undefined : 'dimmed'}
            style={{ whiteSpace: 'pre-wrap' }}
            data-testid="letter"
          >
            {data.answer?.text ?? t('noAnswer')}
          </Text>
        </Section>
        <Steps steps={data.steps} />
      </Stack>
      {verb && <StepDialog verb={verb} request={data} onClose={() => setVerb(null)} onDone={reload} />}
    </Page>
  );
}
