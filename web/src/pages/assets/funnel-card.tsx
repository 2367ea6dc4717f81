// How much of what was found came back: per currency as it is, in one sum only with the rate of a named day.
import { Box, Grid, Group, Select, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TotalsView } from '../../../../server/features/assets/view-contract.ts';
import { api } from '../../api/client.ts';
import { Funnel } from '../../components/charts.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { stageWords } from '../../i18n/asset-words.ts';
import { formatMoney } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { assetTexts } from './asset-texts.ts';
import { CURRENCIES } from './currencies.ts';

const WAY = ['IDENTIFIED', 'SECURED', 'CONFISCATED', 'RETURNED'];

/** @param assetCaseId only the shares that this case claims */
export function FunnelCard({ assetCaseId }: { assetCaseId?: string }) {
  const t = useTexts(assetTexts);
  const stage = useWords(stageWords);
  const { locale } = useLocale();
  const [currency, setCurrency] = useState('USD');
  const [rateDate, setRateDate] = useState(() => new Date().toISOString().slice(0, 10));
  const totals = useQuery({
    queryKey: ['asset-totals', currency, rateDate, assetCaseId],
    queryFn: () => api.get<TotalsView>('/v1/asset-totals', { query: { currency, rateDate, assetCaseId } }),
    enabled: rateDate !== '',
  });
  const stages = totals.data?.stages ?? [];
  return (
    <Section
      title={t('funnel')}
      actions={
        <Group gap="xs">
          <Select
            size="xs"
            aria-label={t('currency')}
            data={CURRENCIES}
            value={currency}
            onChange={(next) => setCurrency(next ?? 'USD')}
            allowDeselect={false}
            w={90}
          />
          <DayInput size="xs" aria-label={t('rateDate')} value={rateDate} onChange={setRateDate} />
        </Group>
      }
    >
      <Text size="xs" c="dimmed" mb="sm">
        {t('rateNote')}
      </Text>
      {totals.error && <ProblemNote error={totals.error} onRetry={() => void totals.refetch()} />}
      {totals.isPending && <Skeleton h={200} />}
      {totals.data && (
        <Grid align="center">
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Box maw={520}>
              <Funnel
                title={t('funnel')}
                heads={[t('stage'), t('count')]}
                points={stages
                  .filter((one) => WAY.includes(one.stage))
                  .map((one) => ({ label: stage(one.stage), value: one.count }))}
              />
            </Box>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Table.ScrollContainer minWidth={420}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('stage')}</Table.Th>
                    <Table.Th scope="col" ta="right">
                      {t('count')}
                    </Table.Th>
                    <Table.Th scope="col" ta="right">
                      {t('sums')}
                    </Table.Th>
                    <Table.Th scope="col" ta="right">
                      {t('total')}, {currency}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {stages.map((one) => (
                    <Table.Tr key={one.stage}>
                      <Table.Th scope="row" fw={500}>
                        {stage(one.stage)}
                        {one.unvalued > 0 && (
                          <Text size="xs" c="dimmed" fw={400}>
                            {t('unvalued', { count: one.unvalued })}
                          </Text>
                        )}
                      </Table.Th>
                      <Table.Td ta="right">{one.count}</Table.Td>
                      <Table.Td ta="right">
                        <Stack gap={0}>
                          {one.sums.map((sum) => (
                            <span key={sum.currency}>{formatMoney(locale, sum)}</span>
                          ))}
                        </Stack>
                      </Table.Td>
                      <Table.Td ta="right" fw={600}>
                        {one.total
                          ? formatMoney(locale, one.total)
                          : t('noRate', { list: one.missingRates.join(', ') })}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Grid.Col>
        </Grid>
      )}
    </Section>
  );
}
