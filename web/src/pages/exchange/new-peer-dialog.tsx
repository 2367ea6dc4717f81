// Proposing another installation: its states, where it answers, and the key that it gave.
import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { exchangeTexts } from './exchange-texts.ts';

export function NewPeer({ onClose }: { onClose: () => void }) {
  const t = useTexts(exchangeTexts);
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [states, setStates] = useState<string[]>([]);
  const [address, setAddress] = useState('');
  const [publicKey, setPublicKey] = useState('');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('newPeer')}
      text={t('newPeerText')}
      confirm={t('propose')}
      valid={[name, address, publicKey].every((text) => text.trim() !== '') && states.length > 0}
      onConfirm={async () => {
        await api.post('/v1/exchange/peers', {
          key,
          body: { name: name.trim(), states, address: address.trim(), publicKey: publicKey.trim() },
        });
        await cache.invalidateQueries({ queryKey: ['exchange'] });
      }}
    >
      <TextInput
        label={t('name')}
        value={name}
        maxLength={120}
        required
        data-autofocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TagsInput
        label={t('states')}
        value={states}
        required
        onChange={(codes) => setStates(codes.map((code) => code.trim().toUpperCase()))}
      />
      <TextInput
        label={t('address')}
        value={address}
        type="url"
        placeholder="https://"
        required
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      <Textarea
        label={t('publicKey')}
        value={publicKey}
        autosize
        minRows={3}
        required
        onChange={({ currentTarget }) => setPublicKey(currentTarget.value)}
      />
    </DecisionDialog>
  );
}
