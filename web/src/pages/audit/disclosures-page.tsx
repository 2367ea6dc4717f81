// The ledger of disclosures of one person: who was shown what, when and how.
import { Box, Button, Group, Text, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { DisclosureView } from '../../../../server/features/disclosures/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { PersonPicker, type PickedPerson } from '../../components/person-picker.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { auditTexts } from './audit-texts.ts';
import { useNames } from './use-names.ts';

/** Who may search chooses a person; an auditor, who may not, has the number from paper or from the log. */
type Asked = { readonly personId: string } | { readonly registryNumber: string };

export function DisclosuresPage() {
  const t = useTexts(auditTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = usePages<DisclosureView>('disclosures', '/v1/disclosures', { ...asked }, asked !== null);
  const name = useNames(
    list.rows?.flatMap(({ recipientId, recipientAgencyId }) => [recipientId, recipientAgencyId]) ?? [],
  );
  const choose = (picked: PickedPerson | null) => {
    setPerson(picked);
    setAsked(picked && { personId: picked.id });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked({ registryNumber: typed.trim() });
  };
  return (
    <Page title={t('disclosures')} lead={t('disclosuresLead')}>
      {may('search.persons') && (
        <Box maw={620} mb="md">
          <PersonPicker value={person} onChange={choose} />
        </Box>
      )}
      {!may('search.persons') && (
        <form onSubmit={submit}>
          <Group align="flex-end" mb="md">
            <TextInput
              label={t('number')}
              description={t('numberHelp')}
              placeholder="KG-2026-000001-0"
              maxLength={40}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              w={360}
              required
            />
            <Button type="submit">{t('search')}</Button>
          </Group>
        </form>
      )}
      {asked === null ? (
        <Text size="sm" c="dimmed">
          {t(may('search.persons') ? 'personChoose' : 'numberFirst')}
        </Text>
      ) : (
        <DataTable
          {...list}
          caption={t('disclosures')}
          rowId={({ id }) => id}
          empty={<Empty icon={IconEye} title={t('none')} />}
          columns={[
            {
              id: 'at',
              header: t('at'),
              sortBy: (one) => one.at,
              cell: (one) => formatDateTime(locale, one.at),
            },
            {
              id: 'who',
              header: t('recipient'),
              cell: (one) =>
                [one.recipientState, name(one.recipientAgencyId), one.recipientId && name(one.recipientId)]
                  .filter(Boolean)
                  .join(' · '),
            },
            { id: 'via', header: t('via'), sortBy: (one) => one.via, cell: (one) => t(one.via) },
            { id: 'owners', header: t('owners'), cell: (one) => one.ownerStates.join(', ') },
          ]}
        />
      )}
    </Page>
  );
}
