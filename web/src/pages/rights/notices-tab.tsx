// Notices that a record was corrected, restricted or erased since the own state was shown it: read and confirmed.
import { Anchor, Badge, Button } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { NoticeView } from '../../../../server/features/subject-requests/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { CountryName } from '../../components/country.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { rightsTexts } from './rights-texts.ts';

export function NoticesTab() {
  const t = useTexts(rightsTexts);
  const { may } = useSession();
  const cache = useQueryClient();
  const [confirming, setConfirming] = useState<NoticeView | null>(null);
  const list = usePages<NoticeView>('notices', '/v1/recipient-notices');
  const reload = () => cache.invalidateQueries({ queryKey: ['notices'] });
  return (
    <>
      <DataTable
        {...list}
        caption={t('notices')}
        rowId={({ id }) => id}
        empty={<Empty icon={IconBellRinging} title={t('none')} />}
        columns={[
          { id: 'kind', header: t('kind'), cell: (one) => t(one.kind) },
          {
            id: 'person',
            header: t('record'),
            cell: (one) =>
              // What was erased opens no more.
              one.kind !== 'ERASED' && may('person.read') ? (
                <Anchor
                  size="sm"
                  renderRoot={(props) => <Link to={`/persons/${one.personId}` as string} {...props} />}
                >
                  {t('openRecord')}
                </Anchor>
              ) : (
                '–'
              ),
          },
          { id: 'owner', header: t('owner'), cell: (one) => <CountryName code={one.ownerState} /> },
          {
            id: 'due',
            header: t('due'),
            sortBy: (one) => one.dueAt,
            cell: (one) =>
              one.confirmedAt === null ? (
                <ClockBadge dueAt={one.dueAt} size="sm" warnMinutes={2_880} />
              ) : (
                <Badge variant="light" color="gray" tt="none">
                  {t('confirmed')}
                </Badge>
              ),
          },
          {
            id: 'confirm',
            header: '',
            cell: (one) =>
              one.confirmedAt === null &&
              may('request.write') && (
                <Button size="compact-sm" variant="default" onClick={() => setConfirming(one)}>
                  {t('confirm')}
                </Button>
              ),
          },
        ]}
      />
      {confirming && (
        <DecisionDialog
          opened
          onClose={() => setConfirming(null)}
          title={t('confirm')}
          text={t('confirmText')}
          confirm={t('confirm')}
          onStale={reload}
          onConfirm={async () => {
            await api.post(`/v1/recipient-notices/${confirming.id}/confirm`, { version: confirming.version });
            await reload();
          }}
        />
      )}
    </>
  );
}
