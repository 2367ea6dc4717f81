// Keys of other systems: made with as few rights as they need, shown once, revoked with one click.
import { Badge, Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKeyView, CreatedApiKey } from '../../../../server/features/api-keys/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { CopyOnce } from '../../components/copy-once.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { useOptions } from '../../components/fields.ts';
import { Page } from '../../components/page.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { shellTexts } from '../../shell/shell-texts.ts';
import { adminTexts } from './admin-texts.ts';
import { scopeWords } from './scope-words.ts';
import { useAgencies } from './use-agencies.ts';

/** Questions in foreign protocols: their clients cannot say why they ask. */
const asksForeign = (scopes: readonly string[]): boolean =>
  scopes.some((scope) => scope.startsWith('interop.'));
const PURPOSES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'] as const;
const YEAR_MS = 365 * 86_400_000;

function NewKey({ onClose, onMade }: { onClose: () => void; onMade: (made: CreatedApiKey) => void }) {
  const t = useTexts(adminTexts);
  const words = useTexts(shellTexts);
  const cache = useQueryClient();
  const { options } = useAgencies();
  const offered = useOptions(scopeWords);
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [agencyId, setAgency] = useState<string | null>(null);
  const [scopes, setScopes] = useState<string[]>(['check.run']);
  const [code, setCode] = useState<string | null>('P5');
  const [reference, setReference] = useState('');
  const [expires, setExpires] = useState(() => new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10));
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('newKey')}
      confirm={t('create')}
      valid={name.trim() !== '' && agencyId !== null && scopes.length > 0 && expires !== ''}
      onConfirm={async () => {
        const made = await api.post<CreatedApiKey>('/v1/api-keys', {
          key,
          body: {
            name: name.trim(),
            agencyId,
            scopes,
            expiresAt: new Date(`${expires}T00:00`).toISOString(),
            ...(asksForeign(scopes) &&
              reference.trim() !== '' && { purpose: { code, reference: reference.trim() } }),
          },
        });
        await cache.invalidateQueries({ queryKey: ['api-keys'] });
        onMade(made);
      }}
    >
      <TextInput
        label={t('name')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        required
        data-autofocus
      />
      <Select label={t('agency')} data={options} value={agencyId} onChange={setAgency} searchable required />
      <MultiSelect label={t('scopes')} data={offered} value={scopes} onChange={setScopes} required />
      {asksForeign(scopes) && (
        <>
          <Select
            label={t('keyPurpose')}
            data={PURPOSES.map((value) => ({ value, label: `${value} · ${words(value)}` }))}
            value={code}
            onChange={setCode}
            allowDeselect={false}
          />
          <TextInput
            label={t('keyReference')}
            description={t('keyReferenceHint')}
            value={reference}
            maxLength={200}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
        </>
      )}
      <DayInput label={t('expires')} value={expires} onChange={setExpires} required />
    </DecisionDialog>
  );
}

export function KeysPage() {
  const t = useTexts(adminTexts);
  const scope = useWords(scopeWords);
  const { locale } = useLocale();
  const { nameOf } = useAgencies();
  const cache = useQueryClient();
  const [dialog, setDialog] = useState<'new' | ApiKeyView | null>(null);
  const [made, setMade] = useState<CreatedApiKey>();
  const list = usePages<ApiKeyView>('api-keys', '/v1/api-keys');
  const stateOf = (one: ApiKeyView) =>
    one.revokedAt !== null ? 'revoked' : Date.parse(one.expiresAt) < Date.now() ? 'expired' : 'active';
  return (
    <Page
      title={t('keys')}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('new')}>
          {t('newKey')}
        </Button>
      }
    >
      <DataTable
        {...list}
        caption={t('keys')}
        rowId={({ id }) => id}
        empty={<Empty icon={IconKey} title={t('noKeys')} text={t('noKeysText')} />}
        columns={[
          { id: 'name', header: t('name'), sortBy: (one) => one.name, cell: (one) => one.name },
          { id: 'agency', header: t('agency'), cell: (one) => nameOf(one.agencyId) },
          { id: 'scopes', header: t('scopes'), cell: (one) => one.scopes.map(scope).join(', ') },
          {
            id: 'created',
            header: t('created'),
            sortBy: (one) => one.createdAt,
            cell: (one) => formatDate(locale, one.createdAt),
          },
          {
            id: 'expires',
            header: t('expires'),
            sortBy: (one) => one.expiresAt,
            cell: (one) => formatDate(locale, one.expiresAt),
          },
          {
            id: 'state',
            header: t('state'),
            cell: (one) => (
              <Badge variant={stateOf(one) === 'active' ? 'light' : 'default'} tt="none">
                {t(stateOf(one))}
              </Badge>
            ),
          },
          {
            id: 'do',
            header: t('revoke'),
            cell: (one) =>
              stateOf(one) === 'active' ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setDialog(one)}
                  aria-label={t('revokeOf', { name: one.name })}
                >
                  {t('revoke')}
                </Button>
              ) : null,
          },
        ]}
      />
      {dialog === 'new' && <NewKey onClose={() => setDialog(null)} onMade={setMade} />}
      {dialog !== null && dialog !== 'new' && (
        <DecisionDialog
          opened
          onClose={() => setDialog(null)}
          title={t('revokeOf', { name: dialog.name })}
          confirm={t('revoke')}
          danger
          onConfirm={async () => {
            await api.remove(`/v1/api-keys/${dialog.id}`);
            await cache.invalidateQueries({ queryKey: ['api-keys'] });
          }}
        />
      )}
      <CopyOnce
        title={t('keyOnce', { name: made?.apiKey.name ?? '' })}
        secret={made?.secret}
        onKept={() => setMade(undefined)}
      />
    </Page>
  );
}
