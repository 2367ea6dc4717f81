// A decision is asked for once more, with its reason: what was typed survives a refusal and a record that changed meanwhile.
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.tsx';
import { decisionTexts } from './decision-texts.ts';
import { ProblemNote } from './problem-note.tsx';

export interface DecisionDialogProps {
  readonly opened: boolean;
  onClose(): void;
  readonly title: string;
  readonly text?: string;
  /** What the button says: the deed, not "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly note?: 'none' | 'optional' | 'required';
  readonly noteLabel?: string;
  /** Further fields; whoever gives them keeps their values. */
  readonly children?: ReactNode;
  /** False while a field of `children` is missing. */
  readonly valid?: boolean;
  /** Rejects with the problem of the server; the dialog closes when it resolves. */
  onConfirm(note: string): Promise<unknown>;
  /** Called to load the record again when it has changed (412). */
  onStale?(): unknown;
}

export function DecisionDialog(props: DecisionDialogProps) {
  const { opened, onClose, title, text, confirm, danger, note = 'none', noteLabel, children } = props;
  const t = useTexts(decisionTexts);
  const [words, setWords] = useState('');
  const deed = useMutation({
    mutationFn: () => props.onConfirm(words.trim()),
    onSuccess: () => {
      setWords('');
      onClose();
    },
  });
  const close = () => {
    deed.reset();
    onClose();
  };
  const ready = (props.valid ?? true) && (note !== 'required' || words.trim() !== '');
  const stale = deed.error instanceof ApiProblem && deed.error.status === 412;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !deed.isPending) deed.mutate();
  };
  const reload = async () => {
    await props.onStale?.();
    deed.reset();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {text && <Text size="sm">{text}</Text>}
          {children}
          {note !== 'none' && (
            <Textarea
              label={noteLabel ?? t('note')}
              value={words}
              onChange={({ currentTarget }) => setWords(currentTarget.value)}
              maxLength={2_000}
              autosize
              minRows={2}
              maxRows={8}
              required={note === 'required'}
              data-autofocus={children === undefined || undefined}
            />
          )}
          {stale && (
            <Alert color="gray" role="alert" icon={<IconRefresh />} title={t('staleTitle')}>
              <Text size="sm">{t('staleText')}</Text>
              <Button mt="sm" size="xs" variant="default" onClick={() => void reload()}>
                {t('reload')}
              </Button>
            </Alert>
          )}
          {deed.error && !stale && <ProblemNote error={deed.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              color={danger ? 'red.8' : undefined}
              loading={deed.isPending}
              disabled={!ready}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
