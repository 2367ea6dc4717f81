// Emergency accesses, each with its reason: a data-protection officer says whether it was justified.
import { Badge, Button, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BreakGlassView } from '../../../../server/features/break-glass/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { auditTexts } from './audit-texts.ts';
import { useNames } from './use-names.ts';

function ReviewDialog({ access, onClose }: { access: BreakGlassView; onClose: () => void }) {
  const t = useTexts(auditTexts);
  const cache = useQueryClient();
  const [verdict, setVerdict] = useState('');
  const reload = () => cache.invalidateQueries({ queryKey: ['emergencies'] });
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('reviewOf', { number: access.registryNumber })}
      text={access.reason}
      confirm={t('review')}
      note="required"
      noteLabel={t('note')}
      valid={verdict !== ''}
      onStale={reload}
      onConfirm={async (note) => {
        await api.post(`/v1/break-glass/${access.id}/review`, {
          version: access.version,
          body: { justified: verdict === 'yes', note },
        });
        await reload();
      }}
    >
      <Radio.Group label={t('verdict')} value={verdict} onChange={setVerdict} required>
        <Stack gap={6} mt={4}>
          <Radio value="yes" label={t('justified')} />
          <Radio value="no" label={t('unjustified')} />
        </Stack>
      </Radio.Group>
    </DecisionDialog>
  );
}

export function EmergenciesPage() {
  const t = useTexts(auditTexts);
  const { locale } = useLocale();
  const [which, setWhich] = useState('open');
  const [reviewing, setReviewing] = useState<BreakGlassView | null>(null);
  const list = usePages<BreakGlassView>('emergencies', '/v1/break-glass', {
    reviewed: which === 'open' ? 'false' : '',
  });
  const name = useNames(list.rows?.map(({ actorId }) => actorId) ?? []);
  return (
    <Page title={t('emergencies')} lead={t('emergenciesLead')}>
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={t('which')}
        value={which}
        onChange={setWhich}
        data={[
          { value: 'open', label: t('open') },
          { value: 'all', label: t('all') },
        ]}
      />
      <DataTable
        {...list}
        caption={t('emergencies')}
        rowId={({ id }) => id}
        empty={<Empty icon={IconUrgent} title={t('noEmergencies')} />}
        minWidth={740}
        columns={[
          {
            id: 'at',
            header: t('opened'),
            sortBy: (one) => one.openedAt,
            cell: (one) => formatDateTime(locale, one.openedAt),
          },
          { id: 'who', header: t('who'), cell: (one) => `${one.state} · ${name(one.actorId)}` },
          { id: 'person', header: t('whom'), cell: (one) => one.registryNumber },
          {
            id: 'reason',
            header: t('reason'),
            cell: (one) => (
              <Text size="sm" maw={360} lineClamp={3}>
                {one.reason}
              </Text>
            ),
          },
          {
            id: 'state',
            header: t('verdict'),
            cell: (one) =>
              one.reviewedAt === null ? (
                <ClockBadge dueAt={one.reviewDueAt} warnMinutes={24 * 60} />
              ) : (
                <Badge variant="default" tt="none">
                  {t(one.justified ? 'justified' : 'unjustified')}
                </Badge>
              ),
          },
          {
            id: 'do',
            header: t('review'),
            cell: (one) =>
              one.reviewedAt === null ? (
                <Button
                  size="compact-sm"
                  onClick={() => setReviewing(one)}
                  aria-label={t('reviewOf', { number: one.registryNumber })}
                >
                  {t('review')}
                </Button>
              ) : (
                <Text size="xs" c="dimmed">
                  {one.reviewNote}
                </Text>
              ),
          },
        ]}
      />
      {reviewing && <ReviewDialog access={reviewing} onClose={() => setReviewing(null)} />}
    </Page>
  );
}
