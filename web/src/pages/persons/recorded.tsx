// After a person was recorded: the number, what looked odd, photos, and the way on.
import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PersonAnswer } from '../../api/registry-types.ts';
import { Page } from '../../components/page.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';
import { PhotosCard } from './photos-card.tsx';
import { QualityCard } from './quality-card.tsx';
import { usePerson } from './use-person.ts';

export function Recorded({ person }: { person: PersonAnswer }) {
  const t = useTexts(personTexts);
  const { may } = useSession();
  const now = usePerson(person.id).data ?? person;
  return (
    <Page
      title={t('recorded', { number: person.registryNumber })}
      lead={t('recordedLead')}
      actions={
        <>
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/persons/$personId" params={{ personId: person.id }} {...props} />
            )}
          >
            {t('openRecord')}
          </Button>
          {may('alert.write') && (
            <Button
              renderRoot={(props) => <Link to="/alerts/new" search={{ personId: person.id }} {...props} />}
            >
              {t('newAlert')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes['layout']}>
        <Stack>
          {person.warnings.length > 0 && (
            <section role="alert">
              <Title order={2} size="h5">
                {t('warnings')}
              </Title>
              <List size="sm">
                {person.warnings.map(({ at, code, text }) => (
                  <List.Item key={`${at} ${code}`}>
                    <Text size="sm">{text}</Text>
                  </List.Item>
                ))}
              </List>
            </section>
          )}
          <PhotosCard person={now} isOpen />
        </Stack>
        <Group align="flex-start">
          <QualityCard quality={now.quality} />
        </Group>
      </div>
    </Page>
  );
}
