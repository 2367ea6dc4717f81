// The beginning of an alert: what is asked for; everything else is written into the draft.
import { Button, Radio, Stack } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { AlertReceipt } from '../../api/registry-types.ts';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { alertTypeWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { AlertPerson } from './alert-person.tsx';
import { alertTexts } from './alerts-texts.ts';

const route = getRouteApi('/alerts/new');

export function NewAlertPage() {
  const t = useTexts(alertTexts);
  const type = useTexts(alertTypeWords);
  const { personId } = route.useSearch();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState('ARREST_PROSECUTION');
  const [key] = useState(() => crypto.randomUUID());
  const begin = useMutation({
    mutationFn: () => api.post<AlertReceipt>('/v1/alerts', { body: { personId, type: chosen }, key }),
    onSuccess: ({ id }) => navigate({ to: '/alerts/$alertId', params: { alertId: id }, replace: true }),
  });
  if (!personId)
    return (
      <Empty
        icon={IconUserSearch}
        title={t('noPerson')}
        action={<Button renderRoot={(props) => <Link to="/search" {...props} />}>{t('toSearch')}</Button>}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <Page title={t('newTitle')} lead={t('newLead')}>
      <form onSubmit={submit}>
        <Stack maw={560}>
          <AlertPerson personId={personId} />
          <Radio.Group label={t('chooseType')} value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt="xs">
              {(Object.keys(alertTypeWords) as (keyof typeof alertTypeWords)[]).map((value) => (
                <Radio key={value} value={value} label={type(value)} />
              ))}
            </Stack>
          </Radio.Group>
          {begin.error && <ProblemNote error={begin.error} />}
          <Button type="submit" loading={begin.isPending} w="fit-content">
            {t('begin')}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
