// A registry number typed instead of a name opens its record.
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { PersonPage } from '../../api/registry-types.ts';
import { isRegistryNumber } from '../../i18n/registry-number.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { searchTexts } from './search-texts.ts';

/** @returns the id of the record, or undefined when there is none that may be seen */
export async function personOfNumber(registryNumber: string): Promise<string | undefined> {
  const page = await api.get<PersonPage>('/v1/persons', { query: { registryNumber } });
  return page.items[0]?.id;
}

/** @returns a function that says whether the text was a registry number; the record opens when it is found */
export function useRegistryNumber(): (text: string) => boolean {
  const t = useTexts(searchTexts);
  const navigate = useNavigate();
  const open = async (number: string) => {
    const personId = await personOfNumber(number).catch(() => undefined);
    if (personId) await navigate({ to: '/persons/$personId', params: { personId } });
    else notifications.show({ message: t('noSuchRecord') });
  };
  return (text) => {
    const number = text.trim();
    if (!isRegistryNumber(number)) return false;
    void open(number);
    return true;
  };
}
