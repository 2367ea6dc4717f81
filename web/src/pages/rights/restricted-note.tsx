// A record whose use is restricted says so; the data-protection officer of its state ends the restriction here.
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { PersonView } from '../../api/registry-types.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { rightsTexts } from './rights-texts.ts';

export function RestrictedNote({ person }: { person: PersonView }) {
  const t = useTexts(rightsTexts);
  const { may, user } = useSession();
  const cache = useQueryClient();
  const [lifting, setLifting] = useState(false);
  const mayLift = may('request.write') && person.source.state === user?.agency.state;
  return (
    <Alert
      variant="default"
      icon={<IconHandStop aria-hidden />}
      role="status"
      mb="md"
      title={t('restrictedTitle')}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" maw={640}>
          {t('restrictedText')}
        </Text>
        {mayLift && (
          <Button size="xs" variant="default" onClick={() => setLifting(true)}>
            {t('lift')}
          </Button>
        )}
      </Group>
      {lifting && (
        <DecisionDialog
          opened
          onClose={() => setLifting(false)}
          title={`${t('lift')} · ${person.registryNumber}`}
          text={t('liftText')}
          confirm={t('lift')}
          onConfirm={async () => {
            await api.post(`/v1/retention/restrictions/${person.id}/lift`);
            await cache.invalidateQueries({ queryKey: ['person'] });
            await cache.invalidateQueries({ queryKey: ['retention'] });
          }}
        />
      )}
    </Alert>
  );
}
