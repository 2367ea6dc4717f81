// Status and kind of a hit in sign and words; red, amber and green stand for what the border was told.
import { Badge, Group, Text } from '@mantine/core';
import { IconCircleFilled, IconEyeOff, IconOctagonFilled, IconTriangleFilled } from '@tabler/icons-react';
import type { HitEntry } from '../../api/types.ts';
import { alertTypeWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import classes from './hit-signs.module.css';
import { statusWords } from './hit-words.ts';

const DONE: readonly HitEntry['status'][] = ['CLOSED', 'NOT_SAME', 'ACTION_TAKEN'];
const URGENT: readonly HitEntry['status'][] = ['MATCHED', 'OWNER_WITHDREW', 'OWNER_SILENT'];

export function HitStatus({ status }: { status: HitEntry['status'] }) {
  const t = useTexts(statusWords);
  return (
    <Badge
      tt="none"
      fw={600}
      variant={URGENT.includes(status) ? 'filled' : DONE.includes(status) ? 'default' : 'light'}
      color={URGENT.includes(status) ? 'indigo.8' : 'pine'}
    >
      {t(status)}
    </Badge>
  );
}

const LOOKS = {
  RED: { Mark: IconOctagonFilled, color: 'var(--mantine-color-red-8)' },
  AMBER: { Mark: IconTriangleFilled, color: 'var(--mantine-color-yellow-7)' },
  GREEN: { Mark: IconCircleFilled, color: 'var(--mantine-color-green-8)' },
} as const;

export function HitAlert({ hit }: { hit: Pick<HitEntry, 'kind' | 'colour' | 'alert'> }) {
  const t = useTexts(alertTypeWords);
  const look = hit.kind === 'SILENT' ? null : LOOKS[hit.colour as keyof typeof LOOKS];
  return (
    <Group gap={8} wrap="nowrap">
      {look ? (
        <look.Mark size={16} color={look.color} className={classes['mark'] as string} aria-hidden />
      ) : (
        <IconEyeOff size={17} className={classes['mark'] as string} aria-hidden />
      )}
      <Text component="span" size="sm" td={hit.alert.inForce ? undefined : 'line-through'}>
        {t(hit.alert.type as keyof typeof alertTypeWords)}{' '}
        <Text component="span" size="xs" c="dimmed">
          {hit.alert.ownerState}
        </Text>
      </Text>
    </Group>
  );
}
