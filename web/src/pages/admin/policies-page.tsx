// Match policies: the weights in force with their source, and two names compared to see the arithmetic.
import {
  Button,
  Grid,
  Group,
  List,
  Select,
  Skeleton,
  Stack,
  Table,
  Tabs,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TrialView } from '../../../../server/features/policy-trials/contract.ts';
import type { MatchPolicyView } from '../../../../server/features/reference/contract.ts';
import { api } from '../../api/client.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Reasons } from '../../components/reasons.tsx';
import { Section } from '../../components/section.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { lawTexts } from './law-texts.ts';

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function Settings({ title, values }: { title: string; values: Record<string, unknown> }) {
  const t = useTexts(lawTexts);
  return (
    <Table verticalSpacing={4} fz="sm">
      <Table.Caption>
        <VisuallyHidden>{title}</VisuallyHidden>
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{title}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('value')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {Object.entries(values).map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{String(value)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Policy({ policy }: { policy: MatchPolicyView }) {
  const t = useTexts(lawTexts);
  const words = useWords(lawTexts);
  const { locale } = useLocale();
  const explanations = policy.settings['explanations'];
  const groups = Object.entries(policy.settings).filter(
    ([name, value]) => isGroup(value) && name !== 'explanations',
  );
  const single = Object.fromEntries(
    Object.entries(policy.settings).filter(
      ([name, value]) => !isGroup(value) && name !== 'code' && name !== 'version',
    ),
  );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('version')} {policy.version}, {t('since', { on: formatDate(locale, policy.validFrom) })} ·{' '}
        {policy.approvedBy ? t('approved', { who: policy.approvedBy }) : t('notApproved')} · {policy.source}
      </Text>
      <Grid>
        {groups.map(([name, value]) => (
          <Grid.Col key={name} span={{ base: 12, sm: 6 }}>
            <Settings title={words(name)} values={value as Record<string, unknown>} />
          </Grid.Col>
        ))}
        <Grid.Col span={{ base: 12, sm: 6 }}>
          <Settings title={t('other')} values={single} />
        </Grid.Col>
      </Grid>
      {isGroup(explanations) && (
        <List size="xs" spacing={2}>
          {Object.entries(explanations).map(([name, text]) => (
            <List.Item key={name}>
              <b>{name}</b>: {String(text)}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function TryOut({ codes }: { codes: readonly string[] }) {
  const t = useTexts(lawTexts);
  const words = useWords(lawTexts);
  const { locale } = useLocale();
  const [policy, setPolicy] = useState(codes[0] ?? 'INVESTIGATOR');
  const [names, setNames] = useState({ query: '', record: '', queryBorn: '', recordBorn: '' });
  const trial = useMutation({
    mutationFn: () =>
      api.post<TrialView>('/v1/reference/match-policies/trials', {
        body: {
          policy,
          query: { name: names.query.trim(), ...(names.queryBorn && { born: names.queryBorn }) },
          record: { name: names.record.trim(), ...(names.recordBorn && { born: names.recordBorn }) },
        },
      }),
  });
  const field = (name: keyof typeof names, label: keyof typeof lawTexts, required = true) => (
    <TextInput
      label={t(label)}
      value={names[name]}
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        setNames((now) => ({ ...now, [name]: value }));
      }}
      required={required}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trial.mutate();
  };
  return (
    <Section title={t('tryOut')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('tryText')}
      </Text>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            label={t('policy')}
            data={[...codes]}
            value={policy}
            onChange={(next) => setPolicy(next ?? policy)}
            allowDeselect={false}
          />
          <Group grow>
            {field('query', 'nameA')}
            {field('queryBorn', 'born', false)}
          </Group>
          <Group grow>
            {field('record', 'nameB')}
            {field('recordBorn', 'born', false)}
          </Group>
          <Button
            type="submit"
            w="fit-content"
            loading={trial.isPending}
            disabled={names.query.trim() === '' || names.record.trim() === ''}
          >
            {t('compare')}
          </Button>
        </Stack>
      </form>
      {trial.error && <ProblemNote error={trial.error} />}
      {trial.data && (
        <Stack gap="xs" mt="md" role="status">
          <Text fw={700}>
            {words(trial.data.band)} · {t('score')} {formatNumber(locale, trial.data.score, 3)}
          </Text>
          <Reasons reasons={trial.data.reasons as never} />
        </Stack>
      )}
    </Section>
  );
}

export function PoliciesPage() {
  const t = useTexts(lawTexts);
  const { may } = useSession();
  const policies = useQuery({
    queryKey: ['match-policies'],
    queryFn: () => api.get<{ items: MatchPolicyView[] }>('/v1/reference/match-policies'),
    staleTime: 60_000,
  });
  const items = policies.data?.items ?? [];
  return (
    <Page title={t('policies')} lead={t('policiesLead')}>
      {policies.error && <ProblemNote error={policies.error} onRetry={() => void policies.refetch()} />}
      {policies.isPending && <Skeleton h={320} />}
      {items.length > 0 && (
        <Grid>
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Tabs defaultValue={items[0]?.code} keepMounted={false}>
              <Tabs.List mb="md">
                {items.map(({ code }) => (
                  <Tabs.Tab key={code} value={code}>
                    {code}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {items.map((policy) => (
                <Tabs.Panel key={policy.code} value={policy.code}>
                  <Policy policy={policy} />
                </Tabs.Panel>
              ))}
            </Tabs>
          </Grid.Col>
          {may('policy.try') && (
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <TryOut codes={items.map(({ code }) => code)} />
            </Grid.Col>
          )}
        </Grid>
      )}
    </Page>
  );
}
