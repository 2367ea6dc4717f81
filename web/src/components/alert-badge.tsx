// An alert in one line: sign and words of its type, whose it is, and whether it is in force; no colour says it alone.
import { Badge, Group, Text } from '@mantine/core';
import {
  type Icon,
  IconArchive,
  IconBuildingBank,
  IconCircleCheck,
  IconClockPause,
  IconEyeOff,
  IconFileText,
  IconGavel,
  IconHandStop,
  IconHourglass,
  IconInfoCircle,
  IconMapPin,
  IconPencil,
  IconSearch,
  IconUserQuestion,
} from '@tabler/icons-react';
import { alertStatusWords, alertTypeWords } from '../i18n/alert-words.ts';
import { useTexts } from '../i18n/texts.tsx';
import classes from './alert-badge.module.css';

export type AlertType = keyof typeof alertTypeWords;
export type AlertStatus = keyof typeof alertStatusWords;

const TYPE_SIGN: Readonly<Record<AlertType, Icon>> = {
  ARREST_PROSECUTION: IconHandStop,
  ARREST_SENTENCE: IconGavel,
  LOCATE_ACCUSED: IconMapPin,
  LOCATE_WITNESS: IconMapPin,
  LOCATE_DEBTOR: IconMapPin,
  DISCREET_CHECK: IconEyeOff,
  SPECIFIC_CHECK: IconSearch,
  MISSING: IconUserQuestion,
  ASSET_TRACE: IconBuildingBank,
  INFORMATION: IconInfoCircle,
};

const STATUS_SIGN: Readonly<Record<AlertStatus, Icon>> = {
  DRAFT: IconPencil,
  SUBMITTED: IconHourglass,
  ACTIVE: IconCircleCheck,
  NOT_YET_VALID: IconHourglass,
  SUSPENDED: IconClockPause,
  LOCATED: IconMapPin,
  EXECUTED: IconCircleCheck,
  WITHDRAWN: IconFileText,
  EXPIRED: IconFileText,
  ARCHIVED: IconArchive,
  ERASED: IconArchive,
};

const IN_FORCE: readonly AlertStatus[] = ['ACTIVE', 'LOCATED'];

export function AlertStatusBadge({ status }: { status: AlertStatus }) {
  const t = useTexts(alertStatusWords);
  const Sign = STATUS_SIGN[status];
  const inForce = IN_FORCE.includes(status);
  return (
    <Badge
      variant={inForce ? 'filled' : 'default'}
      color="pine"
      tt="none"
      fw={600}
      leftSection={<Sign size={13} aria-hidden />}
      // The word counts more than the place: it is never cut.
      miw="max-content"
    >
      {t(status)}
    </Badge>
  );
}

export function AlertBadge({
  alert,
}: {
  alert: { readonly type: AlertType; readonly status: AlertStatus; readonly ownerState?: string };
}) {
  const t = useTexts(alertTypeWords);
  const Sign = TYPE_SIGN[alert.type];
  return (
    <Group gap={8} wrap="wrap" component="span" display="inline-flex">
      <Text component="span" size="sm">
        <Sign size={16} aria-hidden className={classes['sign']} /> {t(alert.type)}
        {alert.ownerState && (
          <Text component="span" size="xs" c="dimmed">
            {' '}
            {alert.ownerState}
          </Text>
        )}
      </Text>
      <AlertStatusBadge status={alert.status} />
    </Group>
  );
}
