// The fields of a step: one small group per thing that the step has to bring.
import { Checkbox, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { CountrySelect } from '../../components/country.tsx';
import { MomentInput } from '../../components/day-input.tsx';
import { channelWords, holdWords, lapseWords, verdictWords } from '../../i18n/case-matter-words.ts';
import { custodyWords } from '../../i18n/case-words.ts';
import type { TextTable } from '../../i18n/texts.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { DecisionFields } from './decision-fields.tsx';
import { stepTexts } from './step-texts.ts';
import type { FieldsProps, StepInput, StepValues } from './step-values.ts';

type TextMember = {
  [K in keyof StepValues]: StepValues[K] extends string ? (string extends StepValues[K] ? K : never) : never;
}[keyof StepValues];
type FlagMember = { [K in keyof StepValues]: StepValues[K] extends boolean ? K : never }[keyof StepValues];

export function useOptions(table: TextTable, leaveOut: readonly string[] = []) {
  const words = useWords(table);
  return Object.keys(table)
    .filter((value) => !leaveOut.includes(value))
    .map((value) => ({ value, label: words(value) }));
}

export function StepFields({
  inputs,
  file,
  values,
  onChange,
}: FieldsProps & { inputs: readonly StepInput[] }) {
  const t = useTexts(stepTexts);
  const options = {
    custody: useOptions({
      DETAINED_SHORT: custodyWords.DETAINED_SHORT,
      PROV_CUSTODY: custodyWords.PROV_CUSTODY,
    }),
    hold: useOptions(holdWords, ['LEGAL_IMPEDIMENT']),
    lapse: useOptions(lapseWords),
    verdict: useOptions(verdictWords),
    channel: useOptions(channelWords),
  };
  const set = (change: Partial<StepValues>) => onChange({ ...values, ...change });
  const text = (member: TextMember, label: keyof typeof stepTexts, required = true) => (
    <TextInput
      label={t(label)}
      value={values[member]}
      onChange={({ currentTarget }) => set({ [member]: currentTarget.value })}
      required={required}
    />
  );
  const moment = (member: TextMember, label: keyof typeof stepTexts) => (
    <MomentInput
      label={t(label)}
      value={values[member]}
      onChange={(next) => set({ [member]: next })}
      required
    />
  );
  const area = (member: TextMember, label: keyof typeof stepTexts, required = true) => (
    <Textarea
      label={t(label)}
      value={values[member]}
      onChange={({ currentTarget }) => set({ [member]: currentTarget.value })}
      required={required}
      autosize
      minRows={2}
      maxRows={10}
    />
  );
  const flag = (member: FlagMember, label: keyof typeof stepTexts) => (
    <Checkbox
      label={t(label)}
      checked={values[member]}
      onChange={({ currentTarget }) => set({ [member]: currentTarget.checked })}
    />
  );
  const choice = (
    member: TextMember | 'custody' | 'waiverKind',
    label: keyof typeof stepTexts,
    data: { value: string; label: string }[],
  ) => (
    <Select
      label={t(label)}
      data={data}
      value={values[member] || null}
      onChange={(value) => set({ [member]: value ?? '' })}
      allowDeselect={false}
      required
    />
  );
  const FIELDS: Readonly<Record<StepInput, () => ReactNode>> = {
    REASON: () => area('reason', 'reason'),
    ACTED_BY: () => text('actedBy', 'actedBy'),
    ARREST: () => (
      <>
        {choice('custody', 'custodyKind', options.custody)}
        {text('facility', 'facility', false)}
        {text('identityConfirmedBy', 'identity')}
        {flag('ownerConfirmed', 'ownerConfirmed')}
      </>
    ),
    CHANNEL: () => choice('channel', 'channel', options.channel),
    ITEMS: () => area('items', 'items'),
    CONSENT_FORM: () => (
      <>
        {flag('written', 'written')}
        {text('lawyer', 'lawyer')}
        {text('interpreter', 'interpreter', false)}
        {flag('specialtyWaived', 'specialty')}
      </>
    ),
    CONSENT_END: () => flag('revoked', 'revoked'),
    DECISION_GRANTING: () => <DecisionFields file={file} values={values} onChange={onChange} />,
    DECISION_REFUSING: () => <DecisionFields file={file} values={values} onChange={onChange} refusing />,
    HOLD: () => (
      <>
        {choice('holdReason', 'holdReason', options.hold)}
        {area('holdNote', 'note', false)}
      </>
    ),
    END_CONDITION: () => area('endCondition', 'endCondition'),
    RETURN_TERM: () => moment('returnBy', 'returnBy'),
    PLACE_AND_TIME: () => (
      <>
        {text('place', 'place')}
        {moment('placeAt', 'placeAt')}
      </>
    ),
    MEDICAL_CHECK: () => flag('medicalCheck', 'medical'),
    LAPSE: () => choice('lapse', 'lapse', options.lapse),
    OUTCOME: () => (
      <>
        {choice('verdict', 'verdict', options.verdict)}
        <NumberInput
          label={t('sentence')}
          value={values.sentenceMonths}
          onChange={(sentenceMonths) => set({ sentenceMonths })}
          min={0}
          max={1200}
        />
        <NumberInput
          label={t('credit')}
          value={values.creditDays}
          onChange={(creditDays) => set({ creditDays })}
          min={0}
          required
        />
      </>
    ),
    WAIVER_REQUEST: () => (
      <>
        {choice('waiverKind', 'waiverKind', [
          { value: 'SPECIALTY', label: t('SPECIALTY') },
          { value: 'RE_EXTRADITION', label: t('RE_EXTRADITION') },
        ])}
        {values.waiverKind === 'RE_EXTRADITION' && (
          <CountrySelect
            label={t('thirdState')}
            value={values.thirdState}
            onChange={(thirdState) => set({ thirdState })}
            required
          />
        )}
        {area('waiverText', 'waiverText')}
      </>
    ),
    WAIVER_ANSWER: () => (
      <>
        {flag('granted', 'granted')}
        {area('waiverText', 'waiverText')}
      </>
    ),
  };
  return (
    <>
      {inputs.map((input) => (
        <Stack key={input} gap="sm">
          {FIELDS[input]()}
        </Stack>
      ))}
    </>
  );
}
