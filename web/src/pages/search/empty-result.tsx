// Nobody was found: what else could be tried, each one click away.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { Empty } from '../../components/empty.tsx';
import { langOf } from '../../components/person-name.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { NO_WORDS, type Words } from './question.ts';
import { searchTexts } from './search-texts.ts';

/** Parts of the name worth trying alone: the longest two words. */
const partsOf = (name: string): string[] => {
  const parts = name.split(/[\s,]+/u).filter((part) => /^\p{L}{3,}/u.test(part));
  return parts.length > 1 ? [...parts].sort((a, b) => b.length - a.length).slice(0, 2) : [];
};

export function EmptyResult({
  words,
  hasFilters,
  onWords,
  onClear,
}: {
  words: Words;
  hasFilters: boolean;
  onWords(words: Words): void;
  onClear(): void;
}) {
  const t = useTexts(searchTexts);
  const parts = partsOf(words.name);
  const offers = parts.length > 0 || words.birthDate !== '' || hasFilters;
  return (
    <Empty
      icon={IconUserSearch}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        offers && (
          <Stack gap="xs" align="center">
            <Text size="sm">{t('tryInstead')}</Text>
            <Group gap="xs" justify="center">
              {parts.map((part) => (
                <Button
                  key={part}
                  size="xs"
                  variant="light"
                  onClick={() => onWords({ ...NO_WORDS, name: part })}
                >
                  <bdi lang={langOf({ full: part })}>{part}</bdi>
                </Button>
              ))}
              {words.birthDate !== '' && (
                <Button size="xs" variant="light" onClick={() => onWords({ ...words, birthDate: '' })}>
                  {t('withoutBirth')}
                </Button>
              )}
              {hasFilters && (
                <Button size="xs" variant="light" onClick={onClear}>
                  {t('withoutFilters')}
                </Button>
              )}
            </Group>
          </Stack>
        )
      }
    />
  );
}
