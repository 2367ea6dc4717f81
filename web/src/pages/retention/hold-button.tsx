// The button on a record that stops its erasure.
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { retentionTexts } from './retention-texts.ts';

const HoldDialog = lazy(() => import('./hold-dialog.tsx').then((part) => ({ default: part.HoldDialog })));

export function HoldButton(subject: {
  readonly type: 'person' | 'case' | 'asset-case';
  readonly id: string;
  readonly number: string;
}) {
  const t = useTexts(retentionTexts);
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  if (!may('retention.hold')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLock size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('hold')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <HoldDialog subject={subject} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
