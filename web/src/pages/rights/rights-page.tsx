// Persons' rights: requests, proposals to correct, and notices to those who were shown a record.
import { Tabs } from '@mantine/core';
import { IconBellRinging, IconPencilQuestion, IconUserQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { CorrectionsTab } from './corrections-tab.tsx';
import { NoticesTab } from './notices-tab.tsx';
import { RequestsTab } from './requests-tab.tsx';
import { rightsTexts } from './rights-texts.ts';

const VIEWS = [
  { value: 'requests', permission: 'request.read', Icon: IconUserQuestion, View: RequestsTab },
  { value: 'corrections', permission: 'correction.read', Icon: IconPencilQuestion, View: CorrectionsTab },
  { value: 'notices', permission: 'request.read', Icon: IconBellRinging, View: NoticesTab },
] as const;

export function RightsPage() {
  const t = useTexts(rightsTexts);
  const { may } = useSession();
  const views = VIEWS.filter(({ permission }) => may(permission));
  const [view, setView] = useState<string | null>(null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs value={view ?? views[0]?.value ?? null} onChange={setView} keepMounted={false}>
        <Tabs.List mb="md">
          {views.map(({ value, Icon }) => (
            <Tabs.Tab key={value} value={value} leftSection={<Icon size={16} aria-hidden />}>
              {t(value)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {views.map(({ value, View }) => (
          <Tabs.Panel key={value} value={value}>
            <View />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
