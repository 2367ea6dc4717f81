// Whom an alert is about: the name, where its reader may see the record, and the way to the record.
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { PersonView } from '../../api/registry-types.ts';
import { PersonName } from '../../components/person-name.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { alertTexts } from './alerts-texts.ts';

interface AlertPersonProps {
  readonly personId: string;
  /** Known before the record is; without it the record tells. */
  readonly number?: string;
}

export function AlertPerson({ personId, number }: AlertPersonProps) {
  const t = useTexts(alertTexts);
  const { may } = useSession();
  const { data: person } = useQuery({
    queryKey: ['person', personId],
    queryFn: () => api.get<PersonView>(`/v1/persons/${personId}`),
    enabled: may('person.read'),
  });
  const shown = person?.registryNumber ?? number;
  const name = person?.names.find(({ type }) => type === 'PRIMARY') ?? person?.names[0];
  if (shown === undefined) return null;
  return (
    <Text size="sm">
      {t('person')}:{' '}
      {name && (
        <>
          <PersonName name={name} fw={600} />{' '}
        </>
      )}
      {/* Among other words: told apart by more than its colour. */}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => <Link to="/persons/$personId" params={{ personId }} {...props} />}
      >
        {shown}
      </Anchor>
    </Text>
  );
}
