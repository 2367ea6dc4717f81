// What still stands between the draft and its publication: each missing item leads to the field where it is mended.
import { Anchor, Group, List, Skeleton, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { AlertView, GateView } from '../../api/registry-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { goTo, placeOfFinding } from './field-place.ts';
import { useGate } from './use-alert.ts';

type Finding = GateView['findings'][number];

function FindingLine({ finding, personId }: { finding: Finding; personId: string }) {
  const t = useTexts(alertTexts);
  const place = placeOfFinding(finding.at);
  if (place === null)
    return (
      <Anchor
        size="sm"
        renderRoot={(props) => <Link to="/persons/$personId" params={{ personId }} {...props} />}
      >
        {finding.text} ({t('toRecord')})
      </Anchor>
    );
  return (
    <Anchor size="sm" component="button" type="button" ta="left" onClick={() => goTo(place)}>
      {finding.text}
    </Anchor>
  );
}

function Findings({
  findings,
  personId,
  icon,
}: {
  findings: readonly Finding[];
  personId: string;
  icon: React.ReactNode;
}) {
  return (
    <List spacing={5} icon={icon} mt={4}>
      {findings.map((finding) => (
        <List.Item key={`${finding.code} ${finding.at}`}>
          <FindingLine finding={finding} personId={personId} />
        </List.Item>
      ))}
    </List>
  );
}

export function GateCard({ alert }: { alert: AlertView }) {
  const t = useTexts(alertTexts);
  const gate = useGate(alert.id, true);
  if (gate.error) return <ProblemNote error={gate.error} onRetry={() => void gate.refetch()} />;
  if (!gate.data) return <Skeleton h={140} />;
  const { findings, openForSubmission } = gate.data;
  const missing = findings.filter(({ severity, stage }) => severity === 'BLOCKING' && stage === 'SUBMIT');
  const later = findings.filter(({ severity, stage }) => severity === 'BLOCKING' && stage === 'PUBLISH');
  const warnings = findings.filter(({ severity }) => severity === 'WARNING');
  const personId = alert.person.id;
  return (
    <section className={classes['block']} aria-live="polite">
      <Title order={2} size="h5">
        {t('gate')}
      </Title>
      {openForSubmission ? (
        <Group gap={6} wrap="nowrap" mt={4}>
          <IconCircleCheck size={17} aria-hidden />
          <Text size="sm">{t('gateOpen')}</Text>
        </Group>
      ) : (
        <>
          <Text size="sm">{t('gateMissing', { count: missing.length })}</Text>
          <Findings findings={missing} personId={personId} icon={<IconAlertCircle size={15} aria-hidden />} />
        </>
      )}
      {later.length > 0 && (
        <>
          <Text size="xs" c="dimmed" mt="sm">
            {t('gateApprover')}
          </Text>
          <Findings findings={later} personId={personId} icon={<IconInfoCircle size={15} aria-hidden />} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <Text size="xs" c="dimmed" mt="sm">
            {t('gateWarnings')}
          </Text>
          <Findings findings={warnings} personId={personId} icon={<IconInfoCircle size={15} aria-hidden />} />
        </>
      )}
    </section>
  );
}
