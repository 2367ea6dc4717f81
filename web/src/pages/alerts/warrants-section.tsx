// The papers under an alert: what they are, whether they stand, their scans.
import { Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { AlertReceipt, AlertView, WarrantView } from '../../api/registry-types.ts';
import { upload } from '../../api/upload.ts';
import { DayInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useOptions } from '../../components/fields.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Uploader } from '../../components/uploader.tsx';
import { authorityWords, warrantKindWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { placeOf } from './field-place.ts';
import { useReloadAlert } from './use-alert.ts';

const MAX_BYTES = 25 * 1024 * 1024;
const TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

function WarrantForm({ alert, onDone }: { alert: AlertView; onDone(): void }) {
  const t = useTexts(alertTexts);
  const kinds = useOptions(warrantKindWords);
  const authorities = useOptions(authorityWords);
  const { changed } = useReloadAlert(alert.id);
  const [key] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState({
    kind: 'ARREST_WARRANT',
    number: '',
    issuingAuthority: '',
    authorityType: 'COURT',
    issuedOn: '',
    validUntil: '',
    inAbsentia: false,
  });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const save = useMutation({
    mutationFn: () =>
      api.post<AlertReceipt>(`/v1/alerts/${alert.id}/warrants`, {
        body: { ...values, validUntil: values.validUntil || null },
        version: alert.version,
        key,
      }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const isReady = values.number.trim() && values.issuingAuthority.trim() && values.issuedOn;
  return (
    <form onSubmit={submit}>
      <Stack>
        <Group grow align="flex-end">
          <Select
            label={t('warrantKind')}
            data={kinds}
            value={values.kind}
            onChange={(kind) => set({ kind: kind ?? 'ARREST_WARRANT' })}
            allowDeselect={false}
          />
          <TextInput
            label={t('number')}
            value={values.number}
            onChange={({ currentTarget }) => set({ number: currentTarget.value })}
            maxLength={100}
            required
          />
        </Group>
        <Group grow align="flex-end">
          <TextInput
            label={t('issuingAuthority')}
            value={values.issuingAuthority}
            onChange={({ currentTarget }) => set({ issuingAuthority: currentTarget.value })}
            maxLength={300}
            required
          />
          <Select
            label={t('authorityType')}
            data={authorities}
            value={values.authorityType}
            onChange={(authorityType) => set({ authorityType: authorityType ?? 'COURT' })}
            allowDeselect={false}
          />
        </Group>
        <Group grow align="flex-end">
          <DayInput
            label={t('issuedOn')}
            value={values.issuedOn}
            onChange={(issuedOn) => set({ issuedOn })}
            required
          />
          <DayInput
            label={t('validUntil')}
            value={values.validUntil}
            onChange={(validUntil) => set({ validUntil })}
          />
        </Group>
        <Checkbox
          label={t('inAbsentia')}
          checked={values.inAbsentia}
          onChange={({ currentTarget }) => set({ inAbsentia: currentTarget.checked })}
        />
        {save.error && <ProblemNote error={save.error} onRetry={() => void changed()} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending} disabled={!isReady}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Warrant({
  alert,
  warrant,
  mayChange,
}: {
  alert: AlertView;
  warrant: WarrantView;
  mayChange: boolean;
}) {
  const t = useTexts(alertTexts);
  const kind = useTexts(warrantKindWords);
  const date = useShownDate();
  const { changed } = useReloadAlert(alert.id);
  const [revoking, setRevoking] = useState(false);
  const path = `/v1/alerts/${alert.id}/warrants/${warrant.id}`;
  const open = useMutation({
    mutationFn: () => api.blob(`${path}/file`),
    onSuccess: (bytes) => {
      const address = URL.createObjectURL(bytes);
      window.open(address, '_blank', 'noopener');
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
  const facts = [
    warrant.issuingAuthority,
    date(warrant.issuedOn),
    warrant.validUntil && t('validTo', { date: date(warrant.validUntil) }),
    warrant.inAbsentia && t('inAbsentia'),
    t(warrant.standing ? 'standing' : 'notStanding'),
    warrant.revokedReason,
  ].filter(Boolean);
  return (
    <Stack gap={6} component="li" className={classes['item'] as string}>
      <Text size="sm" fw={600}>
        {kind(warrant.kind)} {warrant.number}
      </Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      <Group gap="xs">
        {warrant.file && (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconFileText size={14} />}
            onClick={() => open.mutate()}
            loading={open.isPending}
          >
            {t('openScan')}: {warrant.file.name}
          </Button>
        )}
        {mayChange && warrant.revokedOn === null && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setRevoking(true)}>
            {t('revoke')}
          </Button>
        )}
      </Group>
      {open.error && <ProblemNote error={open.error} />}
      {mayChange && !warrant.file && (
        <Uploader
          label={t('addScan')}
          accept={TYPES}
          maxBytes={MAX_BYTES}
          send={async (file, onProgress, signal) => {
            await upload(`${path}/file`, file, { version: alert.version, onProgress, signal });
            await changed();
          }}
        />
      )}
      <DecisionDialog
        opened={revoking}
        onClose={() => setRevoking(false)}
        title={t('revoke')}
        confirm={t('revoke')}
        note="required"
        noteLabel={t('reason')}
        onConfirm={async (reason) => {
          await api.post(`${path}/revoke`, { body: { reason }, version: alert.version });
          await changed();
        }}
        onStale={changed}
      />
    </Stack>
  );
}

export function WarrantsSection({ alert, mayChange }: { alert: AlertView; mayChange: boolean }) {
  const t = useTexts(alertTexts);
  const [adding, setAdding] = useState(false);
  return (
    <section className={classes['section']} id={placeOf('warrants')} tabIndex={-1}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('warrants')}
        </Title>
        {mayChange && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            aria-label={`${t('add')}: ${t('warrants')}`}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        )}
      </Group>
      {alert.warrants.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noWarrants')}
        </Text>
      )}
      <Stack component="ul" className={classes['list'] as string}>
        {alert.warrants.map((warrant) => (
          <Warrant key={warrant.id} alert={alert} warrant={warrant} mayChange={mayChange} />
        ))}
      </Stack>
      <Modal opened={adding} onClose={() => setAdding(false)} title={t('warrants')} size="lg">
        {adding && <WarrantForm alert={alert} onDone={() => setAdding(false)} />}
      </Modal>
    </section>
  );
}
