// A check by fields, for documents that no reader reads.
import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CheckRequest } from '../../api/types.ts';
import { CountrySelect } from '../../components/country.tsx';
import { sexWords } from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { boothTexts } from './booth-texts.ts';

const EMPTY = {
  family: '',
  given: '',
  patronymic: '',
  birthDate: '',
  sex: '',
  nationality: '',
  number: '',
  issuer: '',
  documentExpiresOn: '',
};
type Fields = typeof EMPTY;

function questionOf({ number, issuer, ...fields }: Fields): CheckRequest {
  const given = Object.entries(fields).flatMap(([key, value]) =>
    value.trim() === '' ? [] : [[key, value.trim()]],
  );
  return {
    ...(Object.fromEntries(given) as CheckRequest),
    ...(number.trim() !== '' && {
      document: { number: number.trim(), ...(issuer !== '' && { state: issuer }) },
    }),
  };
}

export function FieldsDialog({ onClose, onAsk }: { onClose(): void; onAsk(request: CheckRequest): void }) {
  const t = useTexts(boothTexts);
  const sex = useTexts(sexWords);
  const [fields, setFields] = useState(EMPTY);
  const set = (change: Partial<Fields>) => setFields({ ...fields, ...change });
  const text = (key: 'family' | 'given' | 'patronymic' | 'birthDate' | 'number' | 'documentExpiresOn') => ({
    value: fields[key],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => set({ [key]: currentTarget.value }),
    autoComplete: 'off',
    spellCheck: false,
  });
  const askable = [fields.family, fields.given, fields.number].some((value) => value.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (askable) onAsk(questionOf(fields));
  };
  return (
    <Modal opened onClose={onClose} title={t('formTitle')} size="xl">
      <form onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput label={t('family')} {...text('family')} data-autofocus />
            <TextInput label={t('given')} {...text('given')} />
            <TextInput label={t('patronymic')} {...text('patronymic')} />
            <TextInput
              label={t('birthDate')}
              placeholder="15.02.1980"
              title={t('birthHelp')}
              {...text('birthDate')}
            />
            <Select
              label={t('sex')}
              data={(['M', 'F', 'X'] as const).map((value) => ({ value, label: sex(value) }))}
              value={fields.sex || null}
              onChange={(value) => set({ sex: value ?? '' })}
              clearable
            />
            <CountrySelect
              label={t('nationality')}
              value={fields.nationality}
              onChange={(nationality) => set({ nationality })}
            />
            <TextInput label={t('number')} {...text('number')} />
            <CountrySelect label={t('issuer')} value={fields.issuer} onChange={(issuer) => set({ issuer })} />
            <TextInput label={t('expires')} placeholder="01.01.2031" {...text('documentExpiresOn')} />
          </SimpleGrid>
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {askable ? t('birthHelp') : t('nothingAsked')}
            </Text>
            <Button type="submit" size="md" disabled={!askable}>
              {t('check')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
