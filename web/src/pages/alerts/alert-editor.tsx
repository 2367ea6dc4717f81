// Writes an alert: typed, saved, and compared when somebody else was faster; nothing typed is lost.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { AlertReceipt, AlertView } from '../../api/registry-types.ts';
import { reportWrongDate } from '../../components/day-input.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { StaleNote } from '../../components/stale-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { AlertForm } from './alert-form.tsx';
import { type AlertMember, changeOf, differing, valuesOf } from './alert-values.ts';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { useMemberLabel, useMemberWords } from './member-words.tsx';
import { useReloadAlert } from './use-alert.ts';

const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.status === 412;

export function AlertEditor({
  alert,
  only,
  onDone,
}: {
  alert: AlertView;
  only?: readonly AlertMember[];
  onDone?(): void;
}) {
  const t = useTexts(alertTexts);
  const label = useMemberLabel();
  const words = useMemberWords();
  const { changed, fresh } = useReloadAlert(alert.id);
  const [begun, setBegun] = useState(() => ({ version: alert.version, values: valuesOf(alert) }));
  const [values, setValues] = useState(begun.values);
  const [theirs, setTheirs] = useState<typeof begun>();
  const dirty = differing(begun.values, values).length > 0;
  useBlocker({
    shouldBlockFn: () => !window.confirm(t('unsaved')),
    disabled: !dirty,
    enableBeforeUnload: dirty,
  });

  // Papers and steps move the version without touching what is written here.
  useEffect(() => {
    if (alert.version === begun.version || theirs) return;
    const stored = valuesOf(alert);
    if (differing(begun.values, stored).length === 0) setBegun({ version: alert.version, values: stored });
    else if (!dirty) {
      setBegun({ version: alert.version, values: stored });
      setValues(stored);
    }
  }, [alert, begun, dirty, theirs]);

  const save = useMutation({
    mutationFn: async (over: typeof begun) => {
      const body = changeOf(over.values, values);
      if (Object.keys(body).length === 0) return over.version;
      const receipt = await api.patch<AlertReceipt>(`/v1/alerts/${alert.id}`, {
        body,
        version: over.version,
      });
      return receipt.version;
    },
    onSuccess: async (version) => {
      setTheirs(undefined);
      setBegun({ version, values });
      notifications.show({ message: t('saved') });
      await changed();
      onDone?.();
    },
    onError: async (error) => {
      if (!isStale(error)) return;
      const now = await fresh();
      setTheirs({ version: now.version, values: valuesOf(now) });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!reportWrongDate(event.currentTarget)) save.mutate(begun);
  };
  const takeTheirs = async () => {
    if (!theirs) return;
    setValues(theirs.values);
    setBegun(theirs);
    setTheirs(undefined);
    save.reset();
    await changed();
  };
  return (
    <form onSubmit={submit} noValidate>
      <AlertForm values={values} set={(change) => setValues((now) => ({ ...now, ...change }))} only={only} />
      <div className={classes['bar']}>
        {theirs ? (
          <StaleNote
            fields={differing(theirs.values, values).map((member) => ({
              label: label(member),
              stored: words(theirs.values, member),
              typed: words(values, member),
            }))}
            onMine={() => save.mutate(theirs)}
            onTheirs={() => void takeTheirs()}
            isSaving={save.isPending}
          />
        ) : (
          <>
            {save.error && !isStale(save.error) && <ProblemNote error={save.error} />}
            <Group justify="space-between">
              <Text size="sm" c="dimmed" role="status">
                {dirty ? t('unsaved') : ''}
              </Text>
              <Group gap="xs">
                {onDone && (
                  <Button variant="default" onClick={onDone}>
                    {t('cancel')}
                  </Button>
                )}
                <Button type="submit" loading={save.isPending} disabled={!dirty}>
                  {t('save')}
                </Button>
              </Group>
            </Group>
          </>
        )}
      </div>
    </form>
  );
}
