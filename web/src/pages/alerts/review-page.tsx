// What waits for a second pair of eyes: alerts to approve or return, merges to decide.
import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { AlertPage, MergePage, MergeView } from '../../api/registry-types.ts';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { MergeDecision, useMayDecideMerge } from '../persons/merges-card.tsx';
import classes from './alerts.module.css';
import { AlertsTable } from './alerts-table.tsx';
import { alertTexts } from './alerts-texts.ts';

function Merges({ merges }: { merges: readonly MergeView[] }) {
  const t = useTexts(alertTexts);
  const { locale } = useLocale();
  const mayDecide = useMayDecideMerge();
  const [open, setOpen] = useState<MergeView>();
  return (
    <Stack component="ul" className={classes['list'] as string}>
      {merges.map((merge) => (
        <Group key={merge.id} component="li" justify="space-between">
          <div>
            <Text size="sm" fw={600}>
              {merge.absorbed.registryNumber} → {merge.survivor.registryNumber}
            </Text>
            <Text size="sm" c="dimmed">
              {merge.reason} · {formatDateTime(locale, merge.proposedAt)}
            </Text>
          </div>
          {mayDecide(merge) && (
            <Button
              variant="light"
              aria-label={`${t('look')}: ${merge.absorbed.registryNumber}`}
              onClick={() => setOpen(merge)}
            >
              {t('look')}
            </Button>
          )}
        </Group>
      ))}
      {open && <MergeDecision merge={open} onClose={() => setOpen(undefined)} />}
    </Stack>
  );
}

export function ReviewPage() {
  const t = useTexts(alertTexts);
  const alerts = useQuery({
    queryKey: ['alerts', 'review'],
    queryFn: () =>
      api.get<AlertPage>('/v1/alerts', { query: { status: 'SUBMITTED', ownState: true, limit: 100 } }),
  });
  const merges = useQuery({
    queryKey: ['merges', 'review'],
    queryFn: () => api.get<MergePage>('/v1/merges', { query: { status: 'PROPOSED', limit: 100 } }),
  });
  const nothing = alerts.data?.items.length === 0 && merges.data?.items.length === 0;
  return (
    <Page title={t('reviewTitle')} lead={t('reviewLead')}>
      {nothing ? (
        <Empty icon={IconEyeCheck} title={t('reviewEmpty')} text={t('reviewEmptyText')} />
      ) : (
        <Stack gap="xl">
          {alerts.data?.items.length !== 0 && (
            <section>
              <Title order={2} size="h4" mb="xs">
                {t('alertsToReview')}
              </Title>
              <AlertsTable
                rows={alerts.data?.items}
                error={alerts.error}
                onRetry={() => void alerts.refetch()}
                empty={null}
              />
            </section>
          )}
          {merges.data?.items.length !== 0 && (
            <section>
              <Title order={2} size="h4" mb="xs">
                {t('mergesToReview')}
              </Title>
              {merges.error && <ProblemNote error={merges.error} onRetry={() => void merges.refetch()} />}
              {merges.data ? <Merges merges={merges.data.items} /> : !merges.error && <Skeleton h={80} />}
            </section>
          )}
        </Stack>
      )}
    </Page>
  );
}
