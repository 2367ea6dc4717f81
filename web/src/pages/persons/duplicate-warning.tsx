// Records like the one that is being written, while it is written; each decision is kept and saved with the record.
import { Anchor, Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { LikeAnswer } from '../../api/registry-types.ts';
import { PersonName } from '../../components/person-name.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { bandWords } from '../../i18n/match-words.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { useSession } from '../../session/session.tsx';
import { personTexts } from './persons-texts.ts';

/** Id of the other record → why it is another person. */
export type Decisions = Readonly<Record<string, string>>;

function Candidate({
  item,
  reason,
  onDecide,
}: {
  item: LikeAnswer['items'][number];
  reason: string | undefined;
  onDecide(reason: string): void;
}) {
  const t = useTexts(personTexts);
  const date = useShownDate();
  const band = useTexts(bandWords);
  const { locale } = useLocale();
  const [text, setText] = useState('');
  const [asking, setAsking] = useState(false);
  const decide = () => {
    if (text.trim() !== '') onDecide(text.trim());
  };
  return (
    <Stack
      gap={4}
      component="li"
      py="xs"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <PersonName
        name={item.matchedName ?? { full: item.registryNumber }}
        highlights={item.matchedName?.highlights ?? []}
        fw={600}
      />
      <Text size="xs" c="dimmed">
        {[
          item.births.map(date).join(', '),
          item.registryNumber,
          band(item.band),
          formatNumber(locale, item.score, 2),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="xs">
        {item.reasons
          .slice(0, 3)
          .map((one) => one.text)
          .join(' · ')}
      </Text>
      {reason !== undefined ? (
        <Text size="xs" fw={600}>
          {t('decided')}
        </Text>
      ) : asking ? (
        // No form of its own: it stands within the form of the record.
        <Group gap={6} wrap="nowrap" align="flex-end">
          <TextInput
            size="xs"
            label={t('differentWhy')}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              decide();
            }}
            flex={1}
            maxLength={1000}
            data-autofocus
          />
          <Button size="xs" onClick={decide} disabled={text.trim() === ''}>
            {t('save')}
          </Button>
        </Group>
      ) : (
        <Group gap="sm">
          <Anchor
            size="xs"
            renderRoot={(props) => (
              <Link to="/persons/$personId" params={{ personId: item.personId }} {...props} />
            )}
          >
            {t('sameOpen')}
          </Anchor>
          <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
            {t('different')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

export function DuplicateWarning({
  known,
  decisions,
  onDecide,
}: {
  /** Body of POST /v1/search/duplicates without its purpose; undefined while too little is known. */
  known: object | undefined;
  decisions: Decisions;
  onDecide(personId: string, reason: string): void;
}) {
  const t = useTexts(personTexts);
  const { purpose } = useSession();
  const [asked] = useDebouncedValue(known === undefined ? '' : JSON.stringify(known), 500);
  const like = useQuery({
    queryKey: ['like', asked],
    queryFn: ({ signal }) =>
      api.post<LikeAnswer>('/v1/search/duplicates', { body: JSON.parse(asked), purposeInBody: true, signal }),
    enabled: asked !== '' && purpose !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section aria-live="polite">
      <Group gap="xs">
        <Title order={2} size="h5">
          {t('duplicates')}
        </Title>
        {like.isFetching && <Loader size={14} />}
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {t('duplicatesLead')}
      </Text>
      {like.error && <ProblemNote error={like.error} onRetry={() => void like.refetch()} />}
      {like.data?.items.length === 0 && <Text size="sm">{t('duplicatesNone')}</Text>}
      <Stack gap={0} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {like.data?.items.map((item) => (
          <Candidate
            key={item.personId}
            item={item}
            reason={decisions[item.personId]}
            onDecide={(reason) => onDecide(item.personId, reason)}
          />
        ))}
      </Stack>
    </section>
  );
}
