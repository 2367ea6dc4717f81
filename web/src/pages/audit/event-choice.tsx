// Which type of trace is looked for: chosen by its words or by its code, which stands small beneath them.
import { Select } from '@mantine/core';
import { Coded } from '../../components/coded.tsx';
import { useOptions } from '../../components/fields.ts';
import { collatorOf } from '../../i18n/collation.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { auditTexts } from './audit-texts.ts';
import { eventWords } from './event-words/all.ts';

export function EventChoice({ value, onChange }: { value: string; onChange: (type: string) => void }) {
  const t = useTexts(auditTexts);
  const { locale } = useLocale();
  const collator = collatorOf(locale);
  const options = useOptions(eventWords).sort((a, b) => collator.compare(a.label, b.label));
  return (
    <Select
      label={t('type')}
      placeholder={t('any')}
      data={options}
      value={value || null}
      onChange={(type) => onChange(type ?? '')}
      // Whoever empties the field by keyboard asks for all types again.
      onSearchChange={(search) => search === '' && value !== '' && onChange('')}
      filter={({ search }) => {
        const wanted = search.trim().toLowerCase();
        return options.filter(
          (one) => one.label.toLowerCase().includes(wanted) || one.value.includes(wanted),
        );
      }}
      renderOption={({ option }) => (
        <div>
          <Coded words={option.label} code={option.value} />
        </div>
      )}
      nothingFoundMessage={t('none')}
      searchable
      clearable
      w={280}
    />
  );
}
