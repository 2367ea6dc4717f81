// Which treaty governs between two states, why not the others, and which deadlines follow from it.
import { Alert, List, Skeleton, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleMinus, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { resolutionView } from '../../../server/features/treaties/contract.ts';
import { api } from '../api/client.ts';
import { clockNameWords } from '../i18n/clock-words.ts';
import { four } from '../i18n/four.ts';
import { type TextTable, useTexts } from '../i18n/texts.tsx';
import { chainWords, unitWords } from '../i18n/treaty-words.ts';
import { useTitleOfTreaty, useTreatyTitle } from '../i18n/use-treaty-title.ts';
import { useWords } from '../i18n/words.ts';
import { ProblemNote } from './problem-note.tsx';

const texts = {
  governs: four('Колдонулат: {title}', 'Применяется: {title}', 'Қолданылады: {title}', 'Governs: {title}'),
  national: four(
    'Улуттук мыйзам: {title}',
    'Национальный закон: {title}',
    'Ұлттық заң: {title}',
    'National law: {title}',
  ),
  unverified: four(
    'Юрист ырастай элек',
    'Не подтверждено юристом',
    'Заңгер растамаған',
    'Not confirmed by a lawyer',
  ),
  source: four('Булагы', 'Источник', 'Дереккөз', 'Source'),
  why: four('Башкалары эмне үчүн эмес', 'Почему не другие', 'Неге басқалары емес', 'Why not the others'),
  deadlines: four('Мөөнөттөр', 'Сроки', 'Мерзімдер', 'Deadlines'),
  clock: four('Мөөнөт', 'Срок', 'Мерзім', 'Clock'),
  length: four('Узактыгы', 'Длительность', 'Ұзақтығы', 'Length'),
  profile: four('Профиль', 'Профиль', 'Профиль', 'Profile'),
  agreed: four('макулдашуу боюнча', 'по договорённости', 'келісім бойынша', 'as agreed'),
} satisfies TextTable;

type Resolution = z.output<typeof resolutionView>;

export function useResolution(requesting: string, requested: string) {
  return useQuery({
    queryKey: ['treaty-resolution', requesting, requested],
    queryFn: () => api.get<Resolution>('/v1/treaties/resolve', { query: { requesting, requested } }),
    enabled: requesting !== '' && requested !== '' && requesting !== requested,
    staleTime: 300_000,
  });
}

export function TreatyChain({ requesting, requested }: { requesting: string; requested: string }) {
  const t = useTexts(texts);
  const reason = useWords(chainWords);
  const clock = useWords(clockNameWords);
  const unit = useWords(unitWords);
  const title = useTreatyTitle();
  const titleOf = useTitleOfTreaty();
  const { data, error, isLoading, refetch } = useResolution(requesting, requested);
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (isLoading) return <Skeleton h={120} />;
  if (!data) return null;
  return (
    <Stack gap="sm">
      <Alert color="gray" icon={<IconScale />} title={t('governs', { title: title(data.treaty) })}>
        {data.treaty.unverified && <Text size="sm">{t('unverified')}</Text>}
        {data.national && <Text size="sm">{t('national', { title: title(data.national) })}</Text>}
        <Text size="xs" c="dimmed">
          {t('source')}: <span lang="en">{data.treaty.source}</span>
        </Text>
      </Alert>
      <div>
        <Text size="sm" fw={600}>
          {t('why')}
        </Text>
        <List size="sm" spacing={2} listStyleType="none" withPadding={false}>
          {data.chain.map((link) => (
            <List.Item
              key={`${link.code} ${link.version}`}
              icon={
                link.outcome === 'CHOSEN' ? (
                  <IconCircleCheck size={15} aria-hidden />
                ) : (
                  <IconCircleMinus size={15} aria-hidden />
                )
              }
            >
              {titleOf(link.code)} – {reason(link.outcome)}
              <Text component="span" size="xs" c="dimmed">
                {` ${link.code} v${link.version}${link.detail ? ` (${link.detail})` : ''}`}
              </Text>
            </List.Item>
          ))}
        </List>
      </div>
      <Table.ScrollContainer minWidth={420}>
        <Table fz="xs">
          <Table.Caption>
            <VisuallyHidden>{t('deadlines')}</VisuallyHidden>
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('clock')}</Table.Th>
              <Table.Th scope="col">{t('length')}</Table.Th>
              <Table.Th scope="col">{t('profile')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.deadlines.map((rule) => (
              <Table.Tr key={`${rule.profile} ${rule.key}`}>
                <Table.Td>{clock(rule.key)}</Table.Td>
                <Table.Td>
                  {rule.length === null ? t('agreed') : `${rule.length} ${unit(rule.unit)}`}
                </Table.Td>
                <Table.Td>{rule.profile}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
