// Legal holds: what may not be erased, why, and since when.
import { Badge, Button, Group } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HoldView } from '../../../../server/features/retention/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { useActorNames } from '../../components/use-actor-names.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { retentionTexts } from './retention-texts.ts';

export function HoldsTab() {
  const t = useTexts(retentionTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const cache = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [releasing, setReleasing] = useState<HoldView | null>(null);
  const list = usePages<HoldView>('holds', '/v1/retention/holds', { released: 'true' });
  const nameOf = useActorNames(list.rows?.map(({ setBy }) => setBy) ?? []);
  const reload = async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: ['holds'] }),
      cache.invalidateQueries({ queryKey: ['retention'] }),
    ]);
  };
  const canHold = may('retention.hold');
  return (
    <>
      {canHold && (
        <Group mb="md">
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('hold')}
          </Button>
        </Group>
      )}
      <DataTable
        {...list}
        caption={t('holds')}
        rowId={({ id }) => id}
        empty={<Empty icon={IconGavel} title={t('noHolds')} text={t('holdText')} />}
        columns={[
          {
            id: 'number',
            header: t('number'),
            cell: (one) => one.number ?? one.subjectId.slice(-12),
            nowrap: true,
          },
          { id: 'kind', header: t('kind'), cell: (one) => t(one.subjectType) },
          { id: 'reason', header: t('reason'), cell: (one) => one.reason },
          { id: 'setBy', header: t('setBy'), cell: (one) => nameOf(one.setBy) },
          {
            id: 'setAt',
            header: t('setAt'),
            sortBy: (one) => one.setAt,
            cell: (one) => formatDateTime(locale, one.setAt),
            nowrap: true,
          },
          {
            id: 'state',
            header: t('state'),
            cell: (one) =>
              one.releasedAt !== null || !canHold ? (
                <Badge variant="light" color="gray" tt="none">
                  {t(one.releasedAt === null ? 'inForce' : 'released')}
                </Badge>
              ) : (
                <Button size="compact-sm" variant="default" onClick={() => setReleasing(one)}>
                  {t('release')}
                </Button>
              ),
          },
        ]}
      />
      {adding && <HoldDialog onClose={() => setAdding(false)} />}
      {releasing && (
        <DecisionDialog
          opened
          onClose={() => setReleasing(null)}
          title={t('release')}
          text={t('releaseText')}
          confirm={t('release')}
          danger
          onStale={reload}
          onConfirm={async () => {
            await api.post(`/v1/retention/holds/${releasing.id}/release`, { version: releasing.version });
            await reload();
          }}
        />
      )}
    </>
  );
}
