// Writes or changes one part; when somebody else was faster, both versions are shown and what was typed stays.
import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { PersonView, Warning } from '../../api/registry-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { StaleNote } from '../../components/stale-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { PartFields } from './part-forms.tsx';
import type { AnyPart } from './part-values.ts';
import {
  bodyOfChange,
  bodyOfNew,
  FORM_MEMBERS,
  isWritten,
  NEW_PART,
  PART_PATH,
  type PartMember,
  type PartValues,
  valuesOf,
} from './part-values.ts';
import { personTexts } from './persons-texts.ts';
import { isStale, useReload } from './use-person.ts';

interface Stored {
  readonly version: number;
  readonly values: PartValues;
}

const storedOf = (person: PersonView, member: PartMember, partId: string): Stored | undefined => {
  const part = (person[member] as readonly AnyPart[]).find(({ id }) => id === partId);
  return part && { version: person.version, values: valuesOf(member, part) };
};

/** A full name that is only its parts is left to the registry, so that it follows them. */
const typedOf = (member: PartMember, part: AnyPart | undefined): PartValues => {
  if (!part) return NEW_PART[member];
  const values = valuesOf(member, part);
  if (member !== 'names') return values;
  const made = [values['family'], values['given'], values['patronymic']].filter(Boolean).join(' ');
  return made === values['full'] ? { ...values, full: '' } : values;
};

export function PartEditor({
  person,
  member,
  part,
  onDone,
}: {
  person: PersonView;
  member: PartMember;
  part: AnyPart | undefined;
  onDone(): void;
}) {
  const t = useTexts(personTexts);
  const { changed, fresh } = useReload(person.id);
  const [values, setValues] = useState<PartValues>(() => typedOf(member, part));
  const [begun] = useState<Stored>(() => ({ version: person.version, values: typedOf(member, part) }));
  const [theirs, setTheirs] = useState<Stored>();
  const [key] = useState(() => crypto.randomUUID());
  const path = `/v1/persons/${person.id}/${PART_PATH[member]}`;
  const save = useMutation({
    mutationFn: (over: Stored): Promise<{ warnings: Warning[] }> => {
      if (!part) return api.post(path, { body: bodyOfNew(member, values), key });
      const body = bodyOfChange(member, over.values, values);
      if (Object.keys(body).length === 0) return Promise.resolve({ warnings: [] });
      return api.patch(`${path}/${part.id}`, { body, version: over.version });
    },
    onSuccess: async ({ warnings }) => {
      await changed(warnings);
      onDone();
    },
    onError: async (error) => {
      if (!part || !isStale(error)) return;
      setTheirs(storedOf(await fresh(), member, part.id));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(begun);
  };
  const takeTheirs = async () => {
    await changed();
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <PartFields member={member} value={values} set={(next) => setValues({ ...values, ...next })} />
        {theirs ? (
          <StaleNote
            fields={FORM_MEMBERS[member]
              .filter((name) => (theirs.values[name] || '') !== (values[name] || ''))
              .filter((name) => name !== 'full' || values['full'])
              .map((name) => ({
                label: t(
                  (name === 'date'
                    ? 'birthDate'
                    : name === 'isApproximate'
                      ? 'approximate'
                      : name === 'description'
                        ? 'words'
                        : name) as 'family',
                ),
                stored: String(theirs.values[name] ?? ''),
                typed: String(values[name] ?? ''),
              }))}
            onMine={() => save.mutate(theirs)}
            onTheirs={() => void takeTheirs()}
            isSaving={save.isPending}
          />
        ) : (
          <>
            {save.error && !isStale(save.error) && <ProblemNote error={save.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onDone}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={save.isPending} disabled={!isWritten(member, values)}>
                {t('save')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}
