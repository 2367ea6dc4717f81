// One asset: what it is and whose, every measure on its way, and the measures that can be recorded now.
import { Alert, Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconChartPie, IconPencil } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AssetCaseView, AssetView } from '../../../../server/features/assets/view-contract.ts';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { usePages } from '../../api/use-pages.ts';
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
import { useSession } from '../../session/session.tsx';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { ChangeAssetDialog, ClaimsDialog } from './asset-dialog.tsx';
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
        <Fact key={claim.assetCaseId} label={`${t('share')} ${claim.share}`}>
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to={`/assets/cases/${claim.assetCaseId}` as string} {...props} />}
          >
            {claim.caseNumber}
          </Anchor>
        </Fact>
      ))}
    </Group>
  );
}

function Measures({ asset }: { asset: AssetView }) {
  const t = useTexts(assetTexts);
  const state = useWords(assetStateWords);
  const account = useWords(accountWords);
  const { may } = useSession();
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
            {one.assistanceId && may('assistance.read') && (
              <Anchor
                size="xs"
                renderRoot={(props) => <Link to={`/assistance/${one.assistanceId}` as string} {...props} />}
              >
                {t('assistance')}
              </Anchor>
            )}
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
  const { may } = useSession();
  const [dialog, setDialog] = useState<'change' | 'claims' | null>(null);
  const cases = usePages<AssetCaseView>('asset-cases', '/v1/asset-cases', {}, dialog === 'claims');
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
    <Page
      title={`${type(data.type)}: ${data.description}`}
      lead={data.demo ? t('demo') : undefined}
      actions={
        data.own &&
        may('asset.write') && (
          <Group gap="xs" className="no-print">
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setDialog('change')}
            >
              {t('changeAsset')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconChartPie size={16} aria-hidden />}
              onClick={() => setDialog('claims')}
            >
              {t('claims')}
            </Button>
          </Group>
        )
      }
    >
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
      {dialog === 'change' && <ChangeAssetDialog asset={data} onClose={() => setDialog(null)} />}
      {dialog === 'claims' && cases.rows && (
        <ClaimsDialog asset={data} cases={cases.rows} onClose={() => setDialog(null)} />
      )}
      {to && <MeasureDialog asset={data} step={to} onClose={() => setTo(null)} onDone={reload} />}
    </Page>
  );
}
