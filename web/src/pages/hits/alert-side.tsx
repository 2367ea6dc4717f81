// The alert behind a hit: whose it is, whether it works, what it asks for, and whom to call.
import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconPhone } from '@tabler/icons-react';
import type { HitView } from '../../api/types.ts';
import { useCountryName } from '../../components/country.tsx';
import { Fact } from '../../components/fact.tsx';
import {
  alertTypeWords,
  dangerWords,
  extraditionWillWords,
  warrantKindWords,
} from '../../i18n/alert-words.ts';
import { formatDate, formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { hitsTexts } from './hits-texts.ts';

/** Before everything else on the page. */
export function Dangers({ flags }: { flags: HitView['alertSide']['dangerFlags'] }) {
  const t = useTexts(hitsTexts);
  const danger = useTexts(dangerWords);
  if (flags.length === 0) return null;
  return (
    <Group gap="md" p="sm" bg="#ffd500" c="black" bdrs="md" role="group" aria-label={t('danger')}>
      {flags.map(({ flag, reason, since }) => (
        <Group key={flag} gap={6} wrap="nowrap">
          <IconAlertTriangle size={20} aria-hidden />
          <Text fw={700}>{danger(flag as 'ARMED')}</Text>
          <Text size="sm">
            {reason}, {since.slice(0, 10)}
          </Text>
        </Group>
      ))}
    </Group>
  );
}

export function AlertSide({ alert }: { alert: HitView['alertSide'] }) {
  const t = useTexts(hitsTexts);
  const type = useTexts(alertTypeWords);
  const will = useTexts(extraditionWillWords);
  const kind = useTexts(warrantKindWords);
  const country = useCountryName();
  const { locale } = useLocale();
  return (
    <Stack gap="sm">
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={650}>{type(alert.type as 'MISSING')}</Text>
          <Text size="sm" c="dimmed">
            {alert.alertNumber}
          </Text>
        </div>
        <Badge
          tt="none"
          fw={600}
          maw="none"
          flex="none"
          variant={alert.inForce ? 'light' : 'filled'}
          color={alert.inForce ? 'pine' : 'dark.6'}
          leftSection={
            alert.inForce ? <IconCircleCheck size={13} aria-hidden /> : <IconCircleX size={13} aria-hidden />
          }
        >
          {t(alert.inForce ? 'inForce' : 'notInForce')}
        </Badge>
      </Group>
      {alert.actions.length > 0 && (
        <Fact label={t('instructions')}>
          {alert.actions.map(({ code, text }) => (
            <Text key={code} size="sm" fw={550}>
              {text}
            </Text>
          ))}
        </Fact>
      )}
      <Fact label={t('owner')}>
        {country(alert.ownerState)}
        {alert.ownerAgency && `, ${alert.ownerAgency}`}
      </Fact>
      {alert.contact24x7 && (
        <Fact label={t('contact')}>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <IconPhone size={16} aria-hidden />
            <Text size="sm" fw={600}>
              {alert.contact24x7}
            </Text>
          </Group>
        </Fact>
      )}
      <Group gap="lg">
        {alert.issuedOn && <Fact label={t('issuedOn')}>{formatDate(locale, alert.issuedOn)}</Fact>}
        {alert.endsAt && <Fact label={t('endsAt')}>{formatDate(locale, alert.endsAt)}</Fact>}
        {alert.verifiedAt && <Fact label={t('verifiedAt')}>{formatDateTime(locale, alert.verifiedAt)}</Fact>}
        {alert.line && (
          <Fact label={t('lastHeard')}>
            {alert.line.heardAt ? formatDateTime(locale, alert.line.heardAt) : '–'}
            {alert.line.silent && ` · ${t('lineSilent')}`}
          </Fact>
        )}
      </Group>
      {alert.extraditionWill && <Fact label={t('will')}>{will(alert.extraditionWill as 'FULL')}</Fact>}
      {alert.warrants.length > 0 && (
        <Fact label={t('warrants')}>
          {alert.warrants.map((warrant) => (
            <Text key={warrant.number} size="sm" td={warrant.revoked ? 'line-through' : undefined}>
              {kind(warrant.kind as 'JUDGMENT')} {warrant.number}, {warrant.issuingAuthority},{' '}
              {formatDate(locale, warrant.issuedOn)}
              {warrant.revoked && ` (${t('revoked')})`}
            </Text>
          ))}
        </Fact>
      )}
    </Stack>
  );
}
