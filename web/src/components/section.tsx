// A part of a screen under its own heading, with what can be done there.
import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card component="section" withBorder padding="md">
      <Group justify="space-between" align="center" mb="sm" wrap="wrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Card>
  );
}
