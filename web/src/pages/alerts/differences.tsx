// What a second person has to look at: the first time everything, afterwards what changed since the return.
import { Alert, Table, Text, Title } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import type { AlertView } from '../../api/registry-types.ts';
import { warrantKindWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { differing, valuesOf } from './alert-values.ts';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { useMemberLabel, useMemberWords } from './member-words.tsx';

/** @returns the alert as it was handed in before, with the owner's part that was kept with it */
function asItWas(alert: AlertView): AlertView | null {
  const returned = alert.owner?.returned;
  if (!returned || !alert.owner) return null;
  const then = returned as unknown as AlertView;
  return { ...alert, ...then, owner: { ...alert.owner, ...(returned as Partial<typeof alert.owner>) } };
}

export function Differences({ alert }: { alert: AlertView }) {
  const t = useTexts(alertTexts);
  const words = useMemberWords();
  const label = useMemberLabel();
  const kind = useTexts(warrantKindWords);
  const before = asItWas(alert);
  if (!before)
    return (
      <Alert icon={<IconEyeCheck />} color="gray" role="note">
        {t('firstTime')}
      </Alert>
    );
  const papers = (one: AlertView) =>
    one.warrants
      .map(
        (warrant) =>
          `${kind(warrant.kind)} ${warrant.number}${warrant.file ? ` (${warrant.file.name})` : ''}`,
      )
      .join('; ');
  const [then, now] = [valuesOf(before), valuesOf(alert)];
  const rows = [
    ...differing(then, now).map((member) => ({
      label: label(member),
      before: words(then, member),
      now: words(now, member),
    })),
    { label: t('warrants'), before: papers(before), now: papers(alert) },
  ].filter((row) => row.before !== row.now);
  const reason = alert.owner?.transitions.findLast(({ verb }) => verb === 'return')?.reason;
  return (
    <section className={classes['section']}>
      <Title order={2} size="h5">
        {t('differences')}
      </Title>
      {reason && (
        <Text size="sm" c="dimmed">
          {t('returnedWhy', { reason })}
        </Text>
      )}
      {rows.length === 0 ? (
        <Text size="sm">{t('noDifference')}</Text>
      ) : (
        <Table layout="fixed" mt="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={180} />
              <Table.Th>{t('before')}</Table.Th>
              <Table.Th>{t('now')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.label}>
                <Table.Th scope="row" fw={500}>
                  {row.label}
                </Table.Th>
                <Table.Td>
                  <del>{row.before || '—'}</del>
                </Table.Td>
                <Table.Td>
                  <ins>{row.now || '—'}</ins>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
