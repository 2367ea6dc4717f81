// One asset: what it is and whose, every measure on its way, and the measures that can be recorded now.
import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AssetView } from '../../../../server/features/assets/view-contract.ts';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Fact } from '../../components/fact.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { Timeline } from '../../components/timeline.tsx';
import {
  accountWords,
  assetStateWords,
  assetTypeWords,
  identifierWords,
  valuationWords,
} from '../../i18n/asset-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { formatMoney } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { assetTexts } from './asset-texts.ts';
import { MeasureDialog } from './measure-dialog.tsx';

function Facts({ asset }: { asset: AssetView }) {
  const t = useTexts(assetTexts);
  const state = useWords(assetStateWords);
  const identifier = useWords(identifierWords);
  const method = useWords(valuationWords);
  const { locale } = useLocale();
  return (
    <Group gap="xl" align="flex-start" wrap="wrap" mb="md">
      <Fact label={t('state')}>{state(asset.state)}</Fact>
      <Fact label={t('country')}>{asset.country}</Fact>
      {asset.value && (
        <Fact label={t('value')}>
          {formatMoney(locale, asset.value)}
          <Text size="xs" c="dimmed">
            {[
              method(asset.value.method),
              asset.value.on && formatDate(locale, asset.value.on),
              asset.value.source,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Fact>
      )}
      {asset.identifiers.map((one) => (
        <Fact key={`${one.kind} ${one.value}`} label={identifier(one.kind)}>
          {one.value}
        </Fact>
      ))}
      {asset.registeredOwner && <Fact label={t('owner')}>{asset.registeredOwner}</Fact>}
      {asset.beneficialOwner && <Fact label={t('beneficial')}>{asset.beneficialOwner}</Fact>}
      {asset.executingState && <Fact label={t('executingState')}>{asset.executingState}</Fact>}
      {asset.expiresOn && <Fact label={t('expiresOn')}>{formatDate(locale, asset.expiresOn)}</Fact>}
      {asset.claims.map((claim) => (
        <Fact key={claim.assetCaseId} label={claim.caseNumber}>
          {t('share')} {claim.share}
        </Fact>
      ))}
    </Group>
  );
}

function Measures({ asset }: { asset: AssetView }) {
  const t = useTexts(assetTexts);
  const state = useWords(assetStateWords);
  const account = useWords(accountWords);
  const { locale } = useLocale();
  return (
    <Timeline
      label={t('measures')}
      entries={[...asset.measures].reverse().map((one) => ({
        id: one.id,
        at: one.decidedOn,
        title: state(one.to),
        icon: IconArrowRight,
        body: (
          <Stack gap={0}>
            <Text size="sm">
              {[one.amount && formatMoney(locale, one.amount), one.authority, one.reference]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Text size="xs" c="dimmed">
              {[
                one.expiresOn && t('expires', { on: formatDate(locale, one.expiresOn) }),
                one.executingState,
                account(one.accountClass),
                one.reason,
                one.recordedState,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Stack>
        ),
      }))}
    />
  );
}

export function AssetPage() {
  const { assetId } = useParams({ strict: false }) as { assetId: string };
  const t = useTexts(assetTexts);
  const type = useWords(assetTypeWords);
  const state = useWords(assetStateWords);
  const cache = useQueryClient();
  const [to, setTo] = useState<AssetView['possible'][number] | null>(null);
  const asset = useQuery({
    queryKey: ['asset', assetId],
    queryFn: () => api.get<AssetView>(`/v1/assets/${assetId}`),
  });
  if (asset.error instanceof ApiProblem && asset.error.status === 404) return <NotFoundScreen />;
  if (asset.error) return <ProblemNote error={asset.error} onRetry={() => void asset.refetch()} />;
  if (!asset.data) return <Skeleton h={320} />;
  const { data } = asset;
  const reload = async () => {
    await cache.invalidateQueries({ queryKey: ['asset', assetId] });
    await cache.invalidateQueries({ queryKey: ['assets'] });
    await cache.invalidateQueries({ queryKey: ['asset-warnings'] });
    await cache.invalidateQueries({ queryKey: ['asset-totals'] });
  };
  return (
    <Page title={`${type(data.type)}: ${data.description}`} lead={data.demo ? t('demo') : undefined}>
      {data.lapsed && <Alert color="red" icon={<IconAlertTriangle />} title={t('lapsed')} mb="md" />}
      <Facts asset={data} />
      {data.sameAs.length > 0 && (
        <Alert color="gray" mb="md">
          {t('sameAs')}
        </Alert>
      )}
      <Stack>
        <Section title={t('steps')}>
          {data.possible.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noSteps')}
            </Text>
          ) : (
            <Group gap="xs">
              {data.possible.map((one) => (
                <Button key={one.to} variant="default" onClick={() => setTo(one)}>
                  {state(one.to)}
                </Button>
              ))}
            </Group>
          )}
        </Section>
        <Section title={t('measures')}>
          <Measures asset={data} />
        </Section>
      </Stack>
      {to && <MeasureDialog asset={data} step={to} onClose={() => setTo(null)} onDone={reload} />}
    </Page>
  );
}
