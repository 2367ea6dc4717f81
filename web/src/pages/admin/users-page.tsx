// The accounts of the state: who may come in, with which roles, and what to do when somebody cannot.
import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { UserView } from '../../../../server/features/users/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { CopyOnce } from '../../components/copy-once.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { roleWords } from '../../i18n/role-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { adminTexts } from './admin-texts.ts';
import { EditUser, type Handed, NewUser } from './user-dialogs.tsx';

export function UsersPage() {
  const t = useTexts(adminTexts);
  const role = useWords(roleWords);
  const [filter, setFilter] = useState('');
  const [dialog, setDialog] = useState<'new' | UserView | null>(null);
  const [handed, setHanded] = useState<Handed>();
  const list = usePages<UserView>('users', '/v1/users', { role: filter });
  return (
    <Page
      title={t('users')}
      actions={
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setDialog('new')}>
          {t('newUser')}
        </Button>
      }
    >
      <Select
        label={t('roles')}
        placeholder={t('any')}
        data={Object.keys(roleWords).map((value) => ({ value, label: `${value} · ${role(value)}` }))}
        value={filter || null}
        onChange={(next) => setFilter(next ?? '')}
        clearable
        searchable
        w={300}
        mb="md"
      />
      <DataTable
        {...list}
        caption={t('users')}
        rowId={({ id }) => id}
        minWidth={740}
        empty={<Empty icon={IconUsers} title={t('noUsers')} />}
        columns={[
          { id: 'login', header: t('login'), sortBy: (one) => one.login, cell: (one) => one.login },
          {
            id: 'name',
            header: t('displayName'),
            sortBy: (one) => one.displayName,
            cell: (one) => one.displayName,
          },
          {
            id: 'agency',
            header: t('agency'),
            sortBy: (one) => one.agency.name,
            cell: (one) => one.agency.name,
          },
          { id: 'roles', header: t('roles'), cell: (one) => one.roles.map(role).join(', ') },
          {
            id: 'factor',
            wideOnly: true,
            header: t('secondFactor'),
            cell: (one) => t(one.secondFactorEnrolled ? 'enrolled' : 'notEnrolled'),
          },
          {
            id: 'state',
            header: t('state'),
            sortBy: (one) => String(one.active),
            cell: (one) => (
              <>
                <Badge variant={one.active ? 'light' : 'default'} tt="none" miw="max-content">
                  {t(one.active ? 'active' : 'disabled')}
                </Badge>
                {one.mustChangePassword && (
                  <Text size="xs" c="dimmed">
                    {t('mustChange')}
                  </Text>
                )}
              </>
            ),
          },
          {
            id: 'do',
            header: t('edit'),
            cell: (one) => (
              <Group gap={6} wrap="nowrap">
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setDialog(one)}
                  aria-label={t('editOf', { name: one.displayName })}
                >
                  {t('edit')}
                </Button>
              </Group>
            ),
          },
        ]}
      />
      {dialog === 'new' && <NewUser onClose={() => setDialog(null)} onHanded={setHanded} />}
      {dialog !== null && dialog !== 'new' && (
        <EditUser user={dialog} onClose={() => setDialog(null)} onHanded={setHanded} />
      )}
      <CopyOnce
        title={t('temporary')}
        lead={t('temporaryFor', { login: handed?.login ?? '' })}
        secret={handed?.password}
        onKept={() => setHanded(undefined)}
      />
    </Page>
  );
}
