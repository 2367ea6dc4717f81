// One side agrees to a step that the other carries out; for reopening, one person asks another.
import type { CaseTransition, CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { caseVerbWords } from '../../i18n/case-verb-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useReloadCase } from './case-data.ts';
import { stepTexts } from './step-texts.ts';

interface AgreeDialogProps {
  readonly verb: CaseTransition['verb'];
  readonly file: CaseView;
  onClose(): void;
}

export function AgreeDialog({ verb, file, onClose }: AgreeDialogProps) {
  const t = useTexts(stepTexts);
  const words = useWords(caseVerbWords);
  const reload = useReloadCase(file.id);
  const label = t(verb === 'reopen' ? 'askReopen' : 'agree');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={`${label}: ${words(verb)}`}
      text={t('agreeText')}
      confirm={label}
      note="optional"
      onStale={reload}
      onConfirm={async (note) => {
        await api.post(`/v1/cases/${file.id}/agreements`, {
          version: file.version,
          body: { verb, ...(note && { note }) },
        });
        await reload();
      }}
    />
  );
}
