// Two states' reports about the same cases, side by side, with what they count differently on top.
import { Badge, Group, Select, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconArrowsDiff, IconEqual, IconQuestionMark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Comparison, FrozenFacts, ReportList } from '../../../../server/features/reports/contract.ts';
import { api } from '../../api/client.ts';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useCountryName } from '../../components/use-country-name.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { reportTexts } from './report-texts.ts';

const SIGNS = { EQUAL: IconEqual, DIFFERS: IconArrowsDiff, NOT_COMPARABLE: IconQuestionMark } as const;

function Rows({ comparison }: { comparison: Comparison }) {
  const t = useTexts(reportTexts);
  const { first, second, items, differing } = comparison;
  return (
    <>
      <Text fw={600}>{t('differing', { count: differing })}</Text>
      <Table.ScrollContainer minWidth={680}>
        <Table style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Caption>{t('compare')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('verdict')}</Table.Th>
              <Table.Th scope="col">
                {first.name}, {t('side')}
              </Table.Th>
              <Table.Th scope="col">{first.name}</Table.Th>
              <Table.Th scope="col" ta="right">
                v{first.version}
              </Table.Th>
              <Table.Th scope="col">{second.name}</Table.Th>
              <Table.Th scope="col" ta="right">
                v{second.version}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((one) => {
              const Sign = SIGNS[one.verdict];
              return (
                <Table.Tr key={`${one.side} ${one.firstColumn}`}>
                  <Table.Td>
                    <Badge
                      variant="light"
                      color={one.verdict === 'DIFFERS' ? 'orange' : 'gray'}
                      leftSection={<Sign size={12} />}
                    >
                      {t(one.verdict)}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{t(one.side)}</Table.Td>
                  <Table.Td>{one.firstColumn}</Table.Td>
                  <Table.Td ta="right">{one.first}</Table.Td>
                  <Table.Td>{one.secondColumn}</Table.Td>
                  <Table.Td ta="right">{one.second}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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
