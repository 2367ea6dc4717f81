// Alerts as a work list.
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { AlertEntry } from '../../api/registry-types.ts';
import { AlertStatusBadge } from '../../components/alert-badge.tsx';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { alertTypeWords } from '../../i18n/alert-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { alertTexts } from './alerts-texts.ts';

export function AlertsTable(props: {
  rows: readonly AlertEntry[] | undefined;
  error: unknown;
  onRetry(): void;
  onMore?: (() => void) | undefined;
  isLoadingMore?: boolean;
  empty: ReactNode;
}) {
  const t = useTexts(alertTexts);
  const type = useTexts(alertTypeWords);
  const date = useShownDate();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const columns = useMemo<DataColumn<AlertEntry>[]>(
    () => [
      {
        id: 'number',
        nowrap: true,
        header: t('number'),
        cell: (row) => row.alertNumber,
        sortBy: (row) => row.alertNumber,
      },
      { id: 'type', header: t('type'), cell: (row) => type(row.type), sortBy: (row) => type(row.type) },
      {
        id: 'status',
        header: t('status'),
        cell: (row) => <AlertStatusBadge status={row.status} />,
        sortBy: (row) => row.status,
      },
      {
        id: 'person',
        nowrap: true,
        header: t('person'),
        cell: (row) => row.registryNumber,
        sortBy: (row) => row.registryNumber,
      },
      {
        id: 'owner',
        wideOnly: true,
        header: t('owner'),
        cell: (row) => row.ownerState,
        sortBy: (row) => row.ownerState,
      },
      {
        id: 'expiresOn',
        nowrap: true,
        header: t('expiresOn'),
        cell: (row) => (row.expiresOn ? date(row.expiresOn) : '—'),
        sortBy: (row) => row.expiresOn ?? '',
      },
      {
        id: 'created',
        wideOnly: true,
        nowrap: true,
        header: t('created'),
        cell: (row) => formatDate(locale, row.createdAt),
        sortBy: (row) => row.createdAt,
      },
    ],
    [t, type, locale, date],
  );
  return (
    <DataTable
      {...props}
      caption={t('title')}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/alerts/$alertId', params: { alertId: row.id } })}
      minWidth={720}
    />
  );
}
