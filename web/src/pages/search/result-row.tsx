// One person found: score, the name that agreed with its letters marked, what tells him apart, and the alerts in force.
import { Checkbox, Group, Stack, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { FoundPerson } from '../../api/registry-types.ts';
import { AlertBadge } from '../../components/alert-badge.tsx';
import { useCountryName } from '../../components/country.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { Reasons } from '../../components/reasons.tsx';
import { sexWords } from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { Score } from './score.tsx';
import classes from './search.module.css';
import { searchTexts } from './search-texts.ts';

interface ResultRowProps {
  readonly person: FoundPerson;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  onKey(event: KeyboardEvent<HTMLElement>): void;
  onFocus(): void;
  onOpen(): void;
  onReasons(): void;
  onChoose(): void;
}

export function ResultRow(props: ResultRowProps) {
  const { person, isCurrent, isOpen, isChosen, onKey, onFocus, onOpen, onReasons, onChoose } = props;
  const t = useTexts(searchTexts);
  const date = useShownDate();
  const sex = useTexts(sexWords);
  const country = useCountryName();
  const main = person.matchedName ?? person.names[0] ?? { full: person.registryNumber };
  const others = person.names.filter(({ full }) => full !== main.full);
  const facts = [
    person.births.map(date).join(', '),
    sex(person.sex),
    person.nationalities.map(country).join(', '),
    person.registryNumber,
  ].filter((fact) => fact !== '');
  return (
    <li
      className={classes['row']}
      tabIndex={isCurrent ? 0 : -1}
      onKeyDown={onKey}
      onFocus={onFocus}
      data-person={person.personId}
      aria-label={main.full}
    >
      <div className={classes['score']}>
        {person.score !== null && person.band && <Score score={person.score} band={person.band} />}
      </div>
      <Stack gap={4} flex={1} miw={0}>
        <button type="button" className={classes['name']} onClick={onOpen} tabIndex={-1}>
          <PersonName
            name={main}
            highlights={person.matchedName?.highlights ?? []}
            showType={person.matchedName !== null && person.matchedName.type !== 'PRIMARY'}
            fw={600}
          />
        </button>
        <Text size="sm" className={classes['facts']}>
          {facts.map((fact, index) => (
            <span key={fact}>
              {index > 0 && ' · '}
              <span className={classes['fact']}>{fact}</span>
            </span>
          ))}
        </Text>
        {others.length > 0 && (
          <Text size="sm" c="dimmed" lineClamp={1}>
            {others.map((name, index) => (
              <span key={name.full}>
                {index > 0 && ' · '}
                <PersonName name={name} />
              </span>
            ))}
          </Text>
        )}
      </Stack>
      <Stack gap={6} className={classes['side']}>
        {person.alerts.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noAlert')}
          </Text>
        )}
        {person.alerts.map((alert) => (
          <AlertBadge key={alert.id} alert={alert} />
        ))}
        <Group gap="md" mt={2}>
          {person.reasons.length > 0 && (
            <button
              type="button"
              className={classes['quiet']}
              onClick={onReasons}
              aria-expanded={isOpen}
              aria-controls={`reasons-${person.personId}`}
            >
              {t('reasons')}
            </button>
          )}
          <Checkbox
            size="xs"
            label={t('compare')}
            aria-label={`${t('choose')}: ${main.full}`}
            checked={isChosen}
            onChange={onChoose}
          />
        </Group>
      </Stack>
      {isOpen && (
        <div className={classes['reasons']} id={`reasons-${person.personId}`}>
          <Reasons reasons={person.reasons} />
        </div>
      )}
    </li>
  );
}
