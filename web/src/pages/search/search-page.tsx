// Search for investigators: one field, filters beside, results with their reasons.
import { Badge, Button, Collapse, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconHelpCircle, IconUserSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatTime } from '../../i18n/dates.ts';
import { policyNameWords } from '../../i18n/match-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { Compare } from './compare.tsx';
import { EmptyResult } from './empty-result.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { bodyOf, keepWords, NO_WORDS, type SearchAddress, type Words, wordsOf } from './question.ts';
import { ResultHead } from './result-head.tsx';
import { ResultList } from './result-list.tsx';
import { SavedSearches } from './saved-searches.tsx';
import classes from './search.module.css';
import { SearchField } from './search-field.tsx';
import { searchTexts } from './search-texts.ts';
import { useRegistryNumber } from './use-registry-number.ts';
import { useSearch } from './use-search.ts';
import { WhyNot } from './why-not.tsx';

const route = getRouteApi('/search');
const MOST_COMPARED = 4;
/** Names of the products. */
const ENGINES: Readonly<Record<string, string>> = { postgres: 'PostgreSQL', meilisearch: 'Meilisearch' };

export function SearchPage() {
  const t = useTexts(searchTexts);
  const policyName = useWords(policyNameWords);
  const { may } = useSession();
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const words = wordsOf(address.q);
  const [typed, setTyped] = useState(words.name);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  const [asking, setAsking] = useState(false);
  const isWide = useMediaQuery('(min-width: 1101px)', true);
  const [showFilters, filters] = useDisclosure(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const search = useSearch(address, words);
  const openNumber = useRegistryNumber();

  useEffect(() => setTyped(words.name), [words.name]);
  useEffect(() => field.current?.focus(), []);

  const go = (change: Partial<SearchAddress>, next: Words = words) => {
    setChosen([]);
    void navigate({ search: { ...address, ...change, q: keepWords(next) } });
  };
  const ask = (name: string) => {
    if (!openNumber(name)) go({}, { ...words, name });
  };
  const clear = () =>
    void navigate({
      search: { q: keepWords({ ...NO_WORDS, name: words.name, birthDate: words.birthDate }) },
    });
  const choose = (personId: string) =>
    setChosen((now) =>
      now.includes(personId) ? now.filter((id) => id !== personId) : [...now, personId].slice(-MOST_COMPARED),
    );
  const filterCount = Object.keys(address).filter((name) => name !== 'q' && name !== 'sort').length;
  const { first, items } = search;

  const panel = (
    <FilterPanel
      address={address}
      words={words}
      facets={first?.facets ?? undefined}
      onAddress={go}
      onWords={(next) => go({}, next)}
      onClear={clear}
    />
  );
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {may('subject.save') && (
            <SavedSearches
              address={address}
              words={words}
              onSearch={(again, next) => void navigate({ search: { ...again, q: keepWords(next) } })}
            />
          )}
          <Button
            variant="default"
            leftSection={<IconHelpCircle size={16} />}
            onClick={() => setAsking(true)}
            disabled={words.name === ''}
          >
            {t('why')}
          </Button>
        </>
      }
    >
      <Stack gap="lg">
        <SearchField
          value={typed}
          onChange={setTyped}
          onSearch={ask}
          inputRef={field}
          onDown={() => (list.current?.firstElementChild as HTMLElement | null)?.focus()}
        />
        {!isWide && (
          <Group>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconFilter size={15} />}
              rightSection={filterCount > 0 ? <Badge size="sm">{filterCount}</Badge> : null}
              onClick={filters.toggle}
              aria-expanded={showFilters}
            >
              {t('filters')}
            </Button>
          </Group>
        )}
        <div className={classes['layout']}>
          {isWide ? panel : <Collapse expanded={showFilters}>{panel}</Collapse>}
          <Stack gap="sm" aria-busy={search.isFetching}>
            {!search.isAsked && <Empty icon={IconUserSearch} title={t('startTitle')} text={t('startText')} />}
            {search.error && <ProblemNote error={search.error} onRetry={() => void search.refetch()} />}
            {search.isAsked && search.isPending && !search.error && (
              <Stack gap="sm">
                {[0, 1, 2, 3].map((line) => (
                  <Skeleton key={line} h={78} />
                ))}
              </Stack>
            )}
            {first && (
              <>
                {items.length > 0 ? (
                  <>
                    <ResultHead answer={first} sort={address.sort} onSort={(sort) => go({ sort })} />
                    <Group justify="space-between" mih={30}>
                      <Text size="xs" c="dimmed" visibleFrom="sm">
                        {t('keys')}
                      </Text>
                      {chosen.length > 1 && (
                        <Button size="xs" onClick={() => setComparing(true)}>
                          {t('compareChosen', { count: chosen.length })}
                        </Button>
                      )}
                    </Group>
                    <ResultList
                      items={items}
                      chosen={chosen}
                      onChoose={choose}
                      onMore={search.hasNextPage ? () => void search.fetchNextPage() : undefined}
                      isLoadingMore={search.isFetchingNextPage}
                      listRef={list}
                    />
                  </>
                ) : (
                  <EmptyResult
                    words={words}
                    hasFilters={filterCount > 0}
                    onWords={(next) => go({}, next)}
                    onClear={clear}
                  />
                )}
                <Text size="xs" c="dimmed">
                  {t('made', {
                    engine: ENGINES[first.engine] ?? first.engine,
                    policy: `${policyName(first.policy.code)}, ${first.policy.version}`,
                    time: formatTime(first.asOf, true),
                  })}
                </Text>
              </>
            )}
          </Stack>
        </div>
      </Stack>
      <Compare
        opened={comparing}
        onClose={() => setComparing(false)}
        persons={items.filter(({ personId }) => chosen.includes(personId))}
      />
      <WhyNot opened={asking} onClose={() => setAsking(false)} question={bodyOf(address, words)} />
    </Page>
  );
}
