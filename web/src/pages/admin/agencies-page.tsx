// The agencies of the state: what each does, and the duty officer that an arrest alert needs.
import { Badge, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgencyView } from '../../../../server/features/agencies/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession, useUser } from '../../session/session.tsx';
import { adminTexts } from './admin-texts.ts';

const KINDS = ['CENTRAL', 'INVESTIGATION', 'PROSECUTION', 'BORDER', 'PASSENGER_UNIT', 'OTHER'] as const;

function AgencyDialog({ agency, onClose }: { agency: AgencyView | null; onClose: () => void }) {
  const t = useTexts(adminTexts);
  const cache = useQueryClient();
  const user = useUser();
  const [key] = useState(() => crypto.randomUUID());
  const [code, setCode] = useState(agency?.code ?? '');
  const [name, setName] = useState(agency?.name ?? '');
  const [kind, setKind] = useState(agency?.kind ?? 'INVESTIGATION');
  const [contact, setContact] = useState(agency?.contact24x7 ?? '');
  const [active, setActive] = useState(agency?.active ?? true);
  const reload = async () => {
    await cache.invalidateQueries({ queryKey: ['agencies'] });
  };
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={agency ? agency.name : t('newAgency')}
      confirm={t(agency ? 'save' : 'create')}
      valid={code.trim() !== '' && name.trim() !== ''}
      onStale={reload}
      onConfirm={async () => {
        const common = { name: name.trim(), kind };
        if (agency)
          await api.patch(`/v1/agencies/${agency.id}`, {
            version: agency.version,
            body: { ...common, contact24x7: contact.trim() || null, active },
          });
        else
          await api.post('/v1/agencies', {
            key,
            body: {
              ...common,
              code: code.trim(),
              state: user.agency.state,
              ...(contact.trim() && { contact24x7: contact.trim() }),
            },
          });
        await reload();
      }}
    >
      <TextInput
        label={t('code')}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value.toUpperCase())}
        disabled={agency !== null}
        required
        data-autofocus={agency === null || undefined}
      />
      <TextInput
        label={t('name')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        required
      />
      <Select
        label={t('kind')}
        data={KINDS.map((value) => ({ value, label: t(value) }))}
        value={kind}
        onChange={(next) => setKind(next ?? kind)}
        allowDeselect={false}
      />
      <TextInput
        label={t('contact')}
        description={t('contactHelp')}
        value={contact}
        onChange={({ currentTarget }) => setContact(currentTarget.value)}
      />
      {agency && (
        <Checkbox
          label={t('agencyActive')}
          checked={active}
          onChange={({ currentTarget }) => setActive(currentTarget.checked)}
        />
      )}
    </DecisionDialog>
  );
}

export function AgenciesPage() {
  const t = useTexts(adminTexts);
  const kind = useWords(adminTexts);
  const { may } = useSession();
  const user = useUser();
  /** Whose agencies others are, the server would refuse to change. */
  const mayChange = ({ state }: AgencyView) =>
    may('agency.manage') && (state === user.agency.state || user.roles.includes('SAD'));
  const [dialog, setDialog] = useState<'new' | AgencyView | null>(null);
  const list = usePages<AgencyView>('agencies', '/v1/agencies');
  return (
    <Page
      title={t('agencies')}
      actions={
        may('agency.manage') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('new')}>
            {t('newAgency')}
          </Button>
        )
      }
    >
      <DataTable
        {...list}
        caption={t('agencies')}
        rowId={({ id }) => id}
        empty={<Empty icon={IconBuilding} title={t('noAgencies')} />}
        columns={[
          { id: 'code', header: t('code'), sortBy: (one) => one.code, cell: (one) => one.code },
          { id: 'name', header: t('name'), sortBy: (one) => one.name, cell: (one) => one.name },
          { id: 'kind', header: t('kind'), sortBy: (one) => kind(one.kind), cell: (one) => kind(one.kind) },
          { id: 'contact', header: t('contact'), cell: (one) => one.contact24x7 ?? '–' },
          {
            id: 'state',
            header: t('state'),
            cell: (one) => (
              <Badge variant={one.active ? 'light' : 'default'} tt="none">
                {t(one.active ? 'active' : 'disabled')}
              </Badge>
            ),
          },
          {
            id: 'do',
            header: t('edit'),
            cell: (one) =>
              mayChange(one) ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setDialog(one)}
                  aria-label={t('editOf', { name: one.name })}
                >
                  {t('edit')}
                </Button>
              ) : null,
          },
        ]}
      />
      {dialog !== null && (
        <AgencyDialog agency={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />
      )}
    </Page>
  );
}
