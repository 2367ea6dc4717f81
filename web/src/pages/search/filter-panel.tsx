// All filters beside the results: what is chosen narrows at once, what is typed when Enter is pressed.
import { Button, Divider, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { FacetView } from '../../api/registry-types.ts';
import { CountrySelect, useCountryName } from '../../components/country.tsx';
import { PartialDateInput } from '../../components/partial-date.tsx';
import { alertStatusWords, alertTypeWords } from '../../i18n/alert-words.ts';
import { markWords } from '../../i18n/description-words.ts';
import { sexWords } from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { FacetGroup } from './facet-group.tsx';
import type { SearchAddress, Words } from './question.ts';
import { searchTexts } from './search-texts.ts';

interface FilterPanelProps {
  readonly address: SearchAddress;
  readonly words: Words;
  readonly facets: FacetView | undefined;
  onAddress(change: Partial<SearchAddress>): void;
  onWords(words: Words): void;
  onClear(): void;
}

const some = <T,>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
const keysOf = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[];

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section">
      <Text fw={650} size="sm">
        {title}
      </Text>
      {children}
    </Stack>
  );
}

/** Typed values wait for Enter, so that nobody searches for half a number. */
function TypedFilters({ words, onWords }: Pick<FilterPanelProps, 'words' | 'onWords'>) {
  const t = useTexts(searchTexts);
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  const field = (name: 'documentNumber' | 'nationalId' | 'birthPlace' | 'markBodyPart') => (
    <TextInput
      size="xs"
      label={t(name)}
      value={typed[name]}
      onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
      autoComplete="off"
      maxLength={60}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onWords({ ...typed, name: words.name });
      }}
    >
      <Stack gap="sm">
        <PartialDateInput
          label={t('birthDate')}
          value={typed.birthDate}
          onChange={(birthDate) => setTyped({ ...typed, birthDate })}
        />
        {field('documentNumber')}
        {field('nationalId')}
        {field('birthPlace')}
        {field('markBodyPart')}
        <Button type="submit" size="xs" variant="light">
          {t('apply')}
        </Button>
      </Stack>
    </form>
  );
}

function YearRange({ address, onAddress }: Pick<FilterPanelProps, 'address' | 'onAddress'>) {
  const t = useTexts(searchTexts);
  const field = (name: 'birthYearFrom' | 'birthYearTo', label: 'from' | 'to') => (
    <NumberInput
      size="xs"
      aria-label={`${t('birthYears')}, ${t(label)}`}
      placeholder={t(label)}
      value={address[name] ?? ''}
      onBlur={({ currentTarget }) => {
        const year = Number(currentTarget.value);
        onAddress({ [name]: year >= 1850 && year <= 2200 ? year : undefined });
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      min={1850}
      max={2200}
      hideControls
      allowDecimal={false}
    />
  );
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('birthYears')}
      </Text>
      <Group gap="xs" grow>
        {field('birthYearFrom', 'from')}
        {field('birthYearTo', 'to')}
      </Group>
    </div>
  );
}

export function FilterPanel({ address, words, facets, onAddress, onWords, onClear }: FilterPanelProps) {
  const t = useTexts(searchTexts);
  const sex = useTexts(sexWords);
  const type = useTexts(alertTypeWords);
  const status = useTexts(alertStatusWords);
  const mark = useTexts(markWords);
  const country = useCountryName();
  const add = (name: 'nationalities' | 'ownerStates', code: string) => {
    if (code !== '') onAddress({ [name]: [...new Set([...(address[name] ?? []), code])] });
  };
  return (
    <Stack gap="lg" component="aside" aria-label={t('filters')}>
      <Section title={t('person')}>
        <FacetGroup
          label={t('sex')}
          counts={facets?.sex ?? null}
          all={['M', 'F']}
          chosen={address.sexes ?? []}
          onChange={(sexes) => onAddress({ sexes: some(sexes) })}
          labelOf={(value) => sex(value as 'M')}
        />
        <FacetGroup
          label={t('nationality')}
          counts={facets?.nationality ?? null}
          chosen={address.nationalities ?? []}
          onChange={(nationalities) => onAddress({ nationalities: some(nationalities) })}
          labelOf={country}
        >
          <CountrySelect
            size="xs"
            label={t('addNationality')}
            value=""
            onChange={(code) => add('nationalities', code)}
          />
        </FacetGroup>
        <YearRange address={address} onAddress={onAddress} />
      </Section>
      <Divider />
      <Section title={t('alert')}>
        <FacetGroup
          label={t('alertType')}
          counts={facets?.alertType ?? null}
          all={keysOf(alertTypeWords)}
          chosen={address.alertTypes ?? []}
          onChange={(alertTypes) => onAddress({ alertTypes: some(alertTypes) })}
          labelOf={(value) => type(value as 'MISSING')}
        />
        <FacetGroup
          label={t('alertStatus')}
          counts={facets?.alertStatus ?? null}
          all={['ACTIVE', 'LOCATED', 'SUSPENDED', 'WITHDRAWN']}
          chosen={address.alertStatuses ?? []}
          onChange={(alertStatuses) => onAddress({ alertStatuses: some(alertStatuses) })}
          labelOf={(value) => status(value as 'ACTIVE')}
        />
        <FacetGroup
          label={t('ownerState')}
          counts={facets?.ownerState ?? null}
          chosen={address.ownerStates ?? []}
          onChange={(ownerStates) => onAddress({ ownerStates: some(ownerStates) })}
          labelOf={country}
        >
          <CountrySelect
            size="xs"
            label={t('addOwnerState')}
            membersOnly
            value=""
            onChange={(code) => add('ownerStates', code)}
          />
        </FacetGroup>
        <FacetGroup
          label={t('offences')}
          counts={facets?.uncacArticle ?? null}
          all={['15', '17', '19', '20', '23']}
          chosen={(address.uncacArticles ?? []).map(String)}
          onChange={(chosen) => onAddress({ uncacArticles: some(chosen.map(Number)) })}
          labelOf={(value) => t('article', { count: value })}
        />
      </Section>
      <Divider />
      <Section title={t('numbers')}>
        <Select
          size="xs"
          label={t('markKind')}
          data={keysOf(markWords).map((value) => ({ value, label: mark(value) }))}
          value={address.markKind ?? null}
          onChange={(markKind) => onAddress({ markKind: markKind ?? undefined })}
          clearable
        />
        <TypedFilters words={words} onWords={onWords} />
      </Section>
      <Button variant="subtle" size="xs" onClick={onClear}>
        {t('clear')}
      </Button>
    </Stack>
  );
}
