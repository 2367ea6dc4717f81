// What a list says when there is nothing in it, and what can be done about that.
import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export function Empty({
  icon: Sign,
  title,
  text,
  action,
}: {
  icon: Icon;
  title: string;
  text?: string;
  action?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py={48} ta="center">
      <ThemeIcon size={52} radius="xl" variant="light" color="gray">
        <Sign size={28} />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      {text && (
        <Text c="dimmed" size="sm" maw={460}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}
