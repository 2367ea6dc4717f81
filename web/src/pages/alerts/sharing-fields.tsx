// With whom an alert is shared: everybody, nobody, or the states and agencies chosen one by one.
import { Group, MultiSelect, Select, Stack } from '@mantine/core';
import { CountryMultiSelect, useCountryName } from '../../components/country.tsx';
import { useOptions } from '../../components/fields.ts';
import { sharingWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useUser } from '../../session/session.tsx';
import { useAgencyNames } from './agency-names.ts';
import type { AlertMember, AlertValues } from './alert-values.ts';
import { alertTexts } from './alerts-texts.ts';
import { placeOf } from './field-place.ts';

export function SharingFields({
  values,
  set,
}: {
  values: AlertValues;
  set(change: Partial<AlertValues>): void;
}) {
  const t = useTexts(alertTexts);
  const options = useOptions(sharingWords);
  const country = useCountryName();
  const { agency: own } = useUser();
  const agencies = useAgencyNames();
  const others = agencies.filter(({ id }) => id !== own.id);
  const groups = [...new Set(others.map(({ state }) => state))].map((state) => ({
    group: country(state),
    items: others
      .filter((one) => one.state === state)
      .map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` })),
  }));
  const common = (name: AlertMember) => ({ id: placeOf(name), label: t(name) });
  return (
    <Stack>
      <Group grow align="flex-start">
        <Select
          {...common('sharing')}
          data={options}
          value={values.sharing}
          onChange={(sharing) => set({ sharing: sharing ?? values.sharing })}
          allowDeselect={false}
        />
        {values.sharing === 'LISTED' && (
          <CountryMultiSelect
            {...common('sharedWithStates')}
            membersOnly
            value={values.sharedWithStates}
            onChange={(sharedWithStates) => set({ sharedWithStates })}
          />
        )}
      </Group>
      {values.sharing === 'LISTED' && (
        <MultiSelect
          {...common('sharedWithAgencies')}
          description={t('sharedWithAgenciesHelp')}
          data={groups}
          value={[...values.sharedWithAgencies]}
          onChange={(sharedWithAgencies) => set({ sharedWithAgencies })}
          searchable
        />
      )}
    </Stack>
  );
}
