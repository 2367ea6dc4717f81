// What the coming night will do: a line for each rule with something to do, and the records behind it.
import { Accordion, Alert, Anchor, Badge, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconInfoCircle, IconMoonStars } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TonightView } from '../../../../server/features/retention/contract.ts';
import { api } from '../../api/client.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { retentionTexts } from './retention-texts.ts';

type Rule = TonightView['rules'][number];

function Items({ items }: Pick<Rule, 'items'>) {
  const t = useTexts(retentionTexts);
  const { locale } = useLocale();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('number')}</Table.Th>
          <Table.Th>{t('kind')}</Table.Th>
          <Table.Th>{t('since')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>{one.number}</Table.Td>
            <Table.Td>{t(one.kind)}</Table.Td>
            <Table.Td>{formatDate(locale, one.since)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function TonightTab() {
  const t = useTexts(retentionTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const tonight = useQuery({
    queryKey: ['retention', 'tonight'],
    queryFn: () => api.get<TonightView>('/v1/retention/tonight'),
  });
  if (tonight.error) return <ProblemNote error={tonight.error} onRetry={() => void tonight.refetch()} />;
  if (!tonight.data) return <Skeleton h={240} aria-busy />;
  const { rules, kept, unproved } = tonight.data;
  const busy = rules.filter(({ count }) => count > 0);
  return (
    <Stack maw={900}>
      <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />}>
        {t('dryRun')} {unproved > 0 && t('unproved', { count: unproved })}
      </Alert>
      {busy.length === 0 ? (
        <Empty icon={IconMoonStars} title={t('nothing')} />
      ) : (
        <Accordion variant="separated" multiple>
          {busy.map(({ rule, count, items }) => (
            <Accordion.Item key={rule} value={rule}>
              <Accordion.Control disabled={items.length === 0}>
                <Group justify="space-between" wrap="nowrap" pr="md">
                  <Text size="sm" fw={500}>
                    {t(rule)}
                  </Text>
                  <Badge variant="light" color="gray" size="lg">
                    {formatNumber(locale, count)}
                  </Badge>
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <Items items={items} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
      {kept.length > 0 && (
        <>
          <Title order={2} size="h5" mt="md">
            {t('keptTitle')}
          </Title>
          <DataTable
            caption={t('keptTitle')}
            rows={kept}
            rowId={({ id }) => id}
            empty={null}
            columns={[
              {
                id: 'number',
                header: t('number'),
                cell: (one) =>
                  one.kind === 'person' && may('person.read') ? (
                    <Anchor
                      size="sm"
                      renderRoot={(props) => <Link to={`/persons/${one.id}` as string} {...props} />}
                    >
                      {one.number}
                    </Anchor>
                  ) : (
                    one.number
                  ),
              },
              { id: 'kind', header: t('kind'), cell: (one) => t(one.kind) },
              {
                id: 'because',
                header: t('because'),
                cell: (one) => (one.because === 'RESTRICTED' ? t('RESTRICTED') : t('LEGAL_HOLD')),
              },
            ]}
          />
        </>
      )}
    </Stack>
  );
}
