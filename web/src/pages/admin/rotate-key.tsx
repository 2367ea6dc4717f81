// Changes the key that signs sessions: after a suspicion, or by the calendar of the house.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { rulesTexts } from './rules-texts.ts';

export function RotateKey() {
  const t = useTexts(rulesTexts);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconKey size={16} />} onClick={() => setAsking(true)}>
        {t('rotate')}
      </Button>
      <DecisionDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('rotate')}
        text={t('rotateText')}
        confirm={t('rotate')}
        onConfirm={async () => {
          await api.post('/v1/signing-keys/rotate');
          notifications.show({ message: t('rotated') });
        }}
      />
    </>
  );
}
