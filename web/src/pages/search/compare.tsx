// The chosen results side by side, with the whole records where the role may read them.
import { Anchor, Button, Group, Modal, Text } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { FoundPerson, PersonView } from '../../api/registry-types.ts';
import { PersonName } from '../../components/person-name.tsx';
import { Photo } from '../../components/photo.tsx';
import { comparedResult, SideBySide } from '../../components/side-by-side.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { Score } from './score.tsx';
import { searchTexts } from './search-texts.ts';

function Head({ person, full }: { person: FoundPerson; full: PersonView | undefined }) {
  const photo = full?.photos[0];
  return (
    <>
      {photo && <Photo photoId={photo.id} label={person.registryNumber} height={150} />}
      <Anchor
        renderRoot={(props) => (
          <Link to="/persons/$personId" params={{ personId: person.personId }} {...props} />
        )}
      >
        <PersonName name={person.matchedName ?? person.names[0] ?? { full: '—' }} />
      </Anchor>
      <Text size="xs" c="dimmed">
        {person.registryNumber}
      </Text>
      {person.score !== null && person.band && <Score score={person.score} band={person.band} />}
    </>
  );
}

export function Compare({
  opened,
  onClose,
  persons,
}: {
  opened: boolean;
  onClose(): void;
  persons: readonly FoundPerson[];
}) {
  const t = useTexts(searchTexts);
  const { may } = useSession();
  const navigate = useNavigate();
  const full = useQueries({
    queries: persons.map(({ personId }) => ({
      queryKey: ['person', personId],
      queryFn: () => api.get<PersonView>(`/v1/persons/${personId}`),
      enabled: opened && may('person.read'),
    })),
  }).map(({ data }) => data);
  const [one, two] = persons;
  const propose = () => {
    if (!one || !two) return;
    const [params, search] = [{ personId: one.personId }, { mergeWith: two.personId }];
    void navigate({ to: '/persons/$personId', params, search });
  };
  return (
    <Modal opened={opened} onClose={onClose} fullScreen title={t('compare')}>
      <SideBySide
        persons={persons.map((person, index) =>
          comparedResult(person, full[index], <Head person={person} full={full[index]} />),
        )}
      />
      {persons.length === 2 && may('person.merge.propose') && (
        <Group justify="flex-end" mt="md">
          <Button variant="default" leftSection={<IconArrowMerge size={16} />} onClick={propose}>
            {t('proposeMerge')}
          </Button>
        </Group>
      )}
    </Modal>
  );
}
