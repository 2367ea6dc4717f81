// The head of a case: between whom, about whom, where it stands, under which treaty, and what must not be overlooked.
import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconScale, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CaseView } from '../../api/case-types.ts';
import { CountryName } from '../../components/country.tsx';
import { Fact } from '../../components/fact.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { casePurposeWords, caseStateWords, custodyWords } from '../../i18n/case-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useTreatyTitle } from '../../i18n/use-treaty-title.ts';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { usePersonName } from './case-data.ts';
import { caseTexts } from './case-texts.ts';

export function OverdueAlert({ file }: { file: CaseView }) {
  const t = useTexts(caseTexts);
  const over = file.deadlines.filter(({ status }) => status === 'OVERDUE');
  if (over.length === 0) return null;
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle />}
      title={`${t('overdueTitle')}: ${over.map(({ text }) => text).join(', ')}`}
    >
      {t('overdueText')}
    </Alert>
  );
}

function TreatyBanner({ file }: { file: CaseView }) {
  const t = useTexts(caseTexts);
  if (!file.treaty.unverified) return null;
  return (
    <Alert color="gray" icon={<IconScale />} p="xs">
      <b>{t('unverifiedTitle')}.</b> {t('unverifiedText')}
    </Alert>
  );
}

function PersonFact({ file }: { file: CaseView }) {
  const t = useTexts(caseTexts);
  const { may } = useSession();
  const name = usePersonName(file.person.id);
  const shown = name ? <PersonName name={name} fw={600} /> : file.person.registryNumber;
  return (
    <Fact label={t('person')}>
      {may('person.read') ? (
        <Anchor
          renderRoot={(props) => (
            <Link
              {...props}
              to={'/persons/$personId' as string}
              params={{ personId: file.person.id } as never}
            />
          )}
        >
          {shown}
        </Anchor>
      ) : (
        shown
      )}
      {name && (
        <Text size="xs" c="dimmed">
          {file.person.registryNumber}
        </Text>
      )}
    </Fact>
  );
}

export function CaseHeader({ file }: { file: CaseView }) {
  const t = useTexts(caseTexts);
  const state = useWords(caseStateWords);
  const custody = useWords(custodyWords);
  const purpose = useWords(casePurposeWords);
  const title = useTreatyTitle();
  return (
    <Stack gap="sm" mb="md">
      <Group gap="xs" wrap="wrap">
        <Badge size="lg" variant="light" tt="none">
          {state(file.state)}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('daysInState', { count: file.daysInState })}
        </Text>
        <Badge variant="default" tt="none">
          {t(file.side === 'RQ' ? 'asks' : 'asked')}
        </Badge>
        {!file.shared && (
          <Badge variant="default" tt="none">
            {t('notShared')}
          </Badge>
        )}
        {file.demo && (
          <Badge variant="outline" color="gray" tt="none">
            {t('demo')}
          </Badge>
        )}
      </Group>
      <OverdueAlert file={file} />
      <Group gap="xl" wrap="wrap" align="flex-start" style={{ rowGap: 12 }}>
        <Fact label={t(file.side === 'RQ' ? 'asks' : 'asked')}>
          <Group gap={6} wrap="nowrap">
            <CountryName code={file.requestingState} />
            <IconArrowRight size={15} aria-label="→" />
            <CountryName code={file.requestedState} />
          </Group>
        </Fact>
        <PersonFact file={file} />
        <Fact label={t('purpose')}>{purpose(file.purpose)}</Fact>
        <Fact label={t('custody')}>{custody(file.custody)}</Fact>
        <Fact label={t('treaty')}>
          {title(file.treaty)}
          <Text size="xs" c="dimmed">
            {file.treaty.code} v{file.treaty.version}
            {file.treaty.national ? ` + ${file.treaty.national}` : ''}
          </Text>
        </Fact>
        {file.ownReference && <Fact label={t('reference')}>{file.ownReference}</Fact>}
        {file.otherReference && <Fact label={t('theirReference')}>{file.otherReference}</Fact>}
      </Group>
      <TreatyBanner file={file} />
      {file.treaty.override && (
        <Text size="sm" c="dimmed">
          {t('override', { reason: file.treaty.override })}
        </Text>
      )}
      {file.otherRequestExists && (
        <Alert color="gray" icon={<IconUsersGroup />}>
          {t('otherRequest')}
        </Alert>
      )}
    </Stack>
  );
}
