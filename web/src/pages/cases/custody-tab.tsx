// Where the person is and was, by whose act, how many days count as credit, and what can be recorded about it.
import { Badge, Button, Group, Select, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { MomentInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Fact } from '../../components/fact.tsx';
import { Section } from '../../components/section.tsx';
import { custodyWords } from '../../i18n/case-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { four } from '../../i18n/four.ts';
import { type TextTable, useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { useReloadCase } from './case-data.ts';
import { instantOf, localOf } from './instants.ts';
import { useOptions } from './step-fields.tsx';

const texts = {
  now: four('Азыр', 'Сейчас', 'Қазір', 'Now'),
  credit: four(
    'Эсепке алынуучу камак, күн',
    'Дней под стражей к зачёту',
    'Есептелетін қамау, күн',
    'Days of custody to be credited',
  ),
  surrender: four('Өткөрүп берүү белгиленген', 'Передача назначена', 'Беру белгіленген', 'Surrender set'),
  record: four('Өзгөрүүнү жазуу', 'Внести изменение', 'Өзгерісті жазу', 'Record a change'),
  history: four('Камактын тарыхы', 'История содержания', 'Қамау тарихы', 'History of custody'),
  none: four('Жазуу жок.', 'Записей нет.', 'Жазба жоқ.', 'Nothing recorded.'),
  at: four('Убактысы', 'Время', 'Уақыты', 'Time'),
  change: four('Өзгөрүү', 'Изменение', 'Өзгеріс', 'Change'),
  where: four('Жайы', 'Место', 'Орны', 'Place'),
  act: four('Укуктук акт', 'Правовой акт', 'Құқықтық акт', 'Legal act'),
  by: four('Ким чечти', 'Чей акт', 'Кімнің актісі', 'Whose act'),
  basis: four('Негизи', 'Основание', 'Негізі', 'Basis'),
  to: four('Жаңы абалы', 'Новое положение', 'Жаңа күйі', 'New state'),
  confirmDeath: four(
    'Каза болгонун ырастоо',
    'Подтвердить смерть',
    'Қайтыс болғанын растау',
    'Confirm the death',
  ),
  confirmText: four(
    'Экинчи тарап адамдын каза болгонун билдирди. Эки тарап ырастаганда гана эсептелет.',
    'Другая сторона сообщила о смерти. Она считается, когда подтвердят обе.',
    'Екінші тарап адамның қайтыс болғанын хабарлады. Екі тарап растағанда ғана есептеледі.',
    'The other side reported the death. It counts when both have said so.',
  ),
} satisfies TextTable;

const EMPTY = { to: '', at: '', actedBy: '', facility: '', legalAct: '', basis: '' };

function RecordDialog({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const t = useTexts(texts);
  const reload = useReloadCase(file.id);
  const options = useOptions(custodyWords, [file.custody]);
  const [values, setValues] = useState({ ...EMPTY, at: localOf(new Date()) });
  const set = (name: keyof typeof EMPTY, value: string) => setValues((now) => ({ ...now, [name]: value }));
  const field = (name: 'actedBy' | 'facility' | 'legalAct' | 'basis', label: keyof typeof texts) => (
    <TextInput
      label={t(label)}
      value={values[name]}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
      required={name === 'actedBy'}
    />
  );
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('record')}
      confirm={t('record')}
      valid={values.to !== '' && values.at !== '' && values.actedBy.trim() !== ''}
      onStale={reload}
      onConfirm={async () => {
        const given = Object.fromEntries(
          (['facility', 'legalAct', 'basis'] as const).flatMap((name) =>
            values[name].trim() === '' ? [] : [[name, values[name].trim()]],
          ),
        );
        await api.post(`/v1/cases/${file.id}/custody`, {
          version: file.version,
          body: { to: values.to, at: instantOf(values.at), actedBy: values.actedBy.trim(), ...given },
        });
        await reload();
      }}
    >
      <Select
        label={t('to')}
        data={options}
        value={values.to || null}
        onChange={(to) => set('to', to ?? '')}
        required
        data-autofocus
      />
      <MomentInput label={t('at')} value={values.at} onChange={(next) => set('at', next)} required />
      {field('actedBy', 'by')}
      {field('facility', 'where')}
      {field('legalAct', 'act')}
      {field('basis', 'basis')}
    </DecisionDialog>
  );
}

export function CustodyTab({ file }: { file: CaseView }) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const custody = useWords(custodyWords);
  const { may } = useSession();
  const reload = useReloadCase(file.id);
  const [dialog, setDialog] = useState<'record' | string | null>(null);
  const writes = may('case.write') && file.state !== 'CLOSED';
  return (
    <Section
      title={t('history')}
      actions={
        writes && (
          <Button size="xs" onClick={() => setDialog('record')}>
            {t('record')}
          </Button>
        )
      }
    >
      <Group gap="xl" mb="md">
        <Fact label={t('now')}>{custody(file.custody)}</Fact>
        <Fact label={t('credit')}>{file.custodyCreditDays}</Fact>
        {file.surrenderAt && (
          <Fact label={t('surrender')}>
            {formatDateTime(locale, file.surrenderAt)} · {file.surrenderPlace}
          </Fact>
        )}
      </Group>
      {file.custodyRecords.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table>
            <Table.Caption>
              <VisuallyHidden>{t('history')}</VisuallyHidden>
            </Table.Caption>
            <Table.Thead>
              <Table.Tr>
                {(['at', 'change', 'by', 'where', 'act'] as const).map((head) => (
                  <Table.Th key={head} scope="col">
                    {t(head)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {file.custodyRecords.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{formatDateTime(locale, one.at)}</Table.Td>
                  <Table.Td>
                    {custody(one.from)} → <b>{custody(one.to)}</b>
                    {one.to === 'DEAD' && !one.confirmed && writes && one.side !== file.side && (
                      <Button ml="xs" size="compact-xs" variant="default" onClick={() => setDialog(one.id)}>
                        {t('confirmDeath')}
                      </Button>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {one.actedBy}{' '}
                    <Badge size="xs" variant="default">
                      {one.side}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{one.facility}</Table.Td>
                  <Table.Td>{[one.legalAct, one.basis].filter(Boolean).join(' · ')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {dialog === 'record' && <RecordDialog file={file} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'record' && (
        <DecisionDialog
          opened
          onClose={() => setDialog(null)}
          title={t('confirmDeath')}
          text={t('confirmText')}
          confirm={t('confirmDeath')}
          onStale={reload}
          onConfirm={async () => {
            await api.post(`/v1/cases/${file.id}/custody/${dialog}/confirm`, {
              version: file.version,
              body: {},
            });
            await reload();
          }}
        />
      )}
    </Section>
  );
}
