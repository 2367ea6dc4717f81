// The form of an alert in five sections; `only` limits it to what may still be changed.
import {
  Checkbox,
  Group,
  MultiSelect,
  Radio,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { CountryMultiSelect, CountrySelect } from '../../components/country.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { useOptions } from '../../components/fields.ts';
import {
  actionWords,
  alertTypeWords,
  asylumWords,
  caveatWords,
  extraditionWillWords,
} from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import type { AlertFormProps, AlertMember } from './alert-values.ts';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { DangerFields } from './danger-fields.tsx';
import { ExternalRefs } from './external-refs.tsx';
import { placeOf } from './field-place.ts';
import { OffenceFields } from './offence-fields.tsx';
import { SharingFields } from './sharing-fields.tsx';

const SUMMARY_LANGUAGES = ['ru', 'en'];

export function AlertForm({ values, set, only }: AlertFormProps) {
  const t = useTexts(alertTexts);
  const lists = {
    type: useOptions(alertTypeWords),
    extraditionWill: useOptions(extraditionWillWords),
    asylumCheck: useOptions(asylumWords),
  };
  const actions = useOptions(actionWords).map(({ value, label }) => ({
    value,
    label: `${value} · ${label}`,
  }));
  const caveats = useOptions(caveatWords);
  const shows = (member: AlertMember) => !only || only.includes(member);
  const show = (member: AlertMember, field: ReactNode) => (shows(member) ? field : null);
  const common = (name: AlertMember) => ({ id: placeOf(name), label: t(name) });
  const line = (name: 'nationalNorm' | 'initiatorAgency' | 'contact24x7' | 'factsPlace', maxLength = 300) =>
    show(
      name,
      <TextInput
        {...common(name)}
        value={values[name]}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
        maxLength={maxLength}
      />,
    );
  const months = (name: 'maxPenaltyMonths' | 'sentenceMonthsLeft') =>
    show(
      name,
      <TextInput
        {...common(name)}
        value={values[name]}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.value.replace(/\D/g, '').slice(0, 4) })}
        inputMode="numeric"
      />,
    );
  const day = (name: 'limitationDate' | 'factsFrom' | 'factsTo' | 'issuedOn' | 'validFrom' | 'expiresOn') =>
    show(
      name,
      <DayInput {...common(name)} value={values[name]} onChange={(value) => set({ [name]: value })} />,
    );
  const choice = (name: keyof typeof lists) =>
    show(
      name,
      <Select
        {...common(name)}
        data={lists[name]}
        value={values[name] === '' ? null : values[name]}
        onChange={(value) => set({ [name]: value ?? '' })}
        allowDeselect={false}
      />,
    );
  const section = (title: keyof typeof alertTexts, members: readonly AlertMember[], children: ReactNode) =>
    members.some(shows) ? (
      <section className={classes['section']}>
        <Title order={2} size="h5" mb="xs">
          {t(title)}
        </Title>
        <Stack gap="sm">{children}</Stack>
      </section>
    ) : null;

  return (
    <>
      {section(
        'what',
        ['type', 'actionsOnHit', 'priority', 'dangerFlags'],
        <>
          <Group grow align="flex-start">
            {choice('type')}
            {show(
              'priority',
              <Radio.Group
                label={t('priority')}
                value={values.priority}
                onChange={(priority) => set({ priority })}
                id={placeOf('priority')}
              >
                <Group mt={8}>
                  {['1', '2', '3'].map((value) => (
                    <Radio key={value} value={value} label={value} />
                  ))}
                </Group>
              </Radio.Group>,
            )}
          </Group>
          {show(
            'actionsOnHit',
            <MultiSelect
              {...common('actionsOnHit')}
              data={actions}
              value={[...values.actionsOnHit]}
              onChange={(actionsOnHit) => set({ actionsOnHit })}
              hidePickedOptions
              searchable
            />,
          )}
          {show('dangerFlags', <DangerFields values={values} set={set} />)}
        </>,
      )}
      {section(
        'story',
        ['facts', 'factsPlace', 'factsFrom', 'reasonSummary'],
        <>
          {show(
            'facts',
            <Textarea
              {...common('facts')}
              value={values.facts}
              onChange={({ currentTarget }) => set({ facts: currentTarget.value })}
              autosize
              minRows={3}
              maxLength={10_000}
            />,
          )}
          <Group grow align="flex-end">
            {line('factsPlace', 500)}
            {day('factsFrom')}
            {day('factsTo')}
          </Group>
          {show(
            'reasonSummary',
            <Stack gap="sm" id={placeOf('reasonSummary')}>
              {SUMMARY_LANGUAGES.map((language) => (
                <Textarea
                  key={language}
                  label={t('reasonSummary', { language })}
                  value={values.reasonSummary[language] ?? ''}
                  onChange={({ currentTarget }) =>
                    set({ reasonSummary: { ...values.reasonSummary, [language]: currentTarget.value } })
                  }
                  autosize
                  minRows={2}
                  maxLength={2_000}
                  lang={language}
                />
              ))}
            </Stack>,
          )}
        </>,
      )}
      {section(
        'law',
        ['legalBasis', 'offences', 'contact24x7', 'initiatorAgency', 'externalRefs'],
        <>
          {show(
            'legalBasis',
            <TagsInput
              {...common('legalBasis')}
              value={[...values.legalBasis]}
              onChange={(legalBasis) => set({ legalBasis })}
              maxTags={20}
              // Titles of laws hold commas.
              splitChars={[';']}
              acceptValueOnBlur
            />,
          )}
          {line('nationalNorm', 2_000)}
          {show('offences', <OffenceFields values={values} set={set} />)}
          <Group grow align="flex-end">
            {months('maxPenaltyMonths')}
            {months('sentenceMonthsLeft')}
            {day('limitationDate')}
          </Group>
          <Group grow align="flex-start">
            {choice('extraditionWill')}
            {values.extraditionWill === 'LISTED_STATES' &&
              show(
                'extraditionStates',
                <CountryMultiSelect
                  {...common('extraditionStates')}
                  value={values.extraditionStates}
                  onChange={(extraditionStates) => set({ extraditionStates })}
                />,
              )}
          </Group>
          <Group grow align="flex-end">
            {line('initiatorAgency', 200)}
            {line('contact24x7')}
          </Group>
          {show('externalRefs', <ExternalRefs values={values} set={set} />)}
        </>,
      )}
      {section(
        'validity',
        ['validFrom', 'expiresOn', 'sharing', 'caveats'],
        <>
          <Group grow align="flex-end">
            {day('issuedOn')}
            {day('validFrom')}
            {day('expiresOn')}
          </Group>
          {show('sharing', <SharingFields values={values} set={set} />)}
          {show(
            'caveats',
            <MultiSelect
              {...common('caveats')}
              data={caveats}
              value={[...values.caveats]}
              onChange={(next) => set({ caveats: next })}
              searchable
            />,
          )}
        </>,
      )}
      {section(
        'checks',
        ['asylumCheck', 'complianceDeclared', 'statusNote'],
        <>
          <Group grow align="flex-start">
            {choice('asylumCheck')}
            {(values.asylumCheck === 'GRANTED' || values.asylumCheck === 'APPLICANT') &&
              show(
                'asylumState',
                <CountrySelect
                  {...common('asylumState')}
                  value={values.asylumState}
                  onChange={(asylumState) => set({ asylumState })}
                />,
              )}
          </Group>
          {show(
            'complianceDeclared',
            <Checkbox
              {...common('complianceDeclared')}
              checked={values.complianceDeclared}
              onChange={({ currentTarget }) => set({ complianceDeclared: currentTarget.checked })}
            />,
          )}
          {show(
            'statusNote',
            <Textarea
              {...common('statusNote')}
              value={values.statusNote}
              onChange={({ currentTarget }) => set({ statusNote: currentTarget.value })}
              autosize
              minRows={2}
              maxLength={2_000}
            />,
          )}
        </>,
      )}
    </>
  );
}
