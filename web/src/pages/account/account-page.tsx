// One's own account: who the system takes me for, and which sessions are open in my name.
import { Badge, Button, Card, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { SessionView } from '../../api/types.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { roleWords } from '../../i18n/role-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useUser } from '../../session/session.tsx';
import { accountTexts } from './account-texts.ts';
import { browserName } from './browser-name.ts';

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={500}>{value}</Text>
    </div>
  );
}

function Sessions() {
  const t = useTexts(accountTexts);
  const { locale } = useLocale();
  const cache = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => api.get<{ items: SessionView[] }>('/v1/sessions'),
  });
  const end = useMutation({
    mutationFn: (id: string) => api.remove(`/v1/sessions/${id}`),
    onSettled: () => cache.invalidateQueries({ queryKey: ['sessions'] }),
  });
  if (sessions.isPending) return <Skeleton h={120} />;
  if (sessions.error) return <ProblemNote error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('since')}</Table.Th>
            <Table.Th>{t('until')}</Table.Th>
            <Table.Th>{t('from')}</Table.Th>
            <Table.Th>{t('device')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.data.items.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Td>{formatDateTime(locale, session.createdAt)}</Table.Td>
              <Table.Td>{formatDateTime(locale, session.expiresAt)}</Table.Td>
              <Table.Td>{session.ip}</Table.Td>
              <Table.Td maw={280}>
                <Text size="sm" truncate title={session.userAgent ?? ''}>
                  {browserName(session.userAgent)}
                </Text>
              </Table.Td>
              <Table.Td>
                {session.current ? (
                  <Badge variant="light" tt="none">
                    {t('current')}
                  </Badge>
                ) : (
                  <Button size="compact-sm" variant="default" onClick={() => end.mutate(session.id)}>
                    {t('end')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function AccountPage() {
  const t = useTexts(accountTexts);
  const role = useTexts(roleWords);
  const user = useUser();
  return (
    <Page title={t('title')} lead={user.displayName}>
      <Stack>
        <Card withBorder>
          <Group gap="xl">
            <Fact label={t('login')} value={user.login} />
            <Fact label={t('agency')} value={`${user.agency.state} · ${user.agency.name}`} />
            <Fact label={t('roles')} value={user.roles.map((one) => role(one)).join(', ')} />
          </Group>
        </Card>
        <Card withBorder>
          <Title order={2} size="h4">
            {t('sessions')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('sessionsLead')}
          </Text>
          <Sessions />
        </Card>
      </Stack>
    </Page>
  );
}
