// Somebody of another side says what is wrong with a record; its owner decides.
import { Select, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { PersonView } from '../../api/registry-types.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useOptions } from '../../components/fields.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { correctionPartWords } from './correction-words.ts';
import { rightsTexts } from './rights-texts.ts';

const WORDS = ['wrong', 'right', 'proof'] as const;

export function CorrectionDialog({ person, onClose }: { person: PersonView; onClose(): void }) {
  const t = useTexts(rightsTexts);
  const parts = useOptions(correctionPartWords);
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState({ part: '', wrong: '', right: '', proof: '' });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const labels = { wrong: t('wrong'), right: t('right'), proof: t('howKnown') };
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={`${t('proposeCorrection')} · ${person.registryNumber}`}
      text={t('proposeText')}
      confirm={t('propose')}
      valid={Object.values(values).every((text) => text.trim() !== '')}
      onConfirm={async () => {
        const words = Object.fromEntries(WORDS.map((name) => [name, values[name].trim()]));
        await api.post('/v1/corrections', {
          key,
          body: { personId: person.id, part: values.part, ...words },
        });
        notifications.show({ message: t('correctionSent') });
        await cache.invalidateQueries({ queryKey: ['corrections'] });
      }}
    >
      <Stack gap="sm">
        <Select
          label={t('part')}
          data={parts}
          value={values.part || null}
          onChange={(part) => set({ part: part ?? '' })}
          required
          data-autofocus
        />
        {WORDS.map((name) => (
          <Textarea
            key={name}
            label={labels[name]}
            value={values[name]}
            onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
            maxLength={4_000}
            autosize
            minRows={1}
            maxRows={8}
            required
          />
        ))}
      </Stack>
    </DecisionDialog>
  );
}
