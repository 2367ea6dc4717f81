// Papers by their checksum: chosen for a letter, or compared with what came another way. No file leaves the computer.
import { ActionIcon, Button, Code, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconFileSearch, IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/texts.tsx';
import type { LetterView } from './letter-data.ts';
import { letterTexts } from './letter-texts.ts';

export type Paper = LetterView['documents'][number];

const LIMIT_MB = 200;

async function checksumOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isTooLarge = ({ size }: File): boolean => size > LIMIT_MB * 1_000_000;

export function ChoosePapers({
  papers,
  onChange,
}: {
  papers: readonly Paper[];
  onChange(papers: readonly Paper[]): void;
}) {
  const t = useTexts(letterTexts);
  const [fault, setFault] = useState<string | null>(null);
  const add = async (files: readonly File[]) => {
    const large = files.find(isTooLarge);
    setFault(large ? t('tooLarge', { name: large.name, limit: LIMIT_MB }) : null);
    const added: Paper[] = [];
    // One after the other: each is read whole.
    for (const file of files.filter((one) => !isTooLarge(one)))
      added.push({ name: file.name.slice(0, 200), sha256: await checksumOf(file) });
    const kept = papers.filter(({ sha256 }) => !added.some((one) => one.sha256 === sha256));
    onChange([...kept, ...added]);
  };
  return (
    <Stack gap={6} role="group" aria-label={t('papers')}>
      <Text size="sm" fw={500}>
        {t('papers')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('papersNote')}
      </Text>
      {papers.map(({ name, sha256 }) => (
        <Group key={sha256} gap="xs" wrap="nowrap">
          <IconPaperclip size={16} aria-hidden />
          <Text size="sm" truncate flex={1}>
            {name}
          </Text>
          <Code>{sha256.slice(0, 12)}…</Code>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removePaper', { name })}
            onClick={() => onChange(papers.filter((one) => one.sha256 !== sha256))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {fault && (
        <Text size="sm" role="alert">
          {fault}
        </Text>
      )}
      <FileButton multiple onChange={(files) => void add(files)}>
        {(props) => (
          <Button {...props} variant="default" size="xs" w="fit-content">
            {t('choosePapers')}
          </Button>
        )}
      </FileButton>
    </Stack>
  );
}

/** One paper of a letter; a file that came another way is held against it. */
function PaperLine({ paper }: { paper: Paper }) {
  const t = useTexts(letterTexts);
  const [agrees, setAgrees] = useState<boolean | null>(null);
  const compare = async (file: File | null) => {
    if (file && !isTooLarge(file)) setAgrees((await checksumOf(file)) === paper.sha256);
  };
  return (
    <Group component="li" gap="xs" wrap="wrap">
      <IconPaperclip size={16} aria-hidden />
      <Text size="sm">{paper.name}</Text>
      <Code title={paper.sha256}>{paper.sha256.slice(0, 12)}…</Code>
      <FileButton onChange={(file) => void compare(file)}>
        {(props) => (
          <Button
            {...props}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconFileSearch size={14} aria-hidden />}
            aria-label={t('comparePaper', { name: paper.name })}
          >
            {t('compare')}
          </Button>
        )}
      </FileButton>
      <Group gap={4} role="status">
        {agrees === true && <IconCheck size={16} aria-hidden />}
        {agrees === false && <IconX size={16} aria-hidden />}
        {agrees !== null && (
          <Text size="sm" fw={600}>
            {t(agrees ? 'agrees' : 'differs')}
          </Text>
        )}
      </Group>
    </Group>
  );
}

export function Papers({ papers }: { papers: readonly Paper[] }) {
  const t = useTexts(letterTexts);
  if (papers.length === 0) return null;
  return (
    <Stack component="ul" gap={4} m={0} p={0} aria-label={t('papers')} style={{ listStyle: 'none' }}>
      {papers.map((paper) => (
        <PaperLine key={paper.sha256} paper={paper} />
      ))}
    </Stack>
  );
}
