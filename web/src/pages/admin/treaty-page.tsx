// One treaty profile: thresholds, deadlines, documents and grounds, with source and whether a lawyer has confirmed it.
import { Alert, Group, List, Skeleton, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { treatyView } from '../../../../server/features/treaties/contract.ts';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Fact } from '../../components/fact.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { useCountryName } from '../../components/use-country-name.ts';
import { caseDocumentWords } from '../../i18n/case-document-words.ts';
import { forceWords, groundWords } from '../../i18n/case-words.ts';
import { clockNameWords } from '../../i18n/clock-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import {
  caseEventWords,
  expiryWords,
  languageWords,
  treatyChannelWords,
  treatyKindWords,
  unitWords,
  whenWords,
} from '../../i18n/treaty-words.ts';
import { useTreatyTitle } from '../../i18n/use-treaty-title.ts';
import { useWords } from '../../i18n/words.ts';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { lawTexts } from './law-texts.ts';
import { treatyMemberWords } from './treaty-member-words.ts';
import { VersionChoice } from './version-choice.tsx';
import { VersionDifferences } from './version-differences.tsx';

/** Steps of a way to a member: names of members, clocks, documents, grounds. */
const differenceWords = { ...clockNameWords, ...caseDocumentWords, ...groundWords, ...treatyMemberWords };

type Treaty = z.output<typeof treatyView>;

function Deadlines({ treaty }: { treaty: Treaty }) {
  const t = useTexts(lawTexts);
  const clock = useWords(clockNameWords);
  const unit = useWords(unitWords);
  const event = useWords(caseEventWords);
  const expiry = useWords(expiryWords);
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table>
        <Table.Caption>
          <VisuallyHidden>{t('deadlines')}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {(['clock', 'starts', 'length', 'onExpiry', 'extension', 'legalRef'] as const).map((head) => (
              <Table.Th key={head} scope="col">
                {t(head)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {treaty.settings.deadlines.map((rule) => (
            <Table.Tr key={rule.key}>
              <Table.Td>{clock(rule.key)}</Table.Td>
              <Table.Td>{event(rule.startEvent)}</Table.Td>
              <Table.Td>{rule.length === null ? t('agreed') : `${rule.length} ${unit(rule.unit)}`}</Table.Td>
              <Table.Td>{expiry(rule.onExpiry)}</Table.Td>
              <Table.Td>
                {rule.extensible
                  ? rule.maxExtensionDays === null
                    ? t('anyLength')
                    : `+${rule.maxExtensionDays} ${unit('DAYS')}`
                  : '–'}
              </Table.Td>
              <Table.Td>{rule.legalRef}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const treatyQuery = (code: string, version?: number) => ({
  queryKey: ['treaty', code, version],
  queryFn: () => api.get<Treaty>(`/v1/treaties/${code}`, { query: { version } }),
});

export function TreatyPage() {
  const { code } = useParams({ strict: false }) as { code: string };
  const t = useTexts(lawTexts);
  const { locale } = useLocale();
  const kind = useWords(treatyKindWords);
  const channel = useWords(treatyChannelWords);
  const document = useWords(caseDocumentWords);
  const ground = useWords(groundWords);
  const force = useWords(forceWords);
  const when = useWords(whenWords);
  const language = useWords(languageWords);
  const country = useCountryName();
  const title = useTreatyTitle();
  const [version, setVersion] = useState<number>();
  const current = useQuery(treatyQuery(code));
  const treaty = useQuery({ ...treatyQuery(code, version), placeholderData: (before) => before });
  if (treaty.error instanceof ApiProblem && treaty.error.status === 404) return <NotFoundScreen />;
  if (treaty.error) return <ProblemNote error={treaty.error} onRetry={() => void treaty.refetch()} />;
  if (!treaty.data) return <Skeleton h={400} />;
  const { data } = treaty;
  const { settings } = data;
  const isOther = current.data && data.version !== current.data.version;
  return (
    <Page
      title={title(data)}
      lead={`${data.code} · ${kind(data.kind)} · v${data.version}`}
      actions={<VersionChoice versions={data.versions} chosen={data.version} onChoose={setVersion} />}
    >
      <Stack>
        {isOther && (
          <Section title={t('differences')}>
            <VersionDifferences current={current.data} chosen={data} words={differenceWords} />
          </Section>
        )}
        {data.unverified ? (
          <Alert color="gray" icon={<IconScale />} title={t('unverified')}>
            {t('unverifiedText')}
          </Alert>
        ) : (
          <Text size="sm">
            {t('verified', {
              who: data.verifiedBy ?? '',
              on: data.verifiedOn ? formatDate(locale, data.verifiedOn) : '–',
            })}
          </Text>
        )}
        {!data.titles.official.includes(locale) && (
          <Text size="sm" c="dimmed">
            {t('ownTitle')}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('source')}: <span lang="en">{data.source}</span>
        </Text>
        <Group gap="xl" align="flex-start">
          <Fact label={t('version')}>
            {data.version}, {t('since', { on: formatDate(locale, data.validFrom) })}
          </Fact>
          <Fact label={t('minPenalty')}>{settings.minMaxPenaltyMonths ?? '–'}</Fact>
          <Fact label={t('minSentence')}>{settings.minSentenceMonths ?? '–'}</Fact>
          {settings.nationals && <Fact label={t('nationals')}>{t(settings.nationals)}</Fact>}
          <Fact label={t('channels')}>{settings.channels.map(channel).join(', ') || '–'}</Fact>
          <Fact label={t('languages')}>{settings.languages.map(language).join(', ') || '–'}</Fact>
          <Fact label={t('states')}>{data.states.map(country).join(', ') || '–'}</Fact>
        </Group>
        <Section title={t('deadlines')}>
          <Deadlines treaty={data} />
        </Section>
        {settings.checklist.length > 0 && (
          <Section title={t('checklist')}>
            <List size="sm" spacing={2}>
              {settings.checklist.map((one) => (
                <List.Item key={one.code}>
                  {one.code} {document(one.code)}{' '}
                  <Text component="span" size="xs" c="dimmed">
                    {when(one.when)}
                  </Text>
                </List.Item>
              ))}
            </List>
          </Section>
        )}
        {Object.keys(settings.grounds).length > 0 && (
          <Section title={t('grounds')}>
            <List size="sm" spacing={2}>
              {Object.entries(settings.grounds).map(([groundCode, weight]) => (
                <List.Item key={groundCode}>
                  {groundCode} {ground(groundCode)}: {force(weight)}
                </List.Item>
              ))}
            </List>
          </Section>
        )}
        {settings.notes.length > 0 && (
          <Section title={t('notes')}>
            <List size="sm">
              {settings.notes.map((note) => (
                <List.Item key={note}>{note}</List.Item>
              ))}
            </List>
          </Section>
        )}
      </Stack>
    </Page>
  );
}
