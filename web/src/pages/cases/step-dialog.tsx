// One step of the procedure is taken: its form asks for what the step has to bring, and a refusal says what is possible instead.
import { Alert, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { CaseTransition, CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { MomentInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { caseVerbWords } from '../../i18n/case-verb-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useReloadCase } from './case-data.ts';
import { instantOf } from './instants.ts';
import { StepFields } from './step-fields.tsx';
import { stepTexts } from './step-texts.ts';
import { emptyValues, isComplete, type StepValues, stepBodyOf } from './step-values.ts';

interface StepDialogProps {
  readonly step: CaseTransition;
  readonly file: CaseView;
  onClose(): void;
}

/** What the server allows instead, when it refuses a step. */
function Allowed({ verbs }: { verbs: readonly string[] }) {
  const t = useTexts(stepTexts);
  const words = useWords(caseVerbWords);
  if (verbs.length === 0) return null;
  return (
    <Alert color="gray" role="status">
      <Text size="sm">{t('allowed')}</Text>
      <List size="sm">
        {verbs.map((verb) => (
          <List.Item key={verb}>{words(verb)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

export function StepDialog({ step, file, onClose }: StepDialogProps) {
  const t = useTexts(stepTexts);
  const words = useWords(caseVerbWords);
  const reload = useReloadCase(file.id);
  const [at, setAt] = useState('');
  const [values, setValues] = useState<StepValues>(() => emptyValues(file));
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  const take = async () => {
    try {
      await api.post(`/v1/cases/${file.id}/transitions`, {
        version: file.version,
        body: {
          verb: step.verb,
          ...(at && { at: instantOf(at) }),
          ...stepBodyOf(step.inputs, values),
        },
      });
    } catch (error) {
      if (error instanceof ApiProblem && Array.isArray(error.extra['allowed']))
        setAllowed(error.extra['allowed'] as string[]);
      throw error;
    }
    await reload();
    notifications.show({ message: t('done', { verb: words(step.verb) }), withCloseButton: false });
  };
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={words(step.verb)}
      confirm={words(step.verb)}
      valid={isComplete(step.inputs, values)}
      onStale={reload}
      onConfirm={take}
    >
      <Stack gap="sm">
        <StepFields inputs={step.inputs} file={file} values={values} onChange={setValues} />
        <MomentInput label={t('at')} description={t('atHelp')} value={at} onChange={setAt} />
        <Allowed verbs={allowed} />
      </Stack>
    </DecisionDialog>
  );
}
