// The offences of a case with the outcome of each, and the decisions with their reasoning.
import { Badge, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import type { CaseView } from '../../api/case-types.ts';
import { groundWords } from '../../i18n/case-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { offenceTitle } from './offence-title.ts';
import { reviewTexts } from './review-texts.ts';

export function Offences({ file }: { file: CaseView }) {
  const t = useTexts(reviewTexts);
  const { locale } = useLocale();
  const ground = useWords(groundWords);
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Caption>
          <VisuallyHidden>{t('offences')}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('article')}</Table.Th>
            <Table.Th scope="col">{t('penalty')}</Table.Th>
            <Table.Th scope="col">{t('outcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {file.offences.map((offence) => (
            <Table.Tr key={offence.id}>
              <Table.Td>
                {offenceTitle(offence, locale)}
                {offence.uncacArticles.length > 0 && (
                  <Text size="xs" c="dimmed">
                    {t('uncac', { articles: offence.uncacArticles.join(', ') })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {offence.maxPenaltyMonths === null ? '–' : t('months', { count: offence.maxPenaltyMonths })}
              </Table.Td>
              <Table.Td>
                <Badge variant={offence.outcome === 'PENDING' ? 'default' : 'light'} color="gray" tt="none">
                  {t(offence.outcome)}
                </Badge>
                {offence.grounds.map((code) => (
                  <Text size="xs" key={code}>
                    {code} {ground(code)}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function Decisions({ file }: { file: CaseView }) {
  const t = useTexts(reviewTexts);
  const kind = useWords(reviewTexts);
  const { locale } = useLocale();
  if (file.decisions.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('noDecisions')}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      {file.decisions.map((one) => (
        <div key={one.id}>
          <Text size="sm" fw={600}>
            {kind(one.kind)}
            {one.onAppeal ? ` · ${t('onAppeal')}` : ''}
            {one.grounds.length > 0 ? ` · ${one.grounds.join(', ')}` : ''}
          </Text>
          <Text size="xs" c="dimmed">
            {one.decidedBy} · {formatDateTime(locale, one.decidedAt)}
          </Text>
          <Text size="sm">{one.reasoning}</Text>
        </div>
      ))}
    </Stack>
  );
}
