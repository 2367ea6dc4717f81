// The fields of each kind of part, the same when a person is recorded and when a part is changed.
import { Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { CountrySelect } from '../../components/country.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { useOptions } from '../../components/fields.ts';
import { PartialDateInput } from '../../components/partial-date.tsx';
import { markWords } from '../../i18n/description-words.ts';
import {
  birthStatusWords,
  documentStatusWords,
  documentTypeWords,
  nameTypeWords,
  nationalIdWords,
  nationalityStatusWords,
} from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { LiveForms } from './live-forms.tsx';
import type { PartMember, PartValues } from './part-values.ts';
import { personTexts } from './persons-texts.ts';

export interface PartFieldsProps {
  readonly value: PartValues;
  set(change: PartValues): void;
}

const NAME_TYPES = [
  'PRIMARY',
  'DOCUMENT',
  'BIRTH',
  'FORMER',
  'ALIAS_STRONG',
  'ALIAS_WEAK',
  'NICKNAME',
  'RELIGIOUS',
  'MISUSED',
] as const;

function useField({ value, set }: PartFieldsProps) {
  const t = useTexts(personTexts);
  return (
    name: keyof typeof personTexts & string,
    more: { required?: boolean; maxLength?: number } = {},
  ) => ({
    label: t(name),
    value: String(value[name] ?? ''),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      set({ [name]: currentTarget.value }),
    autoComplete: 'off',
    ...more,
  });
}

export function NameFields(props: PartFieldsProps) {
  const t = useTexts(personTexts);
  const { value, set } = props;
  const field = useField(props);
  const types = useOptions(nameTypeWords, NAME_TYPES);
  const changed = value['type'] === 'FORMER' || value['type'] === 'BIRTH' || value['legalBasis'];
  return (
    <Stack gap="xs">
      <Select
        label={t('type')}
        data={types}
        value={String(value['type'])}
        onChange={(type) => set({ type: type ?? 'PRIMARY' })}
        allowDeselect={false}
        maw={280}
      />
      <Group grow align="flex-start">
        <TextInput {...field('family', { maxLength: 150 })} />
        <TextInput {...field('given', { maxLength: 150 })} />
        <TextInput {...field('patronymic', { maxLength: 150 })} />
      </Group>
      <TextInput {...field('full', { maxLength: 300 })} />
      {changed && (
        <Group grow align="flex-start">
          <DayInput
            label={t('validFrom')}
            value={String(value['validFrom'] ?? '')}
            onChange={(validFrom) => set({ validFrom })}
          />
          <DayInput
            label={t('validTo')}
            value={String(value['validTo'] ?? '')}
            onChange={(validTo) => set({ validTo })}
          />
          <TextInput {...field('legalBasis', { maxLength: 500 })} />
        </Group>
      )}
      <LiveForms name={value} />
    </Stack>
  );
}

function BirthFields({ value, set }: PartFieldsProps) {
  const t = useTexts(personTexts);
  const statuses = useOptions(birthStatusWords);
  return (
    <Group align="flex-end">
      <PartialDateInput
        label={t('birthDate')}
        value={String(value['date'] ?? '')}
        onChange={(date) => set({ date })}
      />
      <Select
        label={t('status')}
        data={statuses}
        value={String(value['status'] ?? 'TRUE')}
        onChange={(status) => set({ status: status ?? 'TRUE' })}
        allowDeselect={false}
        w={170}
      />
      <Checkbox
        mb={8}
        label={t('approximate')}
        checked={value['isApproximate'] === true}
        onChange={({ currentTarget }) => set({ isApproximate: currentTarget.checked })}
      />
    </Group>
  );
}

function NationalityFields({ value, set }: PartFieldsProps) {
  const t = useTexts(personTexts);
  const statuses = useOptions(nationalityStatusWords);
  return (
    <Group align="flex-end" grow>
      <CountrySelect
        label={t('country')}
        value={String(value['country'] ?? '')}
        onChange={(country) => set({ country })}
      />
      <Select
        label={t('status')}
        data={statuses}
        value={String(value['status'] ?? 'HELD')}
        onChange={(status) => set({ status: status ?? 'HELD' })}
        allowDeselect={false}
      />
    </Group>
  );
}

function DocumentFields(props: PartFieldsProps) {
  const { value, set } = props;
  const t = useTexts(personTexts);
  const field = useField(props);
  const types = useOptions(documentTypeWords);
  const statuses = useOptions(documentStatusWords);
  return (
    <Stack gap="xs">
      <Group grow align="flex-end">
        <Select
          label={t('type')}
          data={types}
          value={String(value['type'])}
          onChange={(type) => set({ type: type ?? 'PASSPORT' })}
          allowDeselect={false}
        />
        <TextInput {...field('number', { maxLength: 60 })} />
        <CountrySelect
          label={t('issuingState')}
          value={String(value['issuingState'] ?? '')}
          onChange={(issuingState) => set({ issuingState })}
        />
      </Group>
      <Group grow align="flex-end">
        <DayInput
          label={t('issuedOn')}
          value={String(value['issuedOn'] ?? '')}
          onChange={(issuedOn) => set({ issuedOn })}
        />
        <DayInput
          label={t('expiresOn')}
          value={String(value['expiresOn'] ?? '')}
          onChange={(expiresOn) => set({ expiresOn })}
        />
        <Select
          label={t('status')}
          data={statuses}
          value={String(value['status'] ?? 'VALID')}
          onChange={(status) => set({ status: status ?? 'VALID' })}
          allowDeselect={false}
        />
      </Group>
      <TextInput {...field('nameAsPrinted', { maxLength: 300 })} />
    </Stack>
  );
}

function NationalIdFields(props: PartFieldsProps) {
  const { value, set } = props;
  const t = useTexts(personTexts);
  const field = useField(props);
  const schemes = useOptions(nationalIdWords);
  return (
    <Group grow align="flex-end">
      <Select
        label={t('scheme')}
        data={schemes}
        value={String(value['scheme'])}
        onChange={(scheme) => set({ scheme: scheme ?? 'OTHER' })}
        allowDeselect={false}
      />
      <TextInput {...field('value', { maxLength: 60 })} />
    </Group>
  );
}

function MarkFields(props: PartFieldsProps) {
  const { value, set } = props;
  const t = useTexts(personTexts);
  const field = useField(props);
  const kinds = useOptions(markWords);
  return (
    <Group grow align="flex-end">
      <Select
        label={t('kind')}
        data={kinds}
        value={String(value['kind'])}
        onChange={(kind) => set({ kind: kind ?? 'SCAR' })}
        allowDeselect={false}
      />
      <TextInput {...field('bodyPart', { maxLength: 100 })} />
      <TextInput {...field('description', { maxLength: 500 })} label={t('words')} />
    </Group>
  );
}

const FIELDS = {
  names: NameFields,
  birthDates: BirthFields,
  nationalities: NationalityFields,
  documents: DocumentFields,
  nationalIds: NationalIdFields,
  marks: MarkFields,
} satisfies Record<PartMember, (props: PartFieldsProps) => React.ReactNode>;

export function PartFields({ member, ...props }: PartFieldsProps & { member: PartMember }) {
  const Fields = FIELDS[member];
  return <Fields {...props} />;
}
