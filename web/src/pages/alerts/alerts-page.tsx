// All alerts that may be seen; the own state's first, since they are the work.
import { Checkbox, Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { AlertPage } from '../../api/registry-types.ts';
import { Empty } from '../../components/empty.tsx';
import { useOptions } from '../../components/fields.ts';
import { Page } from '../../components/page.tsx';
import { alertStatusWords, alertTypeWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { AlertsTable } from './alerts-table.tsx';
import { alertTexts } from './alerts-texts.ts';
import type { ListAddress } from './list-address.ts';

const route = getRouteApi('/alerts');

const today = (): string => new Date().toISOString().slice(0, 10);

export function AlertsPage() {
  const t = useTexts(alertTexts);
  const statuses = useOptions(alertStatusWords);
  const types = useOptions(alertTypeWords);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const go = (change: Partial<ListAddress>) => void navigate({ search: { ...address, ...change } });
  const alerts = useInfiniteQuery({
    queryKey: ['alerts', address],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.get<AlertPage>('/v1/alerts', {
        query: {
          status: address.status,
          type: address.type,
          ownState: address.all ? undefined : true,
          reviewDueBefore: address.due ? today() : undefined,
          limit: 50,
          cursor: pageParam,
        },
      }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack>
        <Group align="flex-end">
          <SegmentedControl
            data={[
              { value: 'own', label: t('own') },
              { value: 'all', label: t('all') },
            ]}
            value={address.all ? 'all' : 'own'}
            onChange={(value) => go({ all: value === 'all' ? true : undefined })}
            aria-label={t('owner')}
          />
          <Select
            label={t('status')}
            data={statuses}
            placeholder={t('all')}
            value={address.status ?? null}
            onChange={(status) => go({ status: status ?? undefined })}
            clearable
            w={220}
          />
          <Select
            label={t('type')}
            data={types}
            placeholder={t('all')}
            value={address.type ?? null}
            onChange={(type) => go({ type: type ?? undefined })}
            clearable
            w={300}
          />
          <Checkbox
            mb={8}
            label={t('due')}
            checked={address.due === true}
            onChange={({ currentTarget }) => go({ due: currentTarget.checked ? true : undefined })}
          />
        </Group>
        <AlertsTable
          rows={alerts.data?.pages.flatMap(({ items }) => items)}
          error={alerts.error}
          onRetry={() => void alerts.refetch()}
          onMore={alerts.hasNextPage ? () => void alerts.fetchNextPage() : undefined}
          isLoadingMore={alerts.isFetchingNextPage}
          empty={<Empty icon={IconBell} title={t('empty')} text={t('emptyText')} />}
        />
      </Stack>
    </Page>
  );
}
