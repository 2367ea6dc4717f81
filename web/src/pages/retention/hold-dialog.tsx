// A legal hold is set: on the record that is open, or on one that is chosen here.
import { Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HoldBody } from '../../../../server/features/retention/contract.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { PersonPicker, type PickedPerson } from '../../components/person-picker.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { retentionTexts } from './retention-texts.ts';

type Kind = HoldBody['subjectType'];

const KINDS: readonly Kind[] = ['person', 'case', 'asset-case'];

/** @param subject the record that is open; left out where it has to be chosen */
export function HoldDialog({
  subject,
  onClose,
}: {
  subject?: { readonly type: Kind; readonly id: string; readonly number: string };
  onClose(): void;
}) {
  const t = useTexts(retentionTexts);
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<Kind>('person');
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [number, setNumber] = useState('');
  const chosen = (): object | null => {
    if (subject) return { subjectType: subject.type, subjectId: subject.id };
    if (kind === 'person') return person && { subjectType: kind, subjectId: person.id };
    return number.trim() === '' ? null : { subjectType: kind, number: number.trim() };
  };
  const body = chosen();
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={subject ? `${t('hold')} · ${subject.number}` : t('hold')}
      text={t('holdText')}
      confirm={t('hold')}
      note="required"
      noteLabel={t('reason')}
      valid={body !== null}
      onConfirm={async (reason) => {
        await api.post('/v1/retention/holds', { body: { ...body, reason }, key });
        await Promise.all([
          cache.invalidateQueries({ queryKey: ['holds'] }),
          cache.invalidateQueries({ queryKey: ['retention'] }),
        ]);
      }}
    >
      {!subject && (
        <Stack gap="sm">
          <Select
            label={t('kind')}
            value={kind}
            onChange={(next) => setKind((next as Kind | null) ?? 'person')}
            data={KINDS.map((value) => ({ value, label: t(value) }))}
            allowDeselect={false}
          />
          {kind === 'person' ? (
            <PersonPicker value={person} onChange={setPerson} required />
          ) : (
            <TextInput
              label={t('caseNumber')}
              value={number}
              onChange={({ currentTarget }) => setNumber(currentTarget.value)}
              maxLength={60}
              required
            />
          )}
        </Stack>
      )}
    </DecisionDialog>
  );
}
