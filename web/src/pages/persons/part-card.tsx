// One kind of parts on the record: each fact with its source, and what its own side may do with it.
import { ActionIcon, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { PersonView } from '../../api/registry-types.ts';
import { confidenceWords, sensitivityWords } from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { PartEditor } from './part-editor.tsx';
import type { AnyPart, PartMember } from './part-values.ts';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';
import { RemovePart } from './remove-part.tsx';

/** Whose fact it is; said only where it is not the ordinary case. */
function Source({ part, own }: { part: AnyPart; own: string }) {
  const confidence = useTexts(confidenceWords);
  const sensitivity = useTexts(sensitivityWords);
  const words = [
    part.source.state === own ? '' : part.source.state,
    part.confidence === 'MEDIUM' ? '' : confidence(part.confidence),
    part.sensitivity === 'NORMAL' ? '' : sensitivity(part.sensitivity),
    part.source.ref ?? '',
  ].filter((word) => word !== '');
  return words.length > 0 ? (
    <Text size="xs" c="dimmed">
      {words.join(' · ')}
    </Text>
  ) : null;
}

export function PartCard<Part extends AnyPart>({
  person,
  member,
  parts,
  show,
}: {
  person: PersonView;
  member: PartMember;
  parts: readonly Part[];
  show(part: Part): ReactNode;
}) {
  const t = useTexts(personTexts);
  const { may } = useSession();
  const [editing, setEditing] = useState<AnyPart | 'new'>();
  const [removing, setRemoving] = useState<AnyPart>();
  return (
    <section className={classes['part']}>
      <Group justify="space-between" mb={6}>
        <Title order={2} size="h5">
          {t(member === 'birthDates' ? 'births' : member)}
        </Title>
        {may('person.write') && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setEditing('new')}
            aria-label={`${t('add')}: ${t(member === 'birthDates' ? 'births' : member)}`}
          >
            {t('add')}
          </Button>
        )}
      </Group>
      {parts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      <Stack gap={8} component="ul" className={classes['list'] as string}>
        {parts.map((part) => (
          <Group key={part.id} component="li" justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              {show(part)}
              <Source part={part} own={person.source.state} />
            </div>
            {part.source.own && may('person.write') && (
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('edit')}
                  onClick={() => setEditing(part)}
                >
                  <IconPencil size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('remove')}
                  onClick={() => setRemoving(part)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            )}
          </Group>
        ))}
      </Stack>
      <Modal
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
        title={t(member === 'birthDates' ? 'births' : member)}
        size="xl"
      >
        {editing !== undefined && (
          <PartEditor
            person={person}
            member={member}
            part={editing === 'new' ? undefined : editing}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Modal>
      {removing && (
        <RemovePart person={person} member={member} part={removing} onDone={() => setRemoving(undefined)} />
      )}
    </section>
  );
}
