// The filters of list and board: direction, stage, other state, mine, overdue, and a search in numbers.
import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { CountrySelect } from '../../components/country.tsx';
import { caseStateWords, custodyWords } from '../../i18n/case-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { listTexts } from './list-texts.ts';
import { useOptions } from './step-fields.tsx';

export interface CaseFilter {
  readonly q: string;
  readonly direction: string;
  readonly state: string;
  readonly otherState: string;
  readonly custody: string;
  readonly mine: boolean;
  readonly overdue: boolean;
}

export const NO_FILTER: CaseFilter = {
  q: '',
  direction: '',
  state: '',
  otherState: '',
  custody: '',
  mine: false,
  overdue: false,
};

/** As the API takes it: what is not set is left out. */
export const filterQuery = (filter: CaseFilter): Record<string, string | undefined> => ({
  q: filter.q.trim().length < 2 ? undefined : filter.q.trim(),
  direction: filter.direction || undefined,
  state: filter.state || undefined,
  otherState: filter.otherState || undefined,
  custody: filter.custody || undefined,
  mine: filter.mine ? 'true' : undefined,
  overdue: filter.overdue ? 'true' : undefined,
});

interface CaseFiltersProps {
  readonly filter: CaseFilter;
  onChange(filter: CaseFilter): void;
  /** The board has its stages as columns. */
  readonly withStage?: boolean;
  /** The list has a search of its own. */
  readonly withSearch?: boolean;
}

export function CaseFilters({ filter, onChange, withStage = true, withSearch = true }: CaseFiltersProps) {
  const t = useTexts(listTexts);
  const states = useOptions(caseStateWords);
  const custodies = useOptions(custodyWords);
  const [q, setQ] = useState(filter.q);
  const set = (change: Partial<CaseFilter>) => onChange({ ...filter, ...change });
  const search = useDebouncedCallback((text: string) => set({ q: text }), 300);
  return (
    <Group gap="sm" align="flex-end" mb="md" wrap="wrap" className="no-print">
      {withSearch && (
        <TextInput
          label={t('search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={q}
          onChange={({ currentTarget }) => {
            setQ(currentTarget.value);
            search(currentTarget.value);
          }}
          w={250}
        />
      )}
      <Select
        label={t('direction')}
        placeholder={t('any')}
        data={(['REQUESTING', 'REQUESTED'] as const).map((value) => ({ value, label: t(value) }))}
        value={filter.direction || null}
        onChange={(direction) => set({ direction: direction ?? '' })}
        clearable
        w={180}
      />
      {withStage && (
        <>
          <Select
            label={t('stage')}
            placeholder={t('any')}
            data={states}
            value={filter.state || null}
            onChange={(state) => set({ state: state ?? '' })}
            searchable
            clearable
            w={210}
          />
          <Select
            label={t('custody')}
            placeholder={t('any')}
            data={custodies}
            value={filter.custody || null}
            onChange={(custody) => set({ custody: custody ?? '' })}
            clearable
            w={200}
          />
        </>
      )}
      <CountrySelect
        label={t('other')}
        value={filter.otherState}
        onChange={(otherState) => set({ otherState })}
        membersOnly
      />
      <Checkbox
        label={t('mine')}
        checked={filter.mine}
        onChange={({ currentTarget }) => set({ mine: currentTarget.checked })}
        mb={8}
      />
      <Checkbox
        label={t('overdue')}
        checked={filter.overdue}
        onChange={({ currentTarget }) => set({ overdue: currentTarget.checked })}
        mb={8}
      />
    </Group>
  );
}
