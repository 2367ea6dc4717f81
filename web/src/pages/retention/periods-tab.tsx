// The periods as data: what they are, where they come from, and who has confirmed them.
import { Alert, Badge, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { LegalPeriodView } from '../../../../server/features/reference/contract.ts';
import { api } from '../../api/client.ts';
import { PeriodSettings, usePeriodName } from '../../components/period-settings.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { retentionTexts } from './retention-texts.ts';

const isOurs = ({ code }: LegalPeriodView): boolean => /^(?:RETENTION|SUBJECT_REQUESTS)/u.test(code);

export function PeriodsTab() {
  const t = useTexts(retentionTexts);
  const { locale } = useLocale();
  const name = usePeriodName();
  const periods = useQuery({
    queryKey: ['periods'],
    queryFn: () => api.get<{ items: LegalPeriodView[] }>('/v1/reference/periods'),
    staleTime: 300_000,
  });
  if (periods.error) return <ProblemNote error={periods.error} onRetry={() => void periods.refetch()} />;
  const rows = (periods.data?.items ?? []).filter(isOurs);
  return (
    <Stack maw={900}>
      {rows.some(({ verifiedBy }) => verifiedBy === null) && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {t('unverifiedNote')}
        </Alert>
      )}
      {rows.map((row) => (
        <Section
          key={`${row.code} ${row.version}`}
          title={`${name(row.code)} · v${row.version}`}
          actions={
            <Badge variant="light" color="gray" tt="none">
              {row.verifiedBy === null ? t('unverified') : `${t('verified')}: ${row.verifiedBy}`}
            </Badge>
          }
        >
          <PeriodSettings settings={row.settings} />
          <Text size="xs" c="dimmed" mt="sm">
            {t('validFrom')}: {formatDate(locale, row.validFrom)}. {t('source')}: {row.source}
          </Text>
        </Section>
      ))}
    </Stack>
  );
}
