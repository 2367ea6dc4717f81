// A photo of a person: fetched with the session and its purpose, marked by the server, kept nowhere.
import { Center, Image, Modal, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { four } from '../i18n/four.ts';
import { type TextTable, useTexts } from '../i18n/texts.tsx';

const texts = {
  failed: four('Сүрөт ачылган жок', 'Фото не открылось', 'Сурет ашылмады', 'The photo did not open'),
  enlarge: four('Сүрөттү чоңойтуу', 'Увеличить фото', 'Суретті үлкейту', 'Enlarge the photo'),
} satisfies TextTable;

/** @returns an address of the bytes that lives as long as the component */
function useImage(photoId: string, path: string, size: 'full' | 'thumb') {
  const { data, isError } = useQuery({
    queryKey: ['photo', photoId, size],
    queryFn: () => api.blob(path, { query: { size } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [source, setSource] = useState<string>();
  useEffect(() => {
    if (!data) return;
    const address = URL.createObjectURL(data);
    setSource(address);
    return () => URL.revokeObjectURL(address);
  }, [data]);
  return { source, isError };
}

function Picture({
  photoId,
  path,
  size,
  label,
  height,
}: {
  photoId: string;
  path: string;
  size: 'full' | 'thumb';
  label: string;
  height: number | string;
}) {
  const t = useTexts(texts);
  const { source, isError } = useImage(photoId, path, size);
  if (isError)
    return (
      <Center h={height} bg="var(--mantine-color-default-hover)">
        <IconPhotoOff aria-hidden />
        <Text size="xs">{t('failed')}</Text>
      </Center>
    );
  if (!source) return <Skeleton h={height} />;
  return (
    <Image
      src={source}
      alt={label}
      h={height}
      fit="contain"
      radius="sm"
      bg="var(--mantine-color-default-hover)"
    />
  );
}

interface PhotoProps {
  readonly photoId: string;
  readonly label: string;
  readonly height?: number;
  /** Where the bytes are; left out: with the person. */
  readonly path?: string;
}

/** The small picture; a click or Enter opens the large one. */
export function Photo({ photoId, label, height = 160, path = `/v1/photos/${photoId}/image` }: PhotoProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <UnstyledButton onClick={() => setOpen(true)} aria-label={`${t('enlarge')}: ${label}`} w="100%">
        <Picture photoId={photoId} path={path} size="thumb" label={label} height={height} />
      </UnstyledButton>
      <Modal opened={open} onClose={() => setOpen(false)} title={label} size="xl" centered>
        {open && <Picture photoId={photoId} path={path} size="full" label={label} height="70vh" />}
      </Modal>
    </>
  );
}
