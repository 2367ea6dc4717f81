// Match policies: the weights in force with their source, and two names compared to see the arithmetic.

import { Grid, List, Skeleton, Stack, Table, Tabs, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MatchPolicyView } from '../../../../server/features/reference/contract.ts';
import { api } from '../../api/client.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { policyNameWords } from '../../i18n/match-words.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { lawTexts } from './law-texts.ts';
import { PolicyTrial } from './policy-trial.tsx';
import { policyMemberWords } from './policy-words.ts';
import { VersionChoice } from './version-choice.tsx';
import { VersionDifferences } from './version-differences.tsx';

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param group the member that holds these, as it stands before their names */
function Settings({
  title,
  values,
  group = '',
}: {
  title: string;
  values: Record<string, unknown>;
  group?: string;
}) {
  const t = useTexts(lawTexts);
  const band = useWords(lawTexts);
  const member = useWords(policyMemberWords);
  const { locale } = useLocale();
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
            <Table.Td>{member(`${group}${name}`)}</Table.Td>
            <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {typeof value === 'number'
                ? formatNumber(locale, value, String(value).split('.')[1]?.length)
                : band(String(value))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Policy({ policy }: { policy: MatchPolicyView }) {
  const t = useTexts(lawTexts);
  const words = useWords(policyMemberWords);
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
        {policy.approvedBy ? t('approved', { who: policy.approvedBy }) : t('notApproved')} · {t('source')}:{' '}
        <span lang="en">{policy.source}</span>
      </Text>
      <Grid>
        {groups.map(([name, value]) => (
          <Grid.Col key={name} span={{ base: 12, sm: 6 }}>
            <Settings title={words(name)} values={value as Record<string, unknown>} group={`${name}.`} />
          </Grid.Col>
        ))}
        <Grid.Col span={{ base: 12, sm: 6 }}>
          <Settings title={t('other')} values={single} />
        </Grid.Col>
      </Grid>
      {isGroup(explanations) && (
        <Section title={t('explanations')}>
          <List size="xs" spacing={4}>
            {Object.entries(explanations).map(([name, text]) => (
              <List.Item key={name}>
                <b>{words(name)}</b>: <span lang="en">{String(text)}</span>
              </List.Item>
            ))}
          </List>
        </Section>
      )}
    </Stack>
  );
}

/** One policy: the version in force, and any other beside it. */
function Versions({ policy, all }: { policy: MatchPolicyView; all: readonly MatchPolicyView[] }) {
  const t = useTexts(lawTexts);
  const [version, setVersion] = useState(policy.version);
  const chosen = all.find((one) => one.version === version) ?? policy;
  return (
    <Stack gap="sm">
      <VersionChoice
        versions={all.map((one) => ({
          version: one.version,
          validFrom: one.validFrom,
          inForce: one.version === policy.version,
        }))}
        chosen={chosen.version}
        onChoose={setVersion}
      />
      {chosen.version !== policy.version && (
        <Section title={t('differences')}>
          <VersionDifferences current={policy} chosen={chosen} words={policyMemberWords} />
        </Section>
      )}
      <Policy policy={chosen} />
    </Stack>
  );
}

export function PoliciesPage() {
  const t = useTexts(lawTexts);
  const policyName = useWords(policyNameWords);
  const { may } = useSession();
  const policies = useQuery({
    queryKey: ['match-policies'],
    queryFn: () => api.get<{ items: MatchPolicyView[] }>('/v1/reference/match-policies'),
    staleTime: 60_000,
  });
  const versions = useQuery({
    queryKey: ['match-policies', 'versions'],
    queryFn: () => api.get<{ items: MatchPolicyView[] }>('/v1/reference/match-policies/versions'),
    enabled: may('policy.try'),
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
                    {policyName(code)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {items.map((policy) => (
                <Tabs.Panel key={policy.code} value={policy.code}>
                  <Versions
                    policy={policy}
                    all={versions.data?.items.filter(({ code }) => code === policy.code) ?? [policy]}
                  />
                </Tabs.Panel>
              ))}
            </Tabs>
          </Grid.Col>
          {may('policy.try') && (
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <PolicyTrial codes={items.map(({ code }) => code)} />
            </Grid.Col>
          )}
        </Grid>
      )}
    </Page>
  );
}
