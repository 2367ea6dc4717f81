// The persons found, walked by the arrow keys: Enter opens, space shows reasons, C chooses for comparison.
import { Button, Center } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { FoundPerson } from '../../api/registry-types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { ResultRow } from './result-row.tsx';
import classes from './search.module.css';
import { searchTexts } from './search-texts.ts';

export function ResultList({
  items,
  chosen,
  onChoose,
  onMore,
  isLoadingMore,
  listRef,
}: {
  items: readonly FoundPerson[];
  chosen: readonly string[];
  onChoose(personId: string): void;
  onMore: (() => void) | undefined;
  isLoadingMore: boolean;
  listRef: RefObject<HTMLUListElement | null>;
}) {
  const t = useTexts(searchTexts);
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState<readonly string[]>([]);
  const openRecord = (personId: string) => void navigate({ to: '/persons/$personId', params: { personId } });
  const toggle = (personId: string) =>
    setOpen((now) => (now.includes(personId) ? now.filter((id) => id !== personId) : [...now, personId]));
  const walk = (to: number) => {
    const row = listRef.current?.children[to];
    if (row instanceof HTMLElement) row.focus();
  };
  const act = (event: KeyboardEvent<HTMLElement>, index: number, personId: string) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowDown: () => walk(index + 1),
      ArrowUp: () => walk(index - 1),
      Home: () => walk(0),
      End: () => walk(items.length - 1),
      Enter: () => openRecord(personId),
      Space: () => toggle(personId),
      KeyR: () => toggle(personId),
      KeyC: () => onChoose(personId),
    };
    // Keys by their place, so that they work under a Cyrillic layout too.
    const deed = deeds[event.code] ?? deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <>
      <ul className={classes['list']} ref={listRef}>
        {items.map((person, index) => (
          <ResultRow
            key={person.personId}
            person={person}
            isCurrent={index === Math.min(at, items.length - 1)}
            isOpen={open.includes(person.personId)}
            isChosen={chosen.includes(person.personId)}
            onKey={(event) => act(event, index, person.personId)}
            onFocus={() => setAt(index)}
            onOpen={() => openRecord(person.personId)}
            onReasons={() => toggle(person.personId)}
            onChoose={() => onChoose(person.personId)}
          />
        ))}
      </ul>
      {onMore && (
        <Center mt="md">
          <Button variant="default" onClick={onMore} loading={isLoadingMore}>
            {t('more')}
          </Button>
        </Center>
      )}
    </>
  );
}
