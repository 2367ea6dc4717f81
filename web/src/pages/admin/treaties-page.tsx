// Treaties, national laws and house rules as data, and which of them governs between two states.
import { Group, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CountrySelect } from '../../components/country.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { TreatyChain } from '../../components/treaty-chain.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { treatyKindWords } from '../../i18n/treaty-words.ts';
import { treatiesQuery, useTreatyTitle } from '../../i18n/use-treaty-title.ts';
import { useWords } from '../../i18n/words.ts';
import { lawTexts } from './law-texts.ts';

function TryPair() {
  const t = useTexts(lawTexts);
  const [requesting, setRequesting] = useState('KGZ');
  const [requested, setRequested] = useState('KAZ');
  return (
    <Section title={t('tryPair')}>
      <Group grow mb="md" align="flex-start">
        <CountrySelect label={t('requesting')} value={requesting} onChange={setRequesting} required />
        <CountrySelect label={t('requested')} value={requested} onChange={setRequested} required />
      </Group>
      <TreatyChain requesting={requesting} requested={requested} />
    </Section>
  );
}

export function TreatiesPage() {
  const t = useTexts(lawTexts);
  const kind = useWords(treatyKindWords);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const title = useTreatyTitle();
  const list = useQuery(treatiesQuery);
  return (
    <Page title={t('treaties')} lead={t('treatiesLead')}>
      <Stack>
        <DataTable
          caption={t('treaties')}
          rows={list.data?.items}
          error={list.error}
          onRetry={() => void list.refetch()}
          rowId={(one) => `${one.code} ${one.version}`}
          onOpen={({ code }) => void navigate({ to: `/admin/treaties/${code}` as string })}
          empty={<Empty icon={IconScale} title={t('treaties')} />}
          minWidth={720}
          columns={[
            { id: 'code', header: t('code'), sortBy: (one) => one.code, cell: (one) => one.code },
            { id: 'title', header: t('title'), sortBy: (one) => title(one), cell: (one) => title(one) },
            { id: 'kind', header: t('kind'), sortBy: (one) => kind(one.kind), cell: (one) => kind(one.kind) },
            {
              id: 'states',
              header: t('states'),
              sortBy: (one) => one.states.length,
              cell: (one) => (one.states.length > 6 ? one.states.length : one.states.join(', ')),
            },
            {
              id: 'version',
              header: t('version'),
              cell: (one) => `${one.version}, ${t('since', { on: formatDate(locale, one.validFrom) })}`,
            },
            {
              id: 'verified',
              header: t('source'),
              cell: (one) => (
                <Text size="xs">
                  {one.unverified
                    ? t('unverified')
                    : t('verified', {
                        who: one.verifiedBy ?? '',
                        on: one.verifiedOn ? formatDate(locale, one.verifiedOn) : '–',
                      })}
                </Text>
              ),
            },
          ]}
        />
        <TryPair />
      </Stack>
    </Page>
  );
}
