// Why a record is not found, or so low: every step of the search about one record, in words.
import { Button, Drawer, Group, List, Skeleton, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { ExplainAnswer } from '../../api/registry-types.ts';
import { PersonName } from '../../components/person-name.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Reasons } from '../../components/reasons.tsx';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import type { bodyOf } from './question.ts';
import { Score } from './score.tsx';
import { searchTexts } from './search-texts.ts';
import { personOfNumber } from './use-registry-number.ts';

type Question = ReturnType<typeof bodyOf>;

function Explanation({ answer }: { answer: ExplainAnswer }) {
  const t = useTexts(searchTexts);
  const { locale } = useLocale();
  const { candidate, verdict, rank, names, evidence, arithmetic } = answer;
  return (
    <Stack>
      <Group align="flex-start" wrap="nowrap" gap="lg">
        <Score score={answer.score} band={answer.band} />
        <div>
          <Text fw={600}>{verdict.text}</Text>
          {rank !== null && <Text size="sm">{t('place', { rank })}</Text>}
        </div>
      </Group>
      <List size="sm" spacing={4}>
        <List.Item>
          {t('keysMet', {
            asked: candidate.keysAsked,
            met: candidate.keysMet,
            compared: candidate.compared,
          })}
        </List.Item>
        <List.Item>{t(answer.meetsFilters ? 'filtersMet' : 'filtersNotMet')}</List.Item>
      </List>
      {names.map((name) => (
        <section key={`${name.type} ${name.full}`}>
          <Group gap="xs">
            <PersonName name={name} highlights={name.highlights} showType fw={600} />
            {name.best && (
              <Text size="xs" c="dimmed">
                {t('bestName')}
              </Text>
            )}
          </Group>
          {!name.best && <Reasons reasons={name.reasons} />}
        </section>
      ))}
      <section>
        <Title order={3} size="h5">
          {t('reasons')}
        </Title>
        <Reasons reasons={evidence} />
      </section>
      <section>
        <Title order={3} size="h5">
          {t('arithmetic')}
        </Title>
        <Table verticalSpacing={4} withRowBorders={false}>
          <Table.Tbody>
            {arithmetic.map(({ code, text, value }) => (
              <Table.Tr key={code}>
                <Table.Td>{text}</Table.Td>
                <Table.Td ta="right">{formatNumber(locale, value, 2)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Stack>
  );
}

export function WhyNot({
  opened,
  onClose,
  question,
}: {
  opened: boolean;
  onClose(): void;
  question: Question;
}) {
  const t = useTexts(searchTexts);
  const [number, setNumber] = useState('');
  const explain = useMutation({
    mutationFn: async () => {
      const personId = await personOfNumber(number.trim());
      if (!personId) return null;
      const { sort: _, ...asked } = question ?? { sort: undefined };
      return api.post<ExplainAnswer>('/v1/search/explain', {
        body: { ...asked, personId },
        purposeInBody: true,
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    explain.mutate();
  };
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={560} title={t('why')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('whyLead')}
        </Text>
        <form onSubmit={submit}>
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              label={t('registryNumber')}
              placeholder="KG-2026-000001-0"
              value={number}
              onChange={({ currentTarget }) => setNumber(currentTarget.value)}
              flex={1}
              required
              data-autofocus
            />
            <Button type="submit" loading={explain.isPending}>
              {t('explain')}
            </Button>
          </Group>
        </form>
        {explain.isPending && <Skeleton h={240} />}
        {explain.error && <ProblemNote error={explain.error} />}
        {explain.data === null && <Text role="alert">{t('noSuchRecord')}</Text>}
        {explain.data && <Explanation answer={explain.data} />}
      </Stack>
    </Drawer>
  );
}
