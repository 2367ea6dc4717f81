// A request for legal assistance is drafted, or its draft is changed: of whom, what, on which ground, by when.
import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssistanceView } from '../../../../server/features/assistance/contract.ts';
import { api } from '../../api/client.ts';
import { CountryName, CountrySelect } from '../../components/country.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Fact } from '../../components/fact.tsx';
import { assistanceTypeWords, urgencyWords } from '../../i18n/asset-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useOptions } from '../cases/step-fields.tsx';
import { assistanceTexts } from './asset-texts.ts';

interface AssistanceDialogProps {
  /** The draft that is changed; none: a new one. */
  readonly request?: AssistanceView;
  readonly links?: { readonly assetCaseId?: string; readonly extraditionCaseId?: string };
  onClose(): void;
}

const valuesOf = (request: AssistanceView | undefined) => ({
  type: request?.type ?? '',
  urgency: request?.urgency ?? 'ROUTINE',
  legalBasis: request?.legalBasis ?? '',
  subject: request?.subject ?? '',
  dueOn: request?.dueOn ?? '',
  confidentiality: request?.confidentiality ?? 'NORMAL',
});
type Values = ReturnType<typeof valuesOf>;

export function AssistanceDialog({ request, links, onClose }: AssistanceDialogProps) {
  const t = useTexts(assistanceTexts);
  const cache = useQueryClient();
  const types = useOptions(assistanceTypeWords);
  const urgencies = useOptions(urgencyWords);
  const [key] = useState(() => crypto.randomUUID());
  const [before] = useState(() => valuesOf(request));
  const [values, setValues] = useState(before);
  const [requestedState, setState] = useState(request?.requestedState ?? '');
  const set = (change: Partial<Values>) => setValues((now) => ({ ...now, ...change }));
  const reload = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['assistance'] }),
      cache.invalidateQueries({ queryKey: ['assistance-one'] }),
    ]);
  const bodyOf = ({ dueOn, ...words }: Values) => ({
    ...words,
    legalBasis: words.legalBasis.trim(),
    subject: words.subject.trim(),
    dueOn: dueOn || null,
  });
  const touched = Object.entries(bodyOf(values)).filter(
    ([name, value]) => !request || value !== (bodyOf(before) as Record<string, unknown>)[name],
  );
  const { type, legalBasis, subject } = values;
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t(request ? 'change' : 'new')}
      confirm={t(request ? 'save' : 'create')}
      valid={
        [type, requestedState, legalBasis, subject].every((text) => text.trim() !== '') && touched.length > 0
      }
      onStale={reload}
      onConfirm={async () => {
        const body = Object.fromEntries(touched);
        if (request)
          await api.patch(`/v1/assistance-requests/${request.id}`, { version: request.version, body });
        else await api.post('/v1/assistance-requests', { key, body: { ...body, requestedState, ...links } });
        await reload();
      }}
    >
      <Select
        label={t('type')}
        data={types}
        value={type || null}
        onChange={(next) => next && set({ type: next })}
        allowDeselect={false}
        required
        data-autofocus
      />
      {request ? (
        <Fact label={t('requested')}>
          <CountryName code={requestedState} />
        </Fact>
      ) : (
        <CountrySelect label={t('requested')} value={requestedState} onChange={setState} required />
      )}
      <TextInput
        label={t('legalBasis')}
        value={legalBasis}
        onChange={({ currentTarget }) => set({ legalBasis: currentTarget.value })}
        maxLength={1_000}
        required
      />
      <Textarea
        label={t('subject')}
        value={subject}
        onChange={({ currentTarget }) => set({ subject: currentTarget.value })}
        maxLength={4_000}
        autosize
        minRows={3}
        required
      />
      <Group grow>
        <Select
          label={t('urgency')}
          data={urgencies}
          value={values.urgency}
          onChange={(next) => set({ urgency: next ?? 'ROUTINE' })}
          allowDeselect={false}
        />
        <DayInput label={t('dueOn')} value={values.dueOn} onChange={(dueOn) => set({ dueOn })} />
        <Select
          label={t('confidentiality')}
          data={(['NORMAL', 'RESTRICTED'] as const).map((value) => ({
            value: value as string,
            label: t(value),
          }))}
          value={values.confidentiality}
          onChange={(next) => set({ confidentiality: next ?? 'NORMAL' })}
          allowDeselect={false}
        />
      </Group>
    </DecisionDialog>
  );
}
