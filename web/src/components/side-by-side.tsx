// Two to four persons in columns: what differs is marked with a sign and a word, so that eyes need not search for it.
import { Group, Table, Text } from '@mantine/core';
import { IconEqualNot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FoundPerson, PersonView } from '../api/registry-types.ts';
import { markWords } from '../i18n/description-words.ts';
import { four } from '../i18n/four.ts';
import { sexWords } from '../i18n/person-words.ts';
import { type TextTable, useTexts } from '../i18n/texts.tsx';
import { useShownDate } from '../i18n/use-shown-date.ts';
import { AlertBadge, type AlertStatus, type AlertType } from './alert-badge.tsx';
import { CountryName } from './country.tsx';
import { PersonName, type ShownName } from './person-name.tsx';

const texts = {
  names: four('Ысымдары', 'Имена', 'Есімдері', 'Names'),
  births: four('Туулган күндөрү', 'Даты рождения', 'Туған күндері', 'Dates of birth'),
  sex: four('Жынысы', 'Пол', 'Жынысы', 'Sex'),
  nationalities: four('Жарандыгы', 'Гражданство', 'Азаматтығы', 'Nationalities'),
  documents: four('Документтери', 'Документы', 'Құжаттары', 'Documents'),
  nationalIds: four('Улуттук номерлери', 'Национальные номера', 'Ұлттық нөмірлері', 'National ids'),
  birthPlace: four('Туулган жери', 'Место рождения', 'Туған жері', 'Place of birth'),
  marks: four('Өзгөчө белгилери', 'Особые приметы', 'Ерекше белгілері', 'Marks'),
  alerts: four('Жарыялар', 'Объявления', 'Жарияланымдар', 'Alerts'),
  differs: four('айырмаланат', 'отличается', 'өзгеше', 'differs'),
} satisfies TextTable;

export interface ComparedPerson {
  readonly id: string;
  readonly head: ReactNode;
  readonly names: readonly ShownName[];
  readonly births: readonly string[];
  readonly sex: keyof typeof sexWords;
  readonly nationalities: readonly string[];
  readonly documents: readonly string[];
  readonly nationalIds: readonly string[];
  readonly birthPlace: string;
  readonly marks: PersonView['marks'];
  readonly alerts: readonly { id: string; type: AlertType; status: AlertStatus; ownerState: string }[];
}

export const comparedRecord = (person: PersonView, head: ReactNode): ComparedPerson => ({
  id: person.id,
  head,
  names: person.names,
  births: person.birthDates.map(({ date }) => date),
  sex: person.sex,
  nationalities: person.nationalities.map(({ country }) => country),
  documents: person.documents.map(({ number, issuingState }) => `${number} ${issuingState}`),
  nationalIds: person.nationalIds.map(({ value }) => value),
  birthPlace: person.description?.birthPlace ?? '',
  marks: person.marks,
  alerts: person.alerts,
});

/** @param full the whole record, where the role may read it */
export const comparedResult = (
  found: FoundPerson,
  full: PersonView | undefined,
  head: ReactNode,
): ComparedPerson =>
  full
    ? comparedRecord(full, head)
    : { ...found, id: found.personId, head, documents: [], nationalIds: [], birthPlace: '', marks: [] };

interface Line {
  readonly label: keyof typeof texts;
  cell(person: ComparedPerson): ReactNode;
  /** What is compared; left out where a difference says nothing. */
  facts?(person: ComparedPerson): readonly string[];
}

function useLines(): readonly Line[] {
  const date = useShownDate();
  const sex = useTexts(sexWords);
  const mark = useTexts(markWords);
  const lines = (parts: readonly ReactNode[]) =>
    parts.length === 0
      ? null
      : // biome-ignore lint/suspicious/noArrayIndexKey: facts of one cell never move
        parts.map((part, index) => <div key={index}>{part}</div>);
  return [
    {
      label: 'names',
      cell: ({ names }) => lines(names.map((name) => <PersonName key={name.full} name={name} showType />)),
    },
    {
      label: 'births',
      cell: ({ births }) => lines(births.map(date)),
      facts: ({ births }) => births,
    },
    { label: 'sex', cell: (person) => sex(person.sex), facts: (person) => [person.sex] },
    {
      label: 'nationalities',
      cell: ({ nationalities }) => lines(nationalities.map((code) => <CountryName key={code} code={code} />)),
      facts: ({ nationalities }) => nationalities,
    },
    { label: 'documents', cell: ({ documents }) => lines(documents), facts: ({ documents }) => documents },
    {
      label: 'nationalIds',
      cell: ({ nationalIds }) => lines(nationalIds),
      facts: ({ nationalIds }) => nationalIds,
    },
    { label: 'birthPlace', cell: ({ birthPlace }) => birthPlace },
    {
      label: 'marks',
      cell: ({ marks }) =>
        lines(marks.map(({ kind, bodyPart, description }) => `${mark(kind)}, ${bodyPart}: ${description}`)),
    },
    {
      label: 'alerts',
      cell: ({ alerts }) => lines(alerts.map((alert) => <AlertBadge key={alert.id} alert={alert} />)),
    },
  ];
}

export function SideBySide({ persons }: { persons: readonly ComparedPerson[] }) {
  const t = useTexts(texts);
  const lines = useLines();
  return (
    <Table.ScrollContainer minWidth={200 + persons.length * 240}>
      <Table layout="fixed" verticalSpacing="sm" highlightOnHover={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td w={160} />
            {persons.map(({ id, head }) => (
              <Table.Th key={id} scope="col" style={{ verticalAlign: 'bottom' }}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ label, cell, facts }) => {
            const said = facts
              ? persons.map((person) => [...facts(person)].sort().join(' ')).filter((text) => text !== '')
              : [];
            const differs = new Set(said).size > 1;
            return (
              <Table.Tr key={label}>
                <Table.Th scope="row" style={{ verticalAlign: 'top' }}>
                  {t(label)}
                  {differs && (
                    <Group gap={4} wrap="nowrap">
                      <IconEqualNot size={14} aria-hidden />
                      <Text size="xs">{t('differs')}</Text>
                    </Group>
                  )}
                </Table.Th>
                {persons.map((person) => (
                  <Table.Td key={person.id} style={{ verticalAlign: 'top' }} fw={differs ? 600 : 400}>
                    {cell(person) || '—'}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
