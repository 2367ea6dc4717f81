// Return of proceeds: the funnel, freezes that run out, assets, asset cases and rates.
import { Badge, Button, Group, Stack, Tabs } from '@mantine/core';
import { IconCoins, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { AssetCaseView, exchangeRate } from '../../../../server/features/assets/view-contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { routeWords } from '../../i18n/asset-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { formatMoney } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { AssetCaseDialog } from './asset-case-dialog.tsx';
import { AssetList } from './asset-list.tsx';
import { assetTexts } from './asset-texts.ts';
import { FunnelCard } from './funnel-card.tsx';
import { NewRateDialog } from './new-rate-dialog.tsx';
import { WarningsCard } from './warnings-card.tsx';

function CaseList() {
  const t = useTexts(assetTexts);
  const route = useWords(routeWords);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const list = usePages<AssetCaseView>('asset-cases', '/v1/asset-cases');
  return (
    <DataTable
      {...list}
      caption={t('cases')}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/assets/cases/${id}` as string })}
      empty={<Empty icon={IconCoins} title={t('noCases')} />}
      columns={[
        {
          id: 'number',
          header: t('number'),
          sortBy: (one) => one.caseNumber,
          cell: (one) => one.caseNumber,
        },
        { id: 'title', header: t('name'), sortBy: (one) => one.title, cell: (one) => one.title },
        {
          id: 'route',
          header: t('route'),
          sortBy: (one) => route(one.route),
          cell: (one) => route(one.route),
        },
        {
          id: 'damage',
          header: t('damage'),
          align: 'right',
          cell: (one) => (one.totalDamage ? formatMoney(locale, one.totalDamage) : '–'),
        },
        {
          id: 'state',
          header: t('state'),
          cell: (one) => (
            <Badge variant="default" tt="none">
              {t(one.closedAt === null ? 'opened' : 'closed')}
            </Badge>
          ),
        },
      ]}
    />
  );
}

function RateList() {
  const t = useTexts(assetTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const [adding, setAdding] = useState(false);
  const list = usePages<z.output<typeof exchangeRate>>('exchange-rates', '/v1/exchange-rates');
  return (
    <Stack>
      {may('asset.decide') && (
        <Button w="fit-content" variant="default" onClick={() => setAdding(true)}>
          {t('newRate')}
        </Button>
      )}
      <DataTable
        {...list}
        caption={t('rates')}
        rowId={(one) => `${one.from} ${one.to} ${one.on}`}
        empty={<Empty icon={IconCoins} title={t('noRates')} />}
        columns={[
          { id: 'pair', header: t('currency'), cell: (one) => `${one.from} → ${one.to}` },
          { id: 'on', header: t('on'), sortBy: (one) => one.on, cell: (one) => formatDate(locale, one.on) },
          { id: 'rate', header: t('rate'), align: 'right', cell: (one) => one.rate },
          { id: 'source', header: t('source'), cell: (one) => one.source },
        ]}
      />
      {adding && <NewRateDialog onClose={() => setAdding(false)} />}
    </Stack>
  );
}

export function AssetsPage() {
  const t = useTexts(assetTexts);
  const { may } = useSession();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Group gap="xs">
          <Button variant="default" renderRoot={(props) => <Link to={'/assistance' as string} {...props} />}>
            {t('assistance')}
          </Button>
          {may('asset.write') && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              {t('newCase')}
            </Button>
          )}
        </Group>
      }
    >
      <Stack>
        <FunnelCard />
        <WarningsCard />
        <Tabs defaultValue="assets" keepMounted={false}>
          <Tabs.List mb="sm">
            <Tabs.Tab value="assets">{t('assets')}</Tabs.Tab>
            <Tabs.Tab value="cases">{t('cases')}</Tabs.Tab>
            <Tabs.Tab value="rates">{t('rates')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="assets">
            <AssetList />
          </Tabs.Panel>
          <Tabs.Panel value="cases">
            <CaseList />
          </Tabs.Panel>
          <Tabs.Panel value="rates">
            <RateList />
          </Tabs.Panel>
        </Tabs>
      </Stack>
      {adding && <AssetCaseDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
