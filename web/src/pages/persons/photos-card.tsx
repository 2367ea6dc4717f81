// Photos of a person: the first one large, each marked by the server with who looks and when; new ones by drag and drop.
import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { PersonView } from '../../api/registry-types.ts';
import { upload } from '../../api/upload.ts';
import { DayInput } from '../../components/day-input.tsx';
import { Photo } from '../../components/photo.tsx';
import { Uploader } from '../../components/uploader.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { useSession } from '../../session/session.tsx';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';
import { useReload } from './use-person.ts';

const MAX_BYTES = 15 * 1024 * 1024;
const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

function PhotoUpload({ personId }: { personId: string }) {
  const t = useTexts(personTexts);
  const { changed } = useReload(personId);
  const [takenOn, setTakenOn] = useState('');
  return (
    <Stack gap="xs">
      <DayInput label={t('takenOn')} value={takenOn} onChange={setTakenOn} maw={200} size="xs" />
      <Uploader
        label={t('addPhotos')}
        accept={TYPES}
        maxBytes={MAX_BYTES}
        multiple
        send={async (file, onProgress, signal, key) => {
          await upload(`/v1/persons/${personId}/photos`, file, {
            fields: takenOn ? { takenOn } : {},
            onProgress,
            signal,
            key,
          });
          await changed();
        }}
      />
    </Stack>
  );
}

/** @param isOpen whether new photos are asked for at once */
export function PhotosCard({ person, isOpen = false }: { person: PersonView; isOpen?: boolean }) {
  const shown = useShownDate();
  const t = useTexts(personTexts);
  const { may } = useSession();
  const { changed } = useReload(person.id);
  const [adding, setAdding] = useState(isOpen);
  const remove = useMutation({
    mutationFn: (photoId: string) => api.remove(`/v1/photos/${photoId}`, { version: person.version }),
    onSettled: () => changed(),
  });
  const photos = [...person.photos].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  return (
    <section>
      <Title order={2} size="h5" mb={6}>
        {t('photos')}
      </Title>
      {photos.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('none')}
        </Text>
      )}
      <div className={photos.length > 1 ? classes['photos'] : undefined}>
        {photos.map((photo) => {
          const date = photo.takenOn ? shown(photo.takenOn) : t('noDate');
          return (
            <div key={photo.id}>
              <Photo
                photoId={photo.id}
                label={t('photoOf', { date })}
                height={photos.length > 1 ? 160 : 280}
              />
              <Group justify="space-between" mt={2}>
                <Text size="xs" c="dimmed">
                  {date}
                </Text>
                {photo.source.own && may('person.write') && (
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={`${t('remove')}: ${t('photoOf', { date })}`}
                    onClick={() => remove.mutate(photo.id)}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                )}
              </Group>
            </div>
          );
        })}
      </div>
      {may('person.write') && (
        <Stack my="sm" align="stretch">
          {adding ? (
            <PhotoUpload personId={person.id} />
          ) : (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPlus size={14} />}
              onClick={() => setAdding(true)}
              w="fit-content"
            >
              {t('addPhotos')}
            </Button>
          )}
        </Stack>
      )}
    </section>
  );
}
