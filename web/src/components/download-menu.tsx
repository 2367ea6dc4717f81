// What is on the screen as a file, in the form that the reader chooses; a refusal is shown where it was asked for.
import { Box, Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { four } from '../i18n/four.ts';
import { type TextTable, useTexts } from '../i18n/texts.tsx';
import { ProblemNote } from './problem-note.tsx';
import { saveBlob } from './save-blob.ts';

const texts = {
  download: four('Жүктөп алуу', 'Скачать', 'Жүктеп алу', 'Download'),
} satisfies TextTable;

interface DownloadMenuProps {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  /** Without its ending. */
  readonly name: string;
  readonly formats?: readonly string[];
  /** With one form only there is nothing to choose: the button itself says what it brings. */
  readonly label?: string;
}

const FORMATS = ['pdf', 'xlsx', 'csv'];

export function DownloadMenu({ path, query, name, formats = FORMATS, label }: DownloadMenuProps) {
  const t = useTexts(texts);
  const file = useMutation({
    mutationFn: (format: string) =>
      api.blob(path, { query: label === undefined ? { ...query, format } : query }),
    onSuccess: (blob, format) => saveBlob(blob, `${name}.${format}`),
  });
  const button = (
    <Button
      variant="default"
      loading={file.isPending}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={label === undefined ? undefined : () => file.mutate(formats[0] ?? 'pdf')}
    >
      {label ?? t('download')}
    </Button>
  );
  return (
    <Box>
      {label !== undefined ? (
        button
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>{button}</Menu.Target>
          <Menu.Dropdown>
            {formats.map((format) => (
              <Menu.Item key={format} onClick={() => file.mutate(format)}>
                {format.toUpperCase()}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {file.error && <ProblemNote error={file.error} />}
    </Box>
  );
}
