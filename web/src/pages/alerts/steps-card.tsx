// The steps that this person may take, each asked for once more with what it needs; ending an alert takes a typed word.
import { Button, Checkbox, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { AlertReceipt, AlertView } from '../../api/registry-types.ts';
import { DayInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useOptions } from '../../components/fields.ts';
import { alertStatusWords, alertVerbWords, withdrawalWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { useGate, useReloadAlert } from './use-alert.ts';

/** In the order in which they are offered. */
const ORDER = [
  'submit',
  'approve',
  'return',
  'locate',
  'relocate',
  'renew',
  'execute',
  'resume',
  'suspend',
  'withdraw',
] as const;
type Verb = (typeof ORDER)[number];

/** Whether words are asked for. */
const NOTE: Readonly<Record<Verb, 'required' | 'optional'>> = {
  submit: 'optional',
  return: 'required',
  approve: 'optional',
  suspend: 'required',
  resume: 'required',
  locate: 'optional',
  relocate: 'required',
  execute: 'optional',
  withdraw: 'required',
  renew: 'required',
};

/** The step that the work is waiting for stands first and filled. */
const LEADING: readonly Verb[] = ['submit', 'approve'];
function StepDialog({ alert, verb, onClose }: { alert: AlertView; verb: Verb; onClose(): void }) {
  const t = useTexts(alertTexts);
  const name = useTexts(alertVerbWords);
  const status = useTexts(alertStatusWords);
  const grounds = useOptions(withdrawalWords);
  const { changed } = useReloadAlert(alert.id);
  const [isReviewed, setReviewed] = useState(false);
  const [ground, setGround] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const tail = alert.alertNumber.slice(-4);
  const bodyOf = (note: string) => {
    const reason = note === '' ? {} : { reason: note };
    if (verb === 'approve') return { complianceReviewed: isReviewed, ...reason };
    if (verb === 'withdraw') return { reason: ground, text: note };
    return verb === 'renew' ? { expiresOn, ...reason } : reason;
  };
  const take = async (note: string) => {
    const receipt = await api.post<AlertReceipt>(`/v1/alerts/${alert.id}/${verb}`, {
      body: bodyOf(note),
      version: alert.version,
    });
    notifications.show({ message: t('stepDone', { status: status(receipt.status) }) });
    await changed();
  };
  const isReady =
    verb === 'approve'
      ? isReviewed
      : verb === 'withdraw'
        ? ground !== null && typed.trim().toUpperCase() === tail
        : verb !== 'renew' || expiresOn > (alert.expiresOn ?? '');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={`${name(verb)}: ${alert.alertNumber}`}
      {...(verb === 'withdraw' && { text: t('withdrawLead'), danger: true })}
      confirm={name(verb)}
      note={NOTE[verb]}
      noteLabel={t('reason')}
      valid={isReady}
      onConfirm={take}
      onStale={changed}
    >
      {verb === 'approve' && (
        <Checkbox
          label={t('complianceReviewed')}
          checked={isReviewed}
          onChange={({ currentTarget }) => setReviewed(currentTarget.checked)}
        />
      )}
      {verb === 'withdraw' && (
        <>
          <Select label={t('withdrawCode')} data={grounds} value={ground} onChange={setGround} required />
          <TextInput
            label={t('withdrawType', { tail })}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            maxLength={4}
            autoComplete="off"
            w={220}
            required
          />
        </>
      )}
      {verb === 'renew' && (
        <DayInput label={t('until')} value={expiresOn} onChange={setExpiresOn} required maw={220} />
      )}
    </DecisionDialog>
  );
}

export function StepsCard({ alert }: { alert: AlertView }) {
  const t = useTexts(alertTexts);
  const name = useTexts(alertVerbWords);
  const [verb, setVerb] = useState<Verb>();
  const allowed = ORDER.filter((one) => alert.owner?.allowed.includes(one));
  const isGated = allowed.some((one) => LEADING.includes(one));
  const gate = useGate(alert.id, isGated);
  // What only the approver settles, he settles in the dialog.
  const isShut = isGated && gate.data?.openForSubmission === false;
  if (allowed.length === 0) return null;
  return (
    <section className={classes['block']}>
      <Title order={2} size="h5" mb="xs">
        {t('steps')}
      </Title>
      <Stack gap="xs">
        {allowed.map((one) => (
          <Button
            key={one}
            variant={LEADING.includes(one) ? 'filled' : 'default'}
            onClick={() => setVerb(one)}
            justify="flex-start"
            fullWidth
            {...(isShut && LEADING.includes(one) && { disabled: true, 'aria-describedby': 'gate-first' })}
          >
            {name(one)}
          </Button>
        ))}
        {isShut && (
          <Text size="xs" c="dimmed" id="gate-first">
            {t('gateFirst')}
          </Text>
        )}
      </Stack>
      {verb && <StepDialog alert={alert} verb={verb} onClose={() => setVerb(undefined)} />}
    </section>
  );
}
