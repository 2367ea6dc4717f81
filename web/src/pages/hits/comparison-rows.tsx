// What is said of the traveller and of the record, line by line: names, dates, documents, marks, photos.
import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { HitView } from '../../api/types.ts';
import { useCountryName } from '../../components/country.tsx';
import { PersonName, type ShownName } from '../../components/person-name.tsx';
import { Photo } from '../../components/photo.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { markWords } from '../../i18n/description-words.ts';
import {
  birthStatusWords,
  documentStatusWords,
  documentTypeWords,
  identityStatusWords,
  nationalityStatusWords,
  sexWords,
} from '../../i18n/person-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { hitsTexts } from './hits-texts.ts';

/** What was asked, as the check keeps it; nothing of it is sure to be there. */
interface Asked {
  readonly name?: string;
  readonly family?: string;
  readonly given?: string;
  readonly patronymic?: string;
  readonly birthDate?: string;
  readonly sex?: keyof typeof sexWords;
  readonly nationality?: string;
  readonly document?: { readonly number: string; readonly state?: string };
  readonly nationalId?: { readonly value: string };
  readonly mrz?: string;
  readonly changes?: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}

function Lines({ items }: { items: readonly { key: string; main: ReactNode; side?: string | undefined }[] }) {
  if (items.length === 0) return <Text c="dimmed">–</Text>;
  return items.map(({ key, main, side }) => (
    <Text key={key} size="sm">
      {main}
      {side && (
        <Text component="span" size="xs" c="dimmed">
          {' '}
          {side}
        </Text>
      )}
    </Text>
  ));
}

function Photos({ hit }: { hit: HitView }) {
  const t = useTexts(hitsTexts);
  const { locale } = useLocale();
  const photos = [...(hit.record?.photos ?? [])].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  return (
    <SimpleGrid cols={{ base: 2, lg: 3 }} spacing="xs" maw={420}>
      {photos.map(({ id, takenOn }) => (
        <Photo
          key={id}
          photoId={id}
          path={`/v1/hits/${hit.id}/photos/${id}/image`}
          label={t('photo', { date: takenOn === null ? t('undated') : formatDate(locale, takenOn) })}
          height={150}
        />
      ))}
    </SimpleGrid>
  );
}

export function useRows(hit: HitView) {
  const date = useShownDate();
  const t = useTexts(hitsTexts);
  const { locale } = useLocale();
  const sex = useTexts(sexWords);
  const birth = useTexts(birthStatusWords);
  const nationality = useTexts(nationalityStatusWords);
  const type = useTexts(documentTypeWords);
  const status = useTexts(documentStatusWords);
  const mark = useTexts(markWords);
  const identity = useTexts(identityStatusWords);
  const country = useCountryName();
  const asked = hit.traveller as Asked;
  const { record } = hit;
  const years = (from: string | null, to: string | null) =>
    from || to
      ? `${from ? formatDate(locale, from) : '…'} – ${to ? formatDate(locale, to) : '…'}`
      : undefined;
  const askedName = asked.name ?? [asked.family, asked.given, asked.patronymic].filter(Boolean).join(' ');
  return [
    {
      label: t('names'),
      traveller: askedName === '' ? '–' : <PersonName name={{ full: askedName }} fw={650} />,
      record: (
        <Lines
          items={(record?.names ?? []).map(({ full, type: kind, script, validFrom, validTo }) => ({
            key: `${kind} ${full}`,
            main: (
              <PersonName
                name={{ full, script, type: kind as NonNullable<ShownName['type']> }}
                showType
                fw={kind === 'PRIMARY' ? 650 : 450}
              />
            ),
            side: years(validFrom, validTo),
          }))}
        />
      ),
    },
    {
      label: t('born'),
      traveller: asked.birthDate ? date(asked.birthDate) : '–',
      record: (
        <Lines
          items={(record?.births ?? []).map((one) => ({
            key: one.date,
            main: date(one.date),
            side: birth(one.status as 'TRUE'),
          }))}
        />
      ),
    },
    {
      label: t('sex'),
      traveller: asked.sex ? sex(asked.sex) : '–',
      record: record ? sex(record.sex as 'M') : '–',
    },
    {
      label: t('nationality'),
      traveller: asked.nationality ? country(asked.nationality) : '–',
      record: (
        <Lines
          items={(record?.nationalities ?? []).map((one) => ({
            key: `${one.country} ${one.status}`,
            main: country(one.country),
            side: nationality(one.status as 'HELD'),
          }))}
        />
      ),
    },
    {
      label: t('documents'),
      traveller: (
        <Lines
          items={[
            ...(asked.document
              ? [{ key: 'document', main: asked.document.number, side: asked.document.state }]
              : []),
            ...(asked.nationalId ? [{ key: 'id', main: asked.nationalId.value }] : []),
            ...(asked.changes ?? []).map(({ field, from, to }) => ({
              key: field,
              main: `${from} → ${to}`,
              side: t('corrected'),
            })),
          ]}
        />
      ),
      record: (
        <Lines
          items={(record?.documents ?? []).map((one) => ({
            key: `${one.type} ${one.number}`,
            main: `${one.number} ${one.issuingState}`,
            side: `${type(one.type as 'PASSPORT')}, ${status(one.status as 'VALID')}`,
          }))}
        />
      ),
    },
    ...(record && record.marks.length > 0
      ? [
          {
            label: t('marks'),
            traveller: '–',
            record: (
              <Lines
                items={record.marks.map((one) => ({
                  key: `${one.kind} ${one.description}`,
                  main: `${mark(one.kind as 'SCAR')}, ${one.bodyPart}`,
                  side: one.description,
                }))}
              />
            ),
          },
        ]
      : []),
    ...(record?.identityStatus
      ? [{ label: t('identity'), traveller: '–', record: identity(record.identityStatus as 'CONFIRMED') }]
      : []),
    ...(record && record.photos.length > 0
      ? [{ label: t('photos'), traveller: '–', record: <Photos hit={hit} /> }]
      : []),
  ];
}
