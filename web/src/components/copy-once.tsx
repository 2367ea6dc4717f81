// A secret that is shown this one time: a password, a key, an address; it closes when it has been kept.
import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useTexts } from '../i18n/texts.tsx';
import { copyOnceTexts } from './copy-once-texts.ts';

interface CopyOnceProps {
  readonly title: string;
  /** What it opens, and for whom. */
  readonly lead?: string;
  readonly secret: string | undefined;
  onKept(): void;
}

/** Neither Esc nor a click beside it closes it: what is gone cannot be shown again. */
export function CopyOnce({ title, lead, secret, onKept }: CopyOnceProps) {
  const t = useTexts(copyOnceTexts);
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onKept}
      title={title}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <Stack>
        {lead && <Text size="sm">{lead}</Text>}
        <Code block fz="md" data-testid="secret">
          {secret}
        </Code>
        <Alert icon={<IconKey />} color="gray">
          {t('once')}
        </Alert>
        <Group justify="flex-end">
          <CopyButton value={secret ?? ''}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                onClick={copy}
              >
                {copied ? t('copied') : t('copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onKept} data-autofocus>
            {t('kept')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
