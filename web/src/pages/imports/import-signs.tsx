// State of an import in sign and word.
import { Badge } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconEye, IconFileAlert, IconPlayerPlay } from '@tabler/icons-react';
import type { ImportView } from '../../api/interchange-types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { importsTexts } from './imports-texts.ts';

const SIGNS = {
  RECEIVED: IconEye,
  RUNNING: IconPlayerPlay,
  DONE: IconCheck,
  BROKEN: IconFileAlert,
  TAKING_BACK: IconArrowBackUp,
  TAKEN_BACK: IconArrowBackUp,
} as const;

export const isWorking = (status: ImportView['status'] | undefined): boolean =>
  status === 'RUNNING' || status === 'TAKING_BACK';

export function ImportState({ status }: { status: ImportView['status'] }) {
  const t = useTexts(importsTexts);
  const Sign = SIGNS[status];
  return (
    <Badge
      tt="none"
      fw={600}
      maw="none"
      color={status === 'TAKEN_BACK' ? 'gray' : 'pine'}
      variant={isWorking(status) ? 'filled' : 'light'}
      leftSection={<Sign size={13} aria-hidden />}
    >
      {t(status)}
    </Badge>
  );
}
