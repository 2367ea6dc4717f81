// How the recording side describes the person, changed in place.
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { PersonAnswer, PersonView } from '../../api/registry-types.ts';
import { useCountryName } from '../../components/country.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { StaleNote } from '../../components/stale-note.tsx';
import { buildWords, eyeWords, hairWords } from '../../i18n/description-words.ts';
import { deceasedWords, identityStatusWords, sexWords } from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import {
  DESCRIPTION_MEMBERS,
  type DescriptionValues,
  descriptionChange,
  descriptionOf,
} from './description-fields.ts';
import { DescriptionForm } from './description-form.tsx';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';
import { isStale, useReload } from './use-person.ts';

/** @returns a function that says a member of the description in words; empty when it is not known */
function useDescriptionWords() {
  const sex = useTexts(sexWords);
  const deceased = useTexts(deceasedWords);
  const identity = useTexts(identityStatusWords);
  const build = useTexts(buildWords);
  const hair = useTexts(hairWords);
  const eyes = useTexts(eyeWords);
  const country = useCountryName();
  return (values: DescriptionValues, name: keyof DescriptionValues): string => {
    const value = values[name];
    if (typeof value !== 'string') return value.join(', ');
    if (value === '') return '';
    const words: Partial<Record<keyof DescriptionValues, (value: never) => string>> = {
      sex,
      deceased,
      identityStatus: identity,
      build,
      hairColour: hair,
      eyeColour: eyes,
      birthCountry: country,
    };
    return words[name]?.(value as never) ?? value;
  };
}

function Editor({ person, onDone }: { person: PersonView; onDone(): void }) {
  const t = useTexts(personTexts);
  const words = useDescriptionWords();
  const { changed, fresh } = useReload(person.id);
  const [begun] = useState({ version: person.version, values: descriptionOf(person) });
  const [values, setValues] = useState(begun.values);
  const [theirs, setTheirs] = useState<typeof begun>();
  const save = useMutation({
    mutationFn: async (over: typeof begun) => {
      const body = descriptionChange(over.values, values);
      if (Object.keys(body).length === 0) return { warnings: [] };
      return api.patch<PersonAnswer>(`/v1/persons/${person.id}`, { body, version: over.version });
    },
    onSuccess: async ({ warnings }) => {
      await changed(warnings);
      onDone();
    },
    onError: async (error) => {
      if (!isStale(error)) return;
      const now = await fresh();
      setTheirs({ version: now.version, values: descriptionOf(now) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(begun);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <DescriptionForm value={values} set={(change) => setValues({ ...values, ...change })} />
        {theirs ? (
          <StaleNote
            fields={DESCRIPTION_MEMBERS.filter(
              (name) => words(theirs.values, name) !== words(values, name),
            ).map((name) => ({
              label: t(name),
              stored: words(theirs.values, name),
              typed: words(values, name),
            }))}
            onMine={() => save.mutate(theirs)}
            onTheirs={() => void changed().then(onDone)}
            isSaving={save.isPending}
          />
        ) : (
          <>
            {save.error && !isStale(save.error) && <ProblemNote error={save.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onDone}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={save.isPending}>
                {t('save')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}

export function DescriptionCard({ person }: { person: PersonView }) {
  const t = useTexts(personTexts);
  const { may } = useSession();
  const words = useDescriptionWords();
  const [editing, setEditing] = useState(false);
  const values = descriptionOf(person);
  const known = DESCRIPTION_MEMBERS.filter((name) => name !== 'sex' && words(values, name) !== '');
  return (
    <section className={classes['part']}>
      <Group justify="space-between" mb={6}>
        <Title order={2} size="h5">
          {t('description')}
        </Title>
        {person.source.own && may('person.write') && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPencil size={14} />}
            onClick={() => setEditing(true)}
            aria-label={`${t('edit')}: ${t('description')}`}
          >
            {t('edit')}
          </Button>
        )}
      </Group>
      {person.description === null ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <dl className={classes['facts']}>
          {known.map((name) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{words(values, name)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Modal opened={editing} onClose={() => setEditing(false)} title={t('description')} size="xl">
        {editing && <Editor person={person} onDone={() => setEditing(false)} />}
      </Modal>
    </section>
  );
}
