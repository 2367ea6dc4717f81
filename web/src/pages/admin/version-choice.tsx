// Which version of a rule is shown; the one in force says so.
import { Select } from '@mantine/core';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { lawTexts } from './law-texts.ts';

interface Version {
  readonly version: number;
  readonly validFrom: string;
  readonly inForce: boolean;
}

export function VersionChoice({
  versions,
  chosen,
  onChoose,
}: {
  versions: readonly Version[];
  chosen: number;
  onChoose(version: number): void;
}) {
  const t = useTexts(lawTexts);
  const { locale } = useLocale();
  return (
    <Select
      label={t('chooseVersion')}
      data={versions.map(({ version, validFrom, inForce }) => ({
        value: String(version),
        label: [
          `${version}, ${t('since', { on: formatDate(locale, validFrom) })}`,
          inForce && t('nowInForce'),
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      value={String(chosen)}
      onChange={(next) => next && onChoose(Number(next))}
      allowDeselect={false}
      w={320}
    />
  );
}
