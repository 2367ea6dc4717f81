// The ledger of erasures: when, by which rule, how much, and the proof of every place.
import { Badge, Button, Group, Modal, Table, Text, TextInput } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { ErasureView } from '../../../../server/features/retention/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { retentionTexts } from './retention-texts.ts';

const isRule = (
  rule: string,
): rule is
  | 'PERSON_OVER'
  | 'PERSON_CLEARED'
  | 'PERSON_WITHOUT_ALERT'
  | 'ALERT_OVER'
  | 'CASE_OVER'
  | 'ASSET_CASE_OVER' => rule in retentionTexts;

function Proof({ erasure, onClose }: { erasure: ErasureView; onClose: () => void }) {
  const t = useTexts(retentionTexts);
  const { locale } = useLocale();
  const places = [...new Set([...Object.keys(erasure.places), ...Object.keys(erasure.proof)])].sort();
  return (
    <Modal opened onClose={onClose} title={t('proof')} size="lg">
      <Text size="xs" c="dimmed" mb="sm" style={{ overflowWrap: 'anywhere' }}>
        {erasure.subjectKey}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('place')}</Table.Th>
            <Table.Th ta="right">{t('erased')}</Table.Th>
            <Table.Th>{t('emptyAt')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {places.map((place) => (
            <Table.Tr key={place}>
              <Table.Td>{place}</Table.Td>
              <Table.Td ta="right">{formatNumber(locale, erasure.places[place] ?? 0)}</Table.Td>
              <Table.Td>
                {erasure.proof[place] ? formatDateTime(locale, erasure.proof[place]) : t('waiting')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

export function ErasuresTab() {
  const t = useTexts(retentionTexts);
  const { locale } = useLocale();
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const [opened, setOpened] = useState<ErasureView | null>(null);
  const list = usePages<ErasureView>('erasures', '/v1/retention/erasures', { number });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setNumber(typed.trim());
  };
  return (
    <>
      <form onSubmit={submit}>
        <Group align="flex-end" mb="md">
          <TextInput
            label={t('find')}
            description={t('findHelp')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            w={360}
          />
          <Button type="submit" variant="default">
            {t('search')}
          </Button>
        </Group>
      </form>
      <DataTable
        {...list}
        caption={t('erasures')}
        rowId={({ id }) => id}
        onOpen={(one) => setOpened(one)}
        empty={<Empty icon={IconShieldCheck} title={t('noErasures')} />}
        columns={[
          {
            id: 'at',
            header: t('at'),
            sortBy: (one) => one.at,
            cell: (one) => formatDateTime(locale, one.at),
            nowrap: true,
          },
          { id: 'kind', header: t('kind'), cell: (one) => t(one.kind) },
          { id: 'rule', header: t('rule'), cell: (one) => (isRule(one.rule) ? t(one.rule) : one.rule) },
          {
            id: 'rows',
            header: t('rows'),
            align: 'right',
            sortBy: (one) => one.rows,
            cell: (one) => formatNumber(locale, one.rows),
          },
          {
            id: 'proof',
            header: t('proof'),
            cell: (one) => (
              <Badge variant="light" color="gray" tt="none">
                {t(one.provenAt === null ? 'waiting' : 'proved')}
              </Badge>
            ),
          },
        ]}
      />
      {opened && <Proof erasure={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
