// Why somebody looks: asked once, shown in the header all the time, changed with one click.
import { Button, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { Me } from '../api/types.ts';
import { useTexts } from '../i18n/texts.tsx';
import { answerPurpose, onPurposeAsked } from '../session/purpose-request.ts';
import { useSession } from '../session/session.tsx';
import { shellTexts } from './shell-texts.ts';

type PurposeCode = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7' | 'P8';

/** What fits the role comes first in its list; the server decides. */
const OFFERED: Partial<Record<Me['roles'][number], readonly PurposeCode[]>> = {
  DPO: ['P7', 'P6'],
  BO2: ['P2', 'P5', 'P8'],
  PRO: ['P3', 'P1', 'P4', 'P5', 'P6', 'P8'],
  CO: ['P3', 'P1', 'P4', 'P5', 'P6', 'P8'],
};
const ORDINARY: readonly PurposeCode[] = ['P1', 'P3', 'P4', 'P5', 'P6', 'P8'];

function PurposeForm({ onDone }: { onDone: () => void }) {
  const t = useTexts(shellTexts);
  const { user, purpose, setPurpose } = useSession();
  const offered = user?.roles.flatMap((role) => OFFERED[role] ?? [])[0]
    ? (OFFERED[user.roles.find((role) => OFFERED[role]) as 'PRO'] ?? ORDINARY)
    : ORDINARY;
  const [code, setCode] = useState<string>(purpose?.code ?? offered[0] ?? 'P1');
  const [reference, setReference] = useState(purpose?.reference ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reference.trim() === '') return;
    setPurpose({ code, reference: reference.trim() });
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('purposeHelp')}
        </Text>
        <Radio.Group value={code} onChange={setCode} aria-label={t('purpose')}>
          <Stack gap={6}>
            {offered.map((one) => (
              <Radio key={one} value={one} label={t(one)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('purposeReference')}
          value={reference}
          onChange={({ currentTarget }) => setReference(currentTarget.value)}
          maxLength={200}
          required
          data-autofocus
        />
        <Button type="submit" disabled={reference.trim() === ''}>
          {t('purposeSet')}
        </Button>
      </Stack>
    </form>
  );
}

/** The chip in the header; it also asks when the server wants to know why. */
export function PurposeChip() {
  const t = useTexts(shellTexts);
  const { purpose } = useSession();
  const [open, setOpen] = useState(false);
  useEffect(() => onPurposeAsked(setOpen), []);
  const done = (given: boolean) => {
    setOpen(false);
    answerPurpose(given);
  };
  const said = purpose ? `${t(purpose.code as PurposeCode)} · ${purpose.reference}` : t('purpose');
  return (
    <>
      <Button
        title={said}
        variant={purpose ? 'light' : 'default'}
        size="xs"
        leftSection={<IconTargetArrow size={16} />}
        onClick={() => setOpen(true)}
        maw={360}
      >
        <Text component="span" fz="inherit" fw="inherit" truncate>
          {said}
        </Text>
      </Button>
      <Modal opened={open} onClose={() => done(false)} title={t('purposeTitle')}>
        <PurposeForm onDone={() => done(true)} />
      </Modal>
    </>
  );
}
