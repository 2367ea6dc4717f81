// Retention in four views: what tonight will do, what stops it, what was erased, and by which periods.
import { Tabs } from '@mantine/core';
import { IconArchive, IconClockHour2, IconGavel, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { ErasuresTab } from './erasures-tab.tsx';
import { HoldsTab } from './holds-tab.tsx';
import { PeriodsTab } from './periods-tab.tsx';
import { retentionTexts } from './retention-texts.ts';
import { TonightTab } from './tonight-tab.tsx';

const VIEWS = [
  { value: 'tonight', Icon: IconClockHour2, View: TonightTab },
  { value: 'holds', Icon: IconGavel, View: HoldsTab },
  { value: 'erasures', Icon: IconShieldCheck, View: ErasuresTab },
  { value: 'periods', Icon: IconArchive, View: PeriodsTab },
] as const;

export function RetentionPage() {
  const t = useTexts(retentionTexts);
  const [view, setView] = useState<string | null>('tonight');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs value={view} onChange={setView} keepMounted={false}>
        <Tabs.List mb="md">
          {VIEWS.map(({ value, Icon }) => (
            <Tabs.Tab key={value} value={value} leftSection={<Icon size={16} aria-hidden />}>
              {t(value)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {VIEWS.map(({ value, View }) => (
          <Tabs.Panel key={value} value={value}>
            <View />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
