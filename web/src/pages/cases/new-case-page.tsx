// A case from scratch: the alert, the state that is asked, the offences, and the treaty with why it governs.
import { Button, Checkbox, Collapse, Grid, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { alertEntry, alertView } from '../../../../server/features/alerts/view-contract.ts';
import { api } from '../../api/client.ts';
import { CountrySelect } from '../../components/country.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { TreatyChain, useResolution } from '../../components/treaty-chain.tsx';
import { alertTypeWords } from '../../i18n/alert-words.ts';
import { casePurposeWords } from '../../i18n/case-words.ts';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useTitleOfTreaty } from '../../i18n/use-treaty-title.ts';
import { useSession, useUser } from '../../session/session.tsx';
import { newCaseTexts } from './list-texts.ts';
import { offenceTitle } from './offence-title.ts';
import { useOptions } from './step-fields.tsx';

type AlertOption = z.output<typeof alertEntry>;
type AlertDetail = z.output<typeof alertView>;

const IN_FORCE: readonly AlertOption['status'][] = ['ACTIVE', 'LOCATED'];

/** Arrest alerts of the own state that are in force: what a request can rest on. */
function useArrestAlerts() {
  return useQuery({
    queryKey: ['alerts', 'for-case'],
    queryFn: async () => {
      const ask = (type: string) =>
        api.get<{ items: AlertOption[] }>('/v1/alerts', { query: { type, ownState: 'true', limit: 200 } });
      const [prosecution, sentence] = await Promise.all([ask('ARREST_PROSECUTION'), ask('ARREST_SENTENCE')]);
      return [...prosecution.items, ...sentence.items].filter(({ status }) => IN_FORCE.includes(status));
    },
  });
}

export function NewCasePage() {
  const t = useTexts(newCaseTexts);
  const { locale } = useLocale();
  const user = useUser();
  const { may } = useSession();
  const navigate = useNavigate();
  const { alertId: given } = useSearch({ strict: false }) as { alertId?: string };
  const type = useTexts(alertTypeWords);
  const purposes = useOptions(casePurposeWords);
  const alerts = useArrestAlerts();
  const [alertId, setAlertId] = useState<string | null>(given ?? null);
  const [requestedState, setState] = useState('');
  const [purpose, setPurpose] = useState<string>('PROSECUTION');
  const [inAbsentia, setAbsentia] = useState(false);
  const [located, setLocated] = useState(false);
  const [offences, setOffences] = useState<string[]>();
  const [reference, setReference] = useState('');
  const [language, setLanguage] = useState<string>('ru');
  const [treaty, setTreaty] = useState<string | null>(null);
  const [treatyReason, setTreatyReason] = useState('');
  const [open, { toggle }] = useDisclosure();
  const alert = useQuery({
    queryKey: ['alert-offences', alertId],
    queryFn: () => api.get<AlertDetail>(`/v1/alerts/${alertId}`),
    enabled: alertId !== null,
  });
  const resolution = useResolution(user.agency.state, requestedState);
  const titleOf = useTitleOfTreaty();
  const known = alert.data?.offences ?? [];
  const chosen = offences ?? known.map(({ id }) => id);
  const [key] = useState(() => crypto.randomUUID());
  const create = useMutation({
    mutationFn: () =>
      api.post<{ id: string }>('/v1/cases', {
        key: `${key}:${alertId}:${requestedState}`,
        body: {
          alertId,
          requestedState,
          purpose,
          inAbsentia,
          located,
          language,
          offenceIds: chosen,
          ...(reference.trim() && { ownReference: reference.trim() }),
          ...(treaty && treatyReason.trim() && { treaty: { code: treaty, reason: treatyReason.trim() } }),
        },
      }),
    onSuccess: ({ id }) => navigate({ to: `/cases/${id}` as string }),
  });
  const ready =
    alertId !== null &&
    requestedState !== '' &&
    chosen.length > 0 &&
    (treaty === null || treatyReason.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) create.mutate();
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <form onSubmit={submit}>
        <Grid>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Stack>
              <Select
                label={t('alert')}
                description={t('alertHelp')}
                data={(alerts.data ?? []).map((one) => ({
                  value: one.id,
                  label: `${one.alertNumber} · ${type(one.type)} · ${one.registryNumber}`,
                }))}
                value={alertId}
                onChange={(id) => {
                  setAlertId(id);
                  setOffences(undefined);
                }}
                searchable
                required
              />
              {alerts.error && <ProblemNote error={alerts.error} onRetry={() => void alerts.refetch()} />}
              <CountrySelect label={t('state')} value={requestedState} onChange={setState} required />
              <Select
                label={t('purpose')}
                data={purposes}
                value={purpose}
                onChange={(next) => setPurpose(next ?? 'PROSECUTION')}
                allowDeselect={false}
              />
              {known.length > 0 && (
                <Checkbox.Group label={t('offences')} value={[...chosen]} onChange={setOffences}>
                  <Stack gap={6} mt={4}>
                    {known.map((offence) => (
                      <Checkbox key={offence.id} value={offence.id} label={offenceTitle(offence, locale)} />
                    ))}
                  </Stack>
                </Checkbox.Group>
              )}
              <Checkbox
                label={t('located')}
                checked={located}
                onChange={({ currentTarget }) => setLocated(currentTarget.checked)}
              />
              <Checkbox
                label={t('inAbsentia')}
                checked={inAbsentia}
                onChange={({ currentTarget }) => setAbsentia(currentTarget.checked)}
              />
              <TextInput
                label={t('reference')}
                value={reference}
                onChange={({ currentTarget }) => setReference(currentTarget.value)}
              />
              <Select
                label={t('language')}
                data={LOCALES.map((value) => ({ value: value as string, label: LOCALE_NAMES[value] }))}
                value={language}
                onChange={(next) => setLanguage(next ?? 'ru')}
                allowDeselect={false}
              />
              {create.error && <ProblemNote error={create.error} />}
              <Button
                type="submit"
                w="fit-content"
                disabled={!ready || !may('case.propose')}
                loading={create.isPending}
              >
                {t('create')}
              </Button>
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Section title={t('treaty')}>
              {requestedState === '' ? (
                <Text size="sm" c="dimmed">
                  {t('treatyHelp')}
                </Text>
              ) : (
                <TreatyChain requesting={user.agency.state} requested={requestedState} />
              )}
              {resolution.data && (
                <Stack gap="xs" mt="sm">
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    w="fit-content"
                    onClick={toggle}
                    aria-expanded={open}
                  >
                    {t('override')}
                  </Button>
                  <Collapse expanded={open}>
                    <Stack gap="xs">
                      <Select
                        label={t('override')}
                        data={resolution.data.chain
                          .filter(({ outcome }) => outcome !== 'CHOSEN')
                          .map(({ code }) => ({ value: code, label: titleOf(code) }))}
                        value={treaty}
                        onChange={setTreaty}
                        clearable
                      />
                      {treaty && (
                        <Textarea
                          label={t('overrideReason')}
                          value={treatyReason}
                          onChange={({ currentTarget }) => setTreatyReason(currentTarget.value)}
                          required
                          autosize
                          minRows={2}
                        />
                      )}
                    </Stack>
                  </Collapse>
                </Stack>
              )}
            </Section>
          </Grid.Col>
        </Grid>
      </form>
    </Page>
  );
}
