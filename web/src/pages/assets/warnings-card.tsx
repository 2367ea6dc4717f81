// Freezes that run out: each stays until somebody says what was done, one that is over until a measure is recorded.
import { Anchor, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WarningView } from '../../../../server/features/assets/view-contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { assetTypeWords } from '../../i18n/asset-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import styles from '../cases/cases.module.css';
import { assetTexts } from './asset-texts.ts';

export function WarningsCard() {
  const t = useTexts(assetTexts);
  const type = useWords(assetTypeWords);
  const { locale } = useLocale();
  const { may } = useSession();
  const cache = useQueryClient();
  const [closing, setClosing] = useState<string | null>(null);
  const { rows, error, onRetry } = usePages<WarningView>('asset-warnings', '/v1/asset-warnings');
  return (
    <Section title={t('warnings')}>
      {error && <ProblemNote error={error} onRetry={onRetry} />}
      {!error && rows === undefined && <Skeleton h={60} />}
      {rows?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noWarnings')}
        </Text>
      )}
      <ul className={styles['plain']}>
        {rows?.map((one) => (
          <li key={one.id} className={styles['clock']}>
            <Group justify="space-between" wrap="wrap" gap="xs">
              <Group gap={8} wrap="nowrap" flex={1} miw={220}>
                {one.days === 0 ? (
                  <IconAlertTriangle size={18} aria-hidden />
                ) : (
                  <IconClock size={18} aria-hidden />
                )}
                <div>
                  <Anchor
                    size="sm"
                    fw={600}
                    renderRoot={(props) => <Link to={`/assets/${one.assetId}` as string} {...props} />}
                  >
                    {type(one.asset.type)}: {one.asset.description}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {one.days === 0 ? `${t('lapsed')} · ` : ''}
                    {t('expires', { on: formatDate(locale, one.expiresOn) })} · {one.asset.country}
                  </Text>
                </div>
              </Group>
              {may('asset.decide') && (
                <Button size="compact-sm" variant="default" onClick={() => setClosing(one.id)}>
                  {t('finish')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {closing && (
        <DecisionDialog
          opened
          onClose={() => setClosing(null)}
          title={t('finish')}
          confirm={t('finish')}
          note="required"
          noteLabel={t('closeWarning')}
          onConfirm={async (note) => {
            await api.post(`/v1/asset-warnings/${closing}/done`, { body: { note } });
            await cache.invalidateQueries({ queryKey: ['asset-warnings'] });
          }}
        />
      )}
    </Section>
  );
}
