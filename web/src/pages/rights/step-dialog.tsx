// What each step of a request asks for.
import { Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RequestView } from '../../../../server/features/subject-requests/contract.ts';
import { api } from '../../api/client.ts';
import { CountrySelect } from '../../components/country.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { PersonPicker, type PickedPerson } from '../../components/person-picker.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { rightsTexts } from './rights-texts.ts';

type Verb = RequestView['verbs'][number];

const PROOFS = ['PASSPORT_SEEN', 'CERTIFIED_COPY', 'E_SIGNATURE', 'ATTORNEY'] as const;
const DECISIONS = ['GRANTED', 'PARTLY', 'REFUSED', 'NOTHING'] as const;
const CHANGES: readonly RequestView['type'][] = ['CORRECTION', 'ERASURE', 'RESTRICTION'];
const EMPTY = { proof: 'PASSPORT_SEEN', ownerState: '', decision: '', communicated: '' };
type Values = typeof EMPTY;

const tells = ({ decision }: Values): boolean => decision === 'GRANTED' || decision === 'PARTLY';

function bodyOf(verb: Verb, values: Values, person: PickedPerson | null, note: string): object {
  const words = note === '' ? {} : { note };
  if (verb === 'identify') return { verb, proof: values.proof, ...words };
  if (verb === 'send-to-owner') return { verb, ownerState: values.ownerState, ...words };
  if (verb !== 'decide') return { verb, ...words };
  return {
    ...{ verb, decision: values.decision, note },
    ...(person && { personId: person.id }),
    ...(tells(values) && { communicated: values.communicated.trim() }),
  };
}

function isComplete(verb: Verb, values: Values): boolean {
  if (verb === 'send-to-owner') return values.ownerState !== '';
  if (verb !== 'decide') return true;
  return values.decision !== '' && (!tells(values) || values.communicated.trim() !== '');
}

interface StepDialogProps {
  readonly verb: Verb;
  readonly request: RequestView;
  onClose(): void;
  onDone(): Promise<void>;
}

export function StepDialog({ verb, request, onClose, onDone }: StepDialogProps) {
  const t = useTexts(rightsTexts);
  const [values, setValues] = useState(EMPTY);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
  // What is granted has to be carried out on a record.
  const mustName = verb === 'decide' && tells(values) && CHANGES.includes(request.type);
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={`${t(verb)} · ${request.requestNumber}`}
      confirm={t(verb)}
      note={verb === 'decide' || verb === 'appeal' ? 'required' : 'optional'}
      noteLabel={t('note')}
      valid={isComplete(verb, values) && (!mustName || person !== null)}
      onStale={onDone}
      onConfirm={async (note) => {
        await api.post(`/v1/subject-requests/${request.id}/steps`, {
          version: request.version,
          body: bodyOf(verb, values, person, note),
        });
        await onDone();
      }}
    >
      <Stack gap="sm">
        {verb === 'identify' && (
          <Select
            label={t('proof')}
            data={PROOFS.map((value) => ({ value, label: t(value) }))}
            value={values.proof}
            onChange={(proof) => set({ proof: proof ?? 'PASSPORT_SEEN' })}
            allowDeselect={false}
          />
        )}
        {verb === 'send-to-owner' && (
          <CountrySelect
            label={t('ownerState')}
            value={values.ownerState}
            onChange={(ownerState) => set({ ownerState })}
            membersOnly
            required
          />
        )}
        {verb === 'decide' && (
          <>
            <Select
              label={t('decision')}
              data={DECISIONS.map((value) => ({ value, label: t(value) }))}
              value={values.decision}
              onChange={(decision) => set({ decision: decision ?? '' })}
              required
            />
            <Text size="xs" c="dimmed">
              {t('sameLetter')}
            </Text>
            <PersonPicker value={person} onChange={setPerson} required={mustName} />
            {tells(values) && (
              <Textarea
                label={t('communicated')}
                required
                autosize
                minRows={3}
                value={values.communicated}
                onChange={(e) => set({ communicated: e.currentTarget.value })}
              />
            )}
          </>
        )}
      </Stack>
    </DecisionDialog>
  );
}
