// Two states' reports about the same cases, side by side, with what they count differently on top.
import { Badge, Group, Select, Skeleton, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowsDiff, IconEqual, IconQuestionMark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Comparison, FrozenFacts, ReportList } from '../../../../server/features/reports/contract.ts';
import { api } from '../../api/client.ts';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { useCountryName } from '../../components/use-country-name.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { reportTexts } from './report-texts.ts';

const SIGNS = { EQUAL: IconEqual, DIFFERS: IconArrowsDiff, NOT_COMPARABLE: IconQuestionMark } as const;

/** With the sign that a difference has. */
const signed = (gap: number): string => (gap > 0 ? `+${gap}` : `−${-gap}`);

type Item = Comparison['items'][number];

/** What stands in one line: the two states may call the same thing by two names. */
const nameOf = ({ firstColumn, secondColumn }: Item): string =>
  firstColumn === secondColumn ? firstColumn : `${firstColumn} / ${secondColumn}`;

function Verdict({ item: { verdict, gap } }: { item: Item }) {
  const t = useTexts(reportTexts);
  const Sign = SIGNS[verdict];
  const words = verdict === 'DIFFERS' && gap !== null ? t('by', { gap: signed(gap) }) : t(verdict);
  return (
    <Badge
      tt="none"
      maw="none"
      variant="light"
      color={verdict === 'DIFFERS' ? 'orange' : 'gray'}
      leftSection={<Sign size={12} aria-hidden />}
    >
      {words}
    </Badge>
  );
}

/** One direction of requests between the two states. */
function Direction({ comparison, side }: { comparison: Comparison; side: Item['side'] }) {
  const t = useTexts(reportTexts);
  const { first, second, items } = comparison;
  const [from, to] = side === 'RQ' ? [first.name, second.name] : [second.name, first.name];
  const title = t('requests', { from, to });
  return (
    <Section title={title}>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Caption>
            <VisuallyHidden>{title}</VisuallyHidden>
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('what')}</Table.Th>
              {[first, second].map(({ state, name, version }) => (
                <Table.Th key={state} scope="col" ta="right">
                  {t('accountOf', { state: name, no: version })}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('verdict')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items
              .filter((one) => one.side === side)
              .map((one) => (
                <Table.Tr key={one.firstColumn}>
                  <Table.Th scope="row" fw={500}>
                    {nameOf(one)}
                  </Table.Th>
                  <Table.Td ta="right">{one.first}</Table.Td>
                  <Table.Td ta="right">{one.second}</Table.Td>
                  <Table.Td>
                    <Verdict item={one} />
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function Rows({ comparison }: { comparison: Comparison }) {
  const t = useTexts(reportTexts);
  const { items, differing } = comparison;
  return (
    <>
      <div>
        <Text fw={600}>{differing === 0 ? t('allEqual') : t('differing', { count: differing })}</Text>
        {items.some(({ verdict }) => verdict === 'NOT_COMPARABLE') && (
          <Text size="sm" c="dimmed">
            {t('hidden')}
          </Text>
        )}
      </div>
      <Direction comparison={comparison} side="RQ" />
      <Direction comparison={comparison} side="RD" />
    </>
  );
}

export function ComparePage() {
  const t = useTexts(reportTexts);
  const { locale } = useLocale();
  const country = useCountryName();
  const { user } = useSession();
  const list = useQuery({ queryKey: ['reports', locale], queryFn: () => api.get<ReportList>('/v1/reports') });
  const frozen = list.data?.frozen ?? [];
  const ours = frozen.filter(({ state }) => state === user?.agency.state);
  const theirs = frozen.filter(({ state }) => state !== user?.agency.state);
  const [first, setFirst] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const firstId = first ?? ours[0]?.id;
  const secondId = second ?? theirs[0]?.id;
  const comparison = useQuery({
    queryKey: ['reports', 'compare', firstId, secondId, locale],
    queryFn: () => api.post<Comparison>('/v1/reports/compare', { body: { firstId, secondId } }),
    enabled: firstId !== undefined && secondId !== undefined,
  });
  const choice = (rows: readonly FrozenFacts[]) =>
    rows.map(({ id, state, year, quarter, version }) => ({
      value: id,
      label: `${country(state)}, ${year}${quarter === null ? '' : ` · ${t('quarter', { no: quarter })}`}, v${version}`,
    }));
  return (
    <Page title={t('compare')} lead={t('compareLead')}>
      <Stack>
        {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && (ours.length === 0 || theirs.length === 0) && (
          <Empty icon={IconArrowsDiff} title={t('nothingToCompare')} />
        )}
        {ours.length > 0 && theirs.length > 0 && (
          <Group>
            <Select
              label={t('ownReport')}
              w={300}
              allowDeselect={false}
              data={choice(ours)}
              value={firstId ?? null}
              onChange={setFirst}
            />
            <Select
              label={t('otherReport')}
              w={300}
              allowDeselect={false}
              data={choice(theirs)}
              value={secondId ?? null}
              onChange={setSecond}
            />
          </Group>
        )}
        {comparison.error && (
          <ProblemNote error={comparison.error} onRetry={() => void comparison.refetch()} />
        )}
        {comparison.isLoading && <Skeleton h={260} />}
        {comparison.data && <Rows comparison={comparison.data} />}
      </Stack>
    </Page>
  );
}
