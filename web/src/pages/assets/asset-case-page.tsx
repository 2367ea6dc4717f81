// One recovery effort: what it is about, how much of it came back, the assets that it claims and what other states were asked.
import { Anchor, Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconLock, IconLockOpen, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AssetCaseView } from '../../../../server/features/assets/view-contract.ts';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Fact } from '../../components/fact.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { routeWords } from '../../i18n/asset-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { formatMoney } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { HoldButton } from '../retention/hold-button.tsx';
import { AssetCaseDialog } from './asset-case-dialog.tsx';
import { NewAssetDialog } from './asset-dialog.tsx';
import { AssetList } from './asset-list.tsx';
import { assetTexts } from './asset-texts.ts';
import { AssistanceDialog } from './assistance-dialog.tsx';
import { AssistanceList } from './assistance-list.tsx';
import { FunnelCard } from './funnel-card.tsx';

function Facts({ one }: { one: AssetCaseView }) {
  const t = useTexts(assetTexts);
  const route = useWords(routeWords);
  const { locale } = useLocale();
  const link = (to: string, label: string) => (
    <Anchor size="sm" renderRoot={(props) => <Link to={to as string} {...props} />}>
      {label}
    </Anchor>
  );
  return (
    <Stack gap="sm" mb="md">
      <Group gap="xl" align="flex-start" wrap="wrap">
        <Fact label={t('state')}>
          <Badge variant="default" tt="none">
            {t(one.closedAt === null ? 'opened' : 'closed')}
          </Badge>
        </Fact>
        <Fact label={t('route')}>{route(one.route)}</Fact>
        {one.totalDamage && <Fact label={t('damage')}>{formatMoney(locale, one.totalDamage)}</Fact>}
        {one.legalBasis && <Fact label={t('legalBasis')}>{one.legalBasis}</Fact>}
        {one.personId && <Fact label={t('person')}>{link(`/persons/${one.personId}`, t('openRecord'))}</Fact>}
        {one.extraditionCaseId && (
          <Fact label={t('extradition')}>{link(`/cases/${one.extraditionCaseId}`, t('openRecord'))}</Fact>
        )}
        <Fact label={t('since')}>{formatDateTime(locale, one.createdAt)}</Fact>
        {one.closedAt && <Fact label={t('closed')}>{formatDateTime(locale, one.closedAt)}</Fact>}
      </Group>
      {one.note && <Text size="sm">{one.note}</Text>}
    </Stack>
  );
}

type Dialog = 'change' | 'close' | 'asset' | 'assistance';

export function AssetCasePage() {
  const { assetCaseId } = useParams({ strict: false }) as { assetCaseId: string };
  const t = useTexts(assetTexts);
  const { may } = useSession();
  const cache = useQueryClient();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const found = useQuery({
    queryKey: ['asset-case', assetCaseId],
    queryFn: () => api.get<AssetCaseView>(`/v1/asset-cases/${assetCaseId}`),
  });
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFoundScreen />;
  if (found.error) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton h={320} aria-busy />;
  const { data: one } = found;
  const isOpen = one.closedAt === null;
  const reload = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['asset-case', assetCaseId] }),
      cache.invalidateQueries({ queryKey: ['asset-cases'] }),
    ]);
  const close = () => setDialog(null);
  return (
    <Page
      title={one.title}
      lead={[one.caseNumber, one.demo && t('demo')].filter(Boolean).join(' · ')}
      actions={
        may('asset.write') && (
          <Group gap="xs" className="no-print">
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setDialog('change')}
            >
              {t('changeCase')}
            </Button>
            <Button
              variant="default"
              leftSection={
                isOpen ? <IconLock size={16} aria-hidden /> : <IconLockOpen size={16} aria-hidden />
              }
              onClick={() => setDialog('close')}
            >
              {t(isOpen ? 'closeCase' : 'reopenCase')}
            </Button>
            <HoldButton type="asset-case" id={one.id} number={one.caseNumber} />
          </Group>
        )
      }
    >
      <Facts one={one} />
      <Stack>
        <FunnelCard assetCaseId={assetCaseId} />
        <Section
          title={t('assets')}
          actions={
            isOpen &&
            may('asset.write') && (
              <Button
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => setDialog('asset')}
              >
                {t('newAsset')}
              </Button>
            )
          }
        >
          <AssetList assetCaseId={assetCaseId} />
        </Section>
        {may('assistance.read') && (
          <Section
            title={t('assistance')}
            actions={
              isOpen &&
              may('assistance.write') && (
                <Button size="xs" variant="default" onClick={() => setDialog('assistance')}>
                  {t('newRequest')}
                </Button>
              )
            }
          >
            <AssistanceList filter={{ assetCaseId }} />
          </Section>
        )}
      </Stack>
      {dialog === 'change' && <AssetCaseDialog assetCase={one} onClose={close} />}
      {dialog === 'asset' && <NewAssetDialog assetCase={one} onClose={close} />}
      {dialog === 'assistance' && <AssistanceDialog links={{ assetCaseId }} onClose={close} />}
      {dialog === 'close' && (
        <DecisionDialog
          opened
          onClose={close}
          title={t(isOpen ? 'closeCase' : 'reopenCase')}
          text={t(isOpen ? 'closeText' : 'reopenText')}
          confirm={t(isOpen ? 'closeCase' : 'reopenCase')}
          onStale={reload}
          onConfirm={async () => {
            await api.patch(`/v1/asset-cases/${assetCaseId}`, {
              version: one.version,
              body: { closed: isOpen },
            });
            await reload();
          }}
        />
      )}
    </Page>
  );
}
