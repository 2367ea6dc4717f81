// Who did something, as far as this reader may know: a colleague by name, another agency by its name, the clock as the system.
import { useQuery } from '@tanstack/react-query';
import type { ActorName } from '../../../server/features/users/contract.ts';
import { api } from '../api/client.ts';
import { four } from '../i18n/four.ts';
import { type TextTable, useTexts } from '../i18n/texts.tsx';
import { useSession } from '../session/session.tsx';

const texts = {
  you: four('сиз', 'вы', 'сіз', 'you'),
  system: four('система', 'система', 'жүйе', 'the system'),
  somebody: four('башка кызматкер', 'другой сотрудник', 'басқа қызметкер', 'another officer'),
} satisfies TextTable;

const AT_ONCE = 100;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, ActorName>> {
  const known = new Map<string, ActorName>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { items } = await api.get<{ items: ActorName[] }>('/v1/reference/actors', {
      query: { ids: ids.slice(from, from + AT_ONCE).join(',') },
    });
    for (const one of items) known.set(one.id, one);
  }
  return known;
}

/** @returns a function from the id in a history to words; null is the system, which acts by the clock */
export function useActorNames(ids: readonly (string | null | undefined)[]): (id: string | null) => string {
  const t = useTexts(texts);
  const { user } = useSession();
  const wanted = [...new Set(ids)].filter((id): id is string => ID.test(id ?? '') && id !== user?.id).sort();
  const { data } = useQuery({
    queryKey: ['actor-names', wanted],
    queryFn: () => namesOf(wanted),
    enabled: wanted.length > 0,
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
  return (id) => {
    if (id === null || !ID.test(id)) return t('system');
    if (id === user?.id) return t('you');
    const known = data?.get(id);
    return known?.name ?? known?.agency ?? t('somebody');
  };
}
