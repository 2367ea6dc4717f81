// The record of a person: who he is on the left, pictures, worth and alerts on the right; every part changed in place.
import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlarm, IconArrowMerge, IconPencilQuestion, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import type { PersonView } from '../../api/registry-types.ts';
import { AlertBadge } from '../../components/alert-badge.tsx';
import { CountryName } from '../../components/country.tsx';
import { DownloadMenu } from '../../components/download-menu.tsx';
import { Page } from '../../components/page.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { markWords } from '../../i18n/description-words.ts';
import {
  birthStatusWords,
  documentStatusWords,
  documentTypeWords,
  nationalIdWords,
  nationalityStatusWords,
  scriptWords,
  sexWords,
} from '../../i18n/person-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { useSession, useUser } from '../../session/session.tsx';
import { HoldButton } from '../retention/hold-button.tsx';
import { CorrectionDialog } from '../rights/correction-dialog.tsx';
import { RestrictedNote } from '../rights/restricted-note.tsx';
import { rightsTexts } from '../rights/rights-texts.ts';
import { DescriptionCard } from './description-card.tsx';
import { DuplicatesCard } from './duplicates-card.tsx';
import { MissingPerson } from './emergency.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MergesCard } from './merges-card.tsx';
import { PartCard } from './part-card.tsx';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';
import { PhotosCard } from './photos-card.tsx';
import { QualityCard } from './quality-card.tsx';
import { usePerson } from './use-person.ts';

const route = getRouteApi('/persons/$personId');

const quiet = (text: string) => (
  <Text component="span" size="xs" c="dimmed">
    {text}
  </Text>
);

function Parts({ person }: { person: PersonView }) {
  const shown = useShownDate();
  const script = useTexts(scriptWords);
  const birth = useTexts(birthStatusWords);
  const nationality = useTexts(nationalityStatusWords);
  const document = useTexts(documentTypeWords);
  const state = useTexts(documentStatusWords);
  const scheme = useTexts(nationalIdWords);
  const mark = useTexts(markWords);
  const t = useTexts(personTexts);
  return (
    <div>
      <PartCard
        person={person}
        member="names"
        parts={person.names}
        show={(name) => (
          <>
            <PersonName name={name} showType />{' '}
            {quiet(
              [
                script(name.script),
                name.validFrom && shown(name.validFrom),
                name.validTo && `– ${shown(name.validTo)}`,
              ]
                .filter(Boolean)
                .join(' · '),
            )}
          </>
        )}
      />
      <PartCard
        person={person}
        member="birthDates"
        parts={person.birthDates}
        show={({ date, status, isApproximate }) => (
          <Text size="sm">
            {shown(date)}{' '}
            {quiet(
              [status === 'TRUE' ? '' : birth(status), isApproximate ? t('approximate') : '']
                .filter(Boolean)
                .join(' · '),
            )}
          </Text>
        )}
      />
      <PartCard
        person={person}
        member="nationalities"
        parts={person.nationalities}
        show={({ country, status }) => (
          <Text size="sm">
            <CountryName code={country} /> {status !== 'HELD' && quiet(nationality(status))}
          </Text>
        )}
      />
      <DescriptionCard person={person} />
      <PartCard
        person={person}
        member="documents"
        parts={person.documents}
        show={(one) => (
          <Text size="sm">
            {document(one.type)} <b>{one.number}</b> <CountryName code={one.issuingState} />{' '}
            {quiet(
              [state(one.status), one.expiresOn && `→ ${shown(one.expiresOn)}`, one.nameAsPrinted]
                .filter(Boolean)
                .join(' · '),
            )}
          </Text>
        )}
      />
      <PartCard
        person={person}
        member="nationalIds"
        parts={person.nationalIds}
        show={({ scheme: system, value }) => (
          <Text size="sm">
            <b>{value}</b> {quiet(scheme(system))}
          </Text>
        )}
      />
      <PartCard
        person={person}
        member="marks"
        parts={person.marks}
        show={({ kind, bodyPart, description }) => (
          <Text size="sm">
            {mark(kind)}, {bodyPart} {quiet(description)}
          </Text>
        )}
      />
    </div>
  );
}

function Alerts({ person }: { person: PersonView }) {
  const t = useTexts(personTexts);
  const { may } = useSession();
  return (
    <section className={classes['block']}>
      <Title order={2} size="h5" mb={6}>
        {t('alerts')}
      </Title>
      {person.alerts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      <Stack gap={10}>
        {person.alerts.map((alert) => (
          <div key={alert.id}>
            {may('alert.read') ? (
              <Anchor
                size="sm"
                display="block"
                renderRoot={(props) => (
                  <Link to="/alerts/$alertId" params={{ alertId: alert.id }} {...props} />
                )}
              >
                {alert.alertNumber}
              </Anchor>
            ) : (
              <Text size="sm">{alert.alertNumber}</Text>
            )}
            <AlertBadge alert={alert} />
          </div>
        ))}
      </Stack>
    </section>
  );
}

function Actions({ person }: { person: PersonView }) {
  const t = useTexts(personTexts);
  const rights = useTexts(rightsTexts);
  const { may } = useSession();
  const user = useUser();
  const navigate = route.useNavigate();
  const [correcting, setCorrecting] = useState(false);
  const { locale } = useLocale();
  return (
    <>
      {may('person.print') && (
        <DownloadMenu
          path={`/v1/persons/${person.id}/dossier`}
          query={{ language: locale }}
          name={`${person.registryNumber}-${locale}`}
          formats={['pdf']}
          label={t('dossier')}
        />
      )}
      {may('person.merge.propose') && (
        <Button
          variant="default"
          leftSection={<IconArrowMerge size={16} />}
          onClick={() => void navigate({ search: { mergeWith: person.id } })}
        >
          {t('proposeMerge')}
        </Button>
      )}
      {may('correction.propose') && person.source.state !== user.agency.state && (
        <Button
          variant="default"
          leftSection={<IconPencilQuestion size={16} aria-hidden />}
          onClick={() => setCorrecting(true)}
        >
          {rights('proposeCorrection')}
        </Button>
      )}
      <HoldButton type="person" id={person.id} number={person.registryNumber} />
      {correcting && <CorrectionDialog person={person} onClose={() => setCorrecting(false)} />}
      {may('alert.write') && (
        <Button
          leftSection={<IconPlus size={16} />}
          renderRoot={(props) => <Link to="/alerts/new" search={{ personId: person.id }} {...props} />}
        >
          {t('newAlert')}
        </Button>
      )}
    </>
  );
}

export function PersonPage() {
  const date = useShownDate();
  const t = useTexts(personTexts);
  const sex = useTexts(sexWords);
  const { locale } = useLocale();
  const { may } = useSession();
  const { personId } = route.useParams();
  const { mergeWith } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: person, error, refetch } = usePerson(personId);
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <MissingPerson personId={personId} mergedIntoId={error.extra['mergedIntoId'] as string | undefined} />
    );
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!person) return <Skeleton h={420} />;
  const main = person.names.find(({ type }) => type === 'PRIMARY') ?? person.names[0];
  const lead = [
    person.registryNumber,
    sex(person.sex),
    person.birthDates[0] && date(person.birthDates[0].date),
    t('recordedBy', { state: person.source.state }),
    t('updated', { date: formatDateTime(locale, person.updatedAt) }),
  ].filter(Boolean);
  return (
    <Page
      title={main?.full ?? person.registryNumber}
      lead={lead.join(' · ')}
      actions={<Actions person={person} />}
    >
      {person.restricted && <RestrictedNote person={person} />}
      {person.breakGlass && (
        <Group gap="xs" mb="md" role="status">
          <IconAlarm size={18} aria-hidden />
          <Text size="sm" fw={600}>
            {t('breakGlassOpen')}
          </Text>
        </Group>
      )}
      <div className={classes['layout']}>
        <Parts person={person} />
        <aside>
          <PhotosCard person={person} />
          <Alerts person={person} />
          <QualityCard quality={person.quality} />
          {may('person.write') && person.source.own && <DuplicatesCard personId={person.id} />}
          {may('person.merge.propose') && <MergesCard personId={person.id} />}
        </aside>
      </div>
      {mergeWith && (
        <MergeDialog
          person={person}
          otherId={mergeWith === person.id ? undefined : mergeWith}
          onClose={() => void navigate({ search: {} })}
        />
      )}
    </Page>
  );
}
