// A new account, and what can be changed about one: name, agency, roles, language, whether it works, and what it forgot.
import { Button, Checkbox, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreatedUser, UserView } from '../../../../server/features/users/contract.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.ts';
import { roleWords } from '../../i18n/role-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { adminTexts } from './admin-texts.ts';
import { useAgencies } from './use-agencies.ts';

/** What is handed to the owner of a new account, once. */
export interface Handed {
  readonly login: string;
  readonly password: string;
}

interface Fields {
  readonly displayName: string;
  readonly agencyId: string;
  readonly roles: string[];
  readonly locale: string;
}

function UserFields({ fields, onChange }: { fields: Fields; onChange: (fields: Fields) => void }) {
  const t = useTexts(adminTexts);
  const role = useWords(roleWords);
  const { options } = useAgencies();
  return (
    <>
      <TextInput
        label={t('displayName')}
        value={fields.displayName}
        onChange={({ currentTarget }) => onChange({ ...fields, displayName: currentTarget.value })}
        required
      />
      <Select
        label={t('agency')}
        data={options}
        value={fields.agencyId || null}
        onChange={(agencyId) => onChange({ ...fields, agencyId: agencyId ?? '' })}
        searchable
        required
      />
      <MultiSelect
        label={t('roles')}
        data={Object.keys(roleWords)
          .filter((code) => code !== 'SAD' && code !== 'SVC')
          .map((value) => ({ value, label: `${value} · ${role(value)}` }))}
        value={fields.roles}
        onChange={(roles) => onChange({ ...fields, roles })}
        hidePickedOptions
        searchable
        required
      />
      <Select
        label={t('locale')}
        data={LOCALES.map((value) => ({ value: value as string, label: LOCALE_NAMES[value] }))}
        value={fields.locale}
        onChange={(locale) => onChange({ ...fields, locale: locale ?? 'ru' })}
        allowDeselect={false}
      />
    </>
  );
}

const isComplete = ({ displayName, agencyId, roles }: Fields): boolean =>
  displayName.trim() !== '' && agencyId !== '' && roles.length > 0;

export function NewUser({ onClose, onHanded }: { onClose: () => void; onHanded: (handed: Handed) => void }) {
  const t = useTexts(adminTexts);
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [login, setLogin] = useState('');
  const [fields, setFields] = useState<Fields>({ displayName: '', agencyId: '', roles: [], locale: 'ru' });
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('newUser')}
      confirm={t('create')}
      valid={login.trim() !== '' && isComplete(fields)}
      onConfirm={async () => {
        const { user, temporaryPassword } = await api.post<CreatedUser>('/v1/users', {
          key,
          body: { login: login.trim(), ...fields, displayName: fields.displayName.trim() },
        });
        await cache.invalidateQueries({ queryKey: ['users'] });
        onHanded({ login: user.login, password: temporaryPassword });
      }}
    >
      <TextInput
        label={t('login')}
        description={t('loginHelp')}
        value={login}
        onChange={({ currentTarget }) => setLogin(currentTarget.value.toLowerCase())}
        autoCapitalize="none"
        spellCheck={false}
        required
        data-autofocus
      />
      <UserFields fields={fields} onChange={setFields} />
    </DecisionDialog>
  );
}

interface EditUserProps {
  readonly user: UserView;
  onClose(): void;
  onHanded(handed: Handed): void;
}

export function EditUser({ user: given, onClose, onHanded }: EditUserProps) {
  const t = useTexts(adminTexts);
  const cache = useQueryClient();
  const [user, setUser] = useState(given);
  const [fields, setFields] = useState<Fields>({
    displayName: user.displayName,
    agencyId: user.agency.id,
    roles: [...user.roles],
    locale: user.locale,
  });
  const [active, setActive] = useState(user.active);
  const [reset, setReset] = useState<'password' | 'factor' | null>(null);
  const body = {
    ...(fields.displayName.trim() !== user.displayName && { displayName: fields.displayName.trim() }),
    ...(fields.agencyId !== user.agency.id && { agencyId: fields.agencyId }),
    ...(fields.roles.join() !== user.roles.join() && { roles: fields.roles }),
    ...(fields.locale !== user.locale && { locale: fields.locale }),
    ...(active !== user.active && { active }),
  };
  const reload = () => cache.invalidateQueries({ queryKey: ['users'] });
  if (reset !== null) {
    const ofPassword = reset === 'password';
    return (
      <DecisionDialog
        opened
        onClose={onClose}
        title={`${t(ofPassword ? 'resetPassword' : 'resetFactor')}: ${user.displayName}`}
        text={t(ofPassword ? 'resetText' : 'factorText')}
        confirm={t(ofPassword ? 'resetPassword' : 'resetFactor')}
        onConfirm={async () => {
          if (ofPassword) {
            const { temporaryPassword } = await api.post<{ temporaryPassword: string }>(
              `/v1/users/${user.id}/reset-password`,
            );
            onHanded({ login: user.login, password: temporaryPassword });
          } else await api.post(`/v1/users/${user.id}/reset-second-factor`);
          await reload();
        }}
      />
    );
  }
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={`${user.displayName} · ${user.login}`}
      confirm={t('save')}
      valid={isComplete(fields) && Object.keys(body).length > 0}
      onStale={async () => setUser(await api.get<UserView>(`/v1/users/${user.id}`))}
      onConfirm={async () => {
        await api.patch(`/v1/users/${user.id}`, { version: user.version, body });
        await reload();
      }}
    >
      <Stack gap="sm">
        <UserFields fields={fields} onChange={setFields} />
        <Checkbox
          label={t('accountActive')}
          checked={active}
          onChange={({ currentTarget }) => setActive(currentTarget.checked)}
        />
        <Text size="xs" c="dimmed">
          {t('endsSessions')}
        </Text>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setReset('password')}>
            {t('resetPassword')}
          </Button>
          {user.secondFactorEnrolled && (
            <Button size="xs" variant="default" onClick={() => setReset('factor')}>
              {t('resetFactor')}
            </Button>
          )}
        </Group>
      </Stack>
    </DecisionDialog>
  );
}
