// Periods and officer cards as data: what they say, since when, from which source, and whether a lawyer has confirmed them.
import { Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { LegalPeriodView, OfficerCardView } from '../../../../server/features/reference/contract.ts';
import { api } from '../../api/client.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { PeriodSettings, usePeriodName } from '../../components/period-settings.tsx';
import { Section } from '../../components/section.tsx';
import { actionWords } from '../../i18n/alert-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { rulesTexts } from './rules-texts.ts';

const TEXT = { ky: 'textKy', ru: 'textRu', kk: 'textKk', en: 'textEn' } as const;

function Origin({ rule }: { rule: LegalPeriodView | OfficerCardView }) {
  const t = useTexts(rulesTexts);
  const { locale } = useLocale();
  return (
    <>
      <Text size="xs" lang="en">
        {rule.source}
      </Text>
      <Text size="xs" c="dimmed">
        v{rule.version}, {t('since', { on: formatDate(locale, rule.validFrom) })} ·{' '}
        {rule.verifiedBy === null
          ? t('unverified')
          : t('verified', {
              who: rule.verifiedBy,
              on: rule.verifiedOn ? formatDate(locale, rule.verifiedOn) : '–',
            })}
      </Text>
    </>
  );
}

function useRules<T>(name: 'periods' | 'officer-cards') {
  const list = useQuery({
    queryKey: ['rules', name],
    queryFn: () => api.get<{ items: T[] }>(`/v1/reference/${name}`),
    staleTime: 60_000,
  });
  return { rows: list.data?.items, error: list.error, onRetry: () => void list.refetch() };
}

export function RulesPage() {
  const t = useTexts(rulesTexts);
  const action = useWords(actionWords);
  const name = usePeriodName();
  const { locale } = useLocale();
  const periods = useRules<LegalPeriodView>('periods');
  const cards = useRules<OfficerCardView>('officer-cards');
  const empty = <Empty icon={IconScale} title={t('none')} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack>
        <Section title={t('periods')}>
          <DataTable
            {...periods}
            caption={t('periods')}
            rowId={({ code }) => code}
            empty={empty}
            minWidth={760}
            columns={[
              {
                id: 'code',
                header: t('period'),
                sortBy: (one) => name(one.code),
                cell: (one) => (
                  <>
                    {name(one.code)}
                    <Text size="xs" c="dimmed">
                      {one.code}
                    </Text>
                  </>
                ),
              },
              {
                id: 'settings',
                header: t('settings'),
                cell: (one) => <PeriodSettings settings={one.settings} />,
              },
              { id: 'source', header: t('source'), cell: (one) => <Origin rule={one} /> },
            ]}
          />
        </Section>
        {/* Who acts on no hit has no card to read. */}
        {cards.rows?.length !== 0 && (
          <Section title={t('cards')}>
            <DataTable
              {...cards}
              caption={t('cards')}
              rowId={(one) => one.action}
              empty={empty}
              minWidth={760}
              columns={[
                {
                  id: 'code',
                  header: t('code'),
                  sortBy: (one) => one.action,
                  cell: (one) => `${one.action} ${action(one.action)}`,
                },
                {
                  id: 'words',
                  header: t('words'),
                  cell: (one) => (
                    <Text size="sm" maw={520}>
                      {one[TEXT[locale]]}
                    </Text>
                  ),
                },
                { id: 'source', header: t('source'), cell: (one) => <Origin rule={one} /> },
              ]}
            />
          </Section>
        )}
      </Stack>
    </Page>
  );
}
