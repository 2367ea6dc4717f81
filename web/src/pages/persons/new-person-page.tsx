// Guided entry of a person: what is known, written once; likely duplicates and the worth of each fact beside it.
import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { PersonAnswer } from '../../api/registry-types.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { type DescriptionValues, descriptionChange, NO_DESCRIPTION } from './description-fields.ts';
import { DescriptionForm } from './description-form.tsx';
import { type Decisions, DuplicateWarning } from './duplicate-warning.tsx';
import { PartFields } from './part-forms.tsx';
import {
  bodyOfNew,
  isWritten,
  NEW_PART,
  PART_MEMBERS,
  type PartMember,
  type PartValues,
} from './part-values.ts';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';
import { Recorded } from './recorded.tsx';

type Parts = Readonly<Record<PartMember, readonly PartValues[]>>;

const FIRST: Parts = {
  names: [NEW_PART.names],
  birthDates: [NEW_PART.birthDates],
  nationalities: [NEW_PART.nationalities],
  documents: [],
  nationalIds: [],
  marks: [],
};

const written = (member: PartMember, parts: Parts) =>
  parts[member].filter((part) => isWritten(member, part)).map((part) => bodyOfNew(member, part));

const bodyOf = (parts: Parts, description: DescriptionValues) => ({
  sex: description.sex,
  ...descriptionChange({ ...NO_DESCRIPTION, sex: '' }, description),
  ...Object.fromEntries(
    PART_MEMBERS.flatMap((member) => {
      const rows = written(member, parts);
      return rows.length > 0 ? [[member, rows]] : [];
    }),
  ),
});

/** @returns what the duplicate check takes; undefined until there is something to compare */
function likeBodyOf(parts: Parts, description: DescriptionValues): object | undefined {
  const names = written('names', parts).map(({ full, family, given, patronymic }) => ({
    ...(full ? { full } : { family, given, patronymic }),
  }));
  const documents = written('documents', parts).flatMap(({ number, issuingState }) =>
    number ? [{ number, ...(issuingState && { state: issuingState }) }] : [],
  );
  const nationalIds = written('nationalIds', parts).map(({ scheme, value }) => ({ scheme, value }));
  const enough = parts.names.some(({ full, family, given }) => full || (family && given));
  if (!enough && documents.length + nationalIds.length === 0) return undefined;
  return {
    names,
    documents,
    nationalIds,
    birthDates: written('birthDates', parts).map(({ date }) => date),
    nationalities: written('nationalities', parts).map(({ country }) => country),
    sex: description.sex,
  };
}

function PartSection({
  member,
  parts,
  onChange,
}: {
  member: PartMember;
  parts: readonly PartValues[];
  onChange(parts: readonly PartValues[]): void;
}) {
  const t = useTexts(personTexts);
  const title = t(member === 'birthDates' ? 'births' : member);
  return (
    <section className={classes['part']}>
      <Group justify="space-between" mb={6}>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          aria-label={`${t('add')}: ${title}`}
          onClick={() =>
            onChange([
              ...parts,
              member === 'names' && parts.length > 0 ? { type: 'ALIAS_STRONG' } : NEW_PART[member],
            ])
          }
        >
          {t('add')}
        </Button>
      </Group>
      <Stack gap="md">
        {parts.map((part, index) => (
          <PartFields
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are added at the end and hold no state of their own
            key={index}
            member={member}
            value={part}
            set={(change) => onChange(parts.map((one, at) => (at === index ? { ...one, ...change } : one)))}
          />
        ))}
      </Stack>
    </section>
  );
}

/** What raises the worth of a record most, ticked as it is written. */
function Worth({ parts, description }: { parts: Parts; description: DescriptionValues }) {
  const t = useTexts(personTexts);
  const has = (member: PartMember) => written(member, parts).length > 0;
  const rows: readonly (readonly [string, boolean])[] = [
    [t('family'), written('names', parts).some(({ family, full }) => Boolean(family || full))],
    [t('patronymic'), written('names', parts).some(({ patronymic }) => Boolean(patronymic))],
    [t('birthDate'), written('birthDates', parts).some(({ date }) => String(date).length === 10)],
    [t('sex'), description.sex !== 'U'],
    [t('documents'), has('documents')],
    [t('nationalIds'), has('nationalIds')],
    [t('birthPlace'), description.birthPlace !== ''],
  ];
  return (
    <section className={classes['block']}>
      <Title order={2} size="h5" mb={6}>
        {t('todo')}
      </Title>
      <List size="sm" spacing={3}>
        {rows.map(([label, done]) => (
          <List.Item key={label} icon={done ? <IconCheck size={15} /> : <IconPlus size={13} />}>
            <Text span size="sm" c={done ? 'dimmed' : undefined} td={done ? 'line-through' : undefined}>
              {label}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

export function NewPersonPage() {
  const t = useTexts(personTexts);
  const [parts, setParts] = useState<Parts>(FIRST);
  const [description, setDescription] = useState(NO_DESCRIPTION);
  const [decisions, setDecisions] = useState<Decisions>({});
  const [key] = useState(() => crypto.randomUUID());
  const save = useMutation({
    mutationFn: async () => {
      const person = await api.post<PersonAnswer>('/v1/persons', { body: bodyOf(parts, description), key });
      for (const [otherId, reason] of Object.entries(decisions))
        await api.post(`/v1/persons/${person.id}/duplicate-decisions`, {
          body: { otherId, same: false, reason },
          key: crypto.randomUUID(),
        });
      return person;
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  if (save.data) return <Recorded person={save.data} />;
  return (
    <Page title={t('newTitle')} lead={t('newLead')}>
      <form onSubmit={submit} className={classes['layout']}>
        <div>
          {PART_MEMBERS.slice(0, 3).map((member) => (
            <PartSection
              key={member}
              member={member}
              parts={parts[member]}
              onChange={(rows) => setParts({ ...parts, [member]: rows })}
            />
          ))}
          <section className={classes['part']}>
            <Title order={2} size="h5" mb={6}>
              {t('description')}
            </Title>
            <DescriptionForm
              value={description}
              set={(change) => setDescription({ ...description, ...change })}
            />
          </section>
          {PART_MEMBERS.slice(3).map((member) => (
            <PartSection
              key={member}
              member={member}
              parts={parts[member]}
              onChange={(rows) => setParts({ ...parts, [member]: rows })}
            />
          ))}
        </div>
        <aside className={classes['sticky']}>
          <DuplicateWarning
            known={likeBodyOf(parts, description)}
            decisions={decisions}
            onDecide={(personId, reason) => setDecisions({ ...decisions, [personId]: reason })}
          />
          <Worth parts={parts} description={description} />
          {save.error && <ProblemNote error={save.error} />}
          <Button
            type="submit"
            fullWidth
            mt="sm"
            loading={save.isPending}
            disabled={written('names', parts).length === 0}
          >
            {t('record')}
          </Button>
        </aside>
      </form>
    </Page>
  );
}
