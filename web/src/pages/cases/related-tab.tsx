// What hangs on a case: the recovery of assets and requests for legal assistance.
import { Anchor, Badge, Button, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AssetCaseView } from '../../../../server/features/assets/view-contract.ts';
import type { CaseView } from '../../api/case-types.ts';
import { usePages } from '../../api/use-pages.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { routeWords } from '../../i18n/asset-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { AssetCaseDialog } from '../assets/asset-case-dialog.tsx';
import { assetTexts } from '../assets/asset-texts.ts';
import { AssistanceDialog } from '../assets/assistance-dialog.tsx';
import { AssistanceList } from '../assets/assistance-list.tsx';

function AssetCases({ extraditionCaseId }: { extraditionCaseId: string }) {
  const t = useTexts(assetTexts);
  const route = useWords(routeWords);
  const { rows, error, onRetry } = usePages<AssetCaseView>('asset-cases', '/v1/asset-cases', {
    extraditionCaseId,
  });
  if (error) return <ProblemNote error={error} onRetry={onRetry} />;
  if (rows?.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noCases')}
      </Text>
    );
  return (
    <Table>
      <Table.Tbody>
        {rows?.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Th scope="row" fw={500}>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to={`/assets/cases/${one.id}` as string} {...props} />}
              >
                {one.caseNumber}
              </Anchor>
            </Table.Th>
            <Table.Td>{one.title}</Table.Td>
            <Table.Td>{route(one.route)}</Table.Td>
            <Table.Td>
              <Badge variant="default" tt="none">
                {t(one.closedAt === null ? 'opened' : 'closed')}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function RelatedTab({ file }: { file: CaseView }) {
  const t = useTexts(assetTexts);
  const { may } = useSession();
  const [dialog, setDialog] = useState<'assets' | 'assistance' | null>(null);
  const close = () => setDialog(null);
  const extraditionCaseId = file.id;
  return (
    <Stack>
      {may('asset.read') && (
        <Section
          title={t('cases')}
          actions={
            may('asset.write') && (
              <Button size="xs" variant="default" onClick={() => setDialog('assets')}>
                {t('newCase')}
              </Button>
            )
          }
        >
          <AssetCases extraditionCaseId={extraditionCaseId} />
        </Section>
      )}
      {may('assistance.read') && (
        <Section
          title={t('assistance')}
          actions={
            may('assistance.write') && (
              <Button size="xs" variant="default" onClick={() => setDialog('assistance')}>
                {t('newRequest')}
              </Button>
            )
          }
        >
          <AssistanceList filter={{ extraditionCaseId }} />
        </Section>
      )}
      {dialog === 'assets' && (
        <AssetCaseDialog links={{ extraditionCaseId, personId: file.person.id }} onClose={close} />
      )}
      {dialog === 'assistance' && <AssistanceDialog links={{ extraditionCaseId }} onClose={close} />}
    </Stack>
  );
}
