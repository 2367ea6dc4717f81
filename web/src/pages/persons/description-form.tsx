// The fields of a person's own row: sex, origin, looks.
import { Group, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { CountrySelect } from '../../components/country.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { useOptions } from '../../components/fields.ts';
import { buildWords, eyeWords, hairWords } from '../../i18n/description-words.ts';
import { deceasedWords, identityStatusWords, sexWords } from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import type { DescriptionValues } from './description-fields.ts';
import { personTexts } from './persons-texts.ts';

export function DescriptionForm({
  value,
  set,
}: {
  value: DescriptionValues;
  set(change: Partial<DescriptionValues>): void;
}) {
  const t = useTexts(personTexts);
  const lists = {
    sex: useOptions(sexWords, ['M', 'F', 'X', 'U']),
    deceased: useOptions(deceasedWords),
    identityStatus: useOptions(identityStatusWords),
    build: useOptions(buildWords),
    hairColour: useOptions(hairWords),
    eyeColour: useOptions(eyeWords),
  };
  const choice = (name: keyof typeof lists, isOptional = true) => (
    <Select
      label={t(name)}
      data={lists[name]}
      value={value[name] === '' ? null : value[name]}
      onChange={(next) => set({ [name]: next ?? '' })}
      clearable={isOptional}
      allowDeselect={isOptional}
    />
  );
  const text = (name: 'birthPlace' | 'heightCm' | 'weightKg') => (
    <TextInput
      label={t(name)}
      value={value[name]}
      onChange={({ currentTarget }) =>
        set({ [name]: name === 'birthPlace' ? currentTarget.value : currentTarget.value.replace(/\D/g, '') })
      }
      inputMode={name === 'birthPlace' ? 'text' : 'numeric'}
      maxLength={name === 'birthPlace' ? 300 : 3}
      autoComplete="off"
    />
  );
  return (
    <Stack gap="xs">
      <Group grow align="flex-end">
        {choice('sex', false)}
        {choice('identityStatus', false)}
        {choice('deceased', false)}
      </Group>
      <Group grow align="flex-end">
        {text('birthPlace')}
        <CountrySelect
          label={t('birthCountry')}
          value={value.birthCountry}
          onChange={(birthCountry) => set({ birthCountry })}
        />
        <TagsInput
          label={t('languages')}
          data={['ky', 'ru', 'kk', 'uz', 'tg', 'en', 'tr', 'zh']}
          value={[...value.languages]}
          onChange={(languages) => set({ languages: languages.filter((one) => /^[a-z]{2,3}$/.test(one)) })}
        />
      </Group>
      <Group grow align="flex-end">
        {text('heightCm')}
        {text('weightKg')}
        {choice('build')}
        {choice('hairColour')}
        {choice('eyeColour')}
      </Group>
      <DayInput
        label={t('describedOn')}
        value={value.describedOn}
        onChange={(describedOn) => set({ describedOn })}
        maw={200}
      />
    </Stack>
  );
}
