// Takes a part away, after asking once.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { PersonView } from '../../api/registry-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import type { AnyPart } from './part-values.ts';
import { PART_PATH, type PartMember } from './part-values.ts';
import { personTexts } from './persons-texts.ts';
import { useReload } from './use-person.ts';

export function RemovePart({
  person,
  member,
  part,
  onDone,
}: {
  person: PersonView;
  member: PartMember;
  part: AnyPart;
  onDone(): void;
}) {
  const t = useTexts(personTexts);
  const { changed } = useReload(person.id);
  const remove = useMutation({
    mutationFn: () =>
      api.remove(`/v1/persons/${person.id}/${PART_PATH[member]}/${part.id}`, { version: person.version }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <Modal opened onClose={onDone} title={t('remove')}>
      <Stack>
        <Text size="sm">{t('removeSure')}</Text>
        {remove.error && <ProblemNote error={remove.error} onRetry={() => void changed().then(onDone)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="dark" onClick={() => remove.mutate()} loading={remove.isPending}>
            {t('remove')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
