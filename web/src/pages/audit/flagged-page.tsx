// Searches that looked for the searcher himself or for a colleague.
import { IconUserSearch } from '@tabler/icons-react';
import type { FlaggedSearchView } from '../../../../server/features/break-glass/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { auditTexts } from './audit-texts.ts';
import { useNames } from './use-names.ts';

export function FlaggedPage() {
  const t = useTexts(auditTexts);
  const { locale } = useLocale();
  const list = usePages<FlaggedSearchView>('flagged', '/v1/flagged-searches');
  const name = useNames(list.rows?.flatMap(({ actorId, userId }) => [actorId, userId]) ?? []);
  return (
    <Page title={t('flagged')} lead={t('flaggedLead')}>
      <DataTable
        {...list}
        caption={t('flagged')}
        rowId={({ id }) => id}
        empty={<Empty icon={IconUserSearch} title={t('noFlags')} />}
        columns={[
          {
            id: 'at',
            header: t('at'),
            sortBy: (one) => one.at,
            cell: (one) => formatDateTime(locale, one.at),
          },
          { id: 'who', header: t('who'), cell: (one) => name(one.actorId) },
          {
            id: 'kind',
            header: t('whom'),
            sortBy: (one) => one.kind,
            cell: (one) => `${t(one.kind)} · ${name(one.userId)}`,
          },
          { id: 'request', header: t('request'), cell: (one) => one.requestId },
        ]}
      />
    </Page>
  );
}
