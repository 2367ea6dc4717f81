// Proposals to correct records: those of others on the own state's records are accepted or refused here.
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPencilQuestion } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CorrectionView } from '../../../../server/features/corrections/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { CountryName } from '../../components/country.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { correctionPartWords } from './correction-words.ts';
import { rightsTexts } from './rights-texts.ts';

interface Deciding {
  readonly correction: CorrectionView;
  readonly verb: 'accept' | 'refuse';
}

export function CorrectionsTab() {
  const t = useTexts(rightsTexts);
  const part = useTexts(correctionPartWords);
  const cache = useQueryClient();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const list = usePages<CorrectionView>('corrections', '/v1/corrections');
  const reload = () => cache.invalidateQueries({ queryKey: ['corrections'] });
  return (
    <>
      <DataTable
        {...list}
        caption={t('corrections')}
        rowId={({ id }) => id}
        minWidth={740}
        empty={<Empty icon={IconPencilQuestion} title={t('none')} />}
        columns={[
          { id: 'number', header: t('number'), cell: (one) => one.registryNumber, nowrap: true },
          { id: 'proposer', header: t('proposer'), cell: (one) => <CountryName code={one.proposerState} /> },
          { id: 'part', header: t('part'), cell: (one) => part(one.part) },
          { id: 'wrong', header: t('wrong'), cell: (one) => one.wrong },
          {
            id: 'right',
            header: t('right'),
            cell: (one) => (
              <>
                {one.right}
                <Text size="xs" c="dimmed">
                  {one.proof}
                </Text>
              </>
            ),
          },
          {
            id: 'status',
            header: t('status'),
            cell: (one) =>
              one.mayDecide ? (
                <Group gap={6} wrap="nowrap">
                  <Button size="compact-sm" onClick={() => setDeciding({ correction: one, verb: 'accept' })}>
                    {t('accept')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => setDeciding({ correction: one, verb: 'refuse' })}
                  >
                    {t('refuse')}
                  </Button>
                </Group>
              ) : (
                <Badge variant="light" color="gray" tt="none">
                  {t(one.status)}
                </Badge>
              ),
          },
        ]}
      />
      {deciding && (
        <DecisionDialog
          opened
          onClose={() => setDeciding(null)}
          title={`${t(deciding.verb)} · ${deciding.correction.registryNumber}`}
          {...(deciding.verb === 'accept' && { text: t('acceptText') })}
          confirm={t(deciding.verb)}
          note="required"
          noteLabel={t('reply')}
          onStale={reload}
          onConfirm={async (answer) => {
            await api.post(`/v1/corrections/${deciding.correction.id}/${deciding.verb}`, {
              version: deciding.correction.version,
              body: { answer },
            });
            await reload();
          }}
        />
      )}
    </>
  );
}
