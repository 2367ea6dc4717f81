// A document is added: what it is and in which language first, then the bytes, with their progress.
import { Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileView, CaseView } from '../../api/case-types.ts';
import { upload } from '../../api/upload.ts';
import { DayInput } from '../../components/day-input.tsx';
import { Uploader } from '../../components/uploader.tsx';
import { caseDocumentWords } from '../../i18n/case-document-words.ts';
import { LOCALE_NAMES } from '../../i18n/locale.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useReloadCase } from './case-data.ts';
import { MAX_FILE_BYTES } from './file-limits.ts';
import { filesTexts } from './files-texts.ts';

const LANGUAGES = [
  ...Object.entries(LOCALE_NAMES),
  ['uz', 'Oʻzbekcha'],
  ['tg', 'Тоҷикӣ'],
  ['tr', 'Türkçe'],
].map(([value, label]) => ({ value: value as string, label: label as string }));
const SENSITIVITIES = ['NORMAL', 'RESTRICTED', 'SECRET'] as const;

export function AddFile({ file, files }: { file: CaseView; files: readonly CaseFileView[] }) {
  const t = useTexts(filesTexts);
  const document = useWords(caseDocumentWords);
  const reload = useReloadCase(file.id);
  const [code, setCode] = useState<string | null>(null);
  const [language, setLanguage] = useState<string>(file.language);
  const [translationOf, setTranslationOf] = useState<string | null>(null);
  const [sensitivity, setSensitivity] = useState<string>('NORMAL');
  const [shared, setShared] = useState(true);
  const [certifiedBy, setCertifiedBy] = useState('');
  const [certifiedOn, setCertifiedOn] = useState('');
  const originals = files.filter((one) => one.translationOf === null);
  const missing = new Set(
    file.checklist.filter((one) => one.required && !one.present).map((one) => one.code),
  );
  const certificate =
    certifiedBy.trim() && certifiedOn ? { certifiedBy: certifiedBy.trim(), certifiedOn } : {};
  const options = Object.keys(caseDocumentWords)
    .map((value) => ({ value, label: `${value} ${document(value)}` }))
    .sort((a, b) => Number(missing.has(b.value as never)) - Number(missing.has(a.value as never)));
  return (
    <Stack gap="sm">
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <Select
          label={t('code')}
          data={options}
          value={code}
          onChange={setCode}
          searchable
          required
          miw={260}
        />
        <Select
          label={t('language')}
          data={LANGUAGES}
          value={language}
          onChange={(next) => setLanguage(next ?? 'ru')}
          allowDeselect={false}
          miw={160}
        />
        <Select
          label={t('sensitivity')}
          data={SENSITIVITIES.map((value) => ({ value, label: t(value) }))}
          value={sensitivity}
          onChange={(next) => setSensitivity(next ?? 'NORMAL')}
          allowDeselect={false}
          miw={200}
        />
      </Group>
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <Select
          label={t('translationOf')}
          placeholder={t('original')}
          data={originals.map((one) => ({
            value: one.id,
            label: `${one.code} ${document(one.code)} (${one.language})`,
          }))}
          value={translationOf}
          onChange={setTranslationOf}
          clearable
          miw={260}
        />
        <TextInput
          label={t('certifiedBy')}
          value={certifiedBy}
          onChange={({ currentTarget }) => setCertifiedBy(currentTarget.value)}
          miw={160}
        />
        <DayInput label={t('certifiedOn')} value={certifiedOn} onChange={setCertifiedOn} miw={160} />
      </Group>
      <Checkbox
        label={t('shared')}
        checked={shared}
        onChange={({ currentTarget }) => setShared(currentTarget.checked)}
      />
      {code === null && (
        <Text size="xs" c="dimmed">
          {t('choose')}
        </Text>
      )}
      <Uploader
        label={t('add')}
        maxBytes={MAX_FILE_BYTES}
        disabled={code === null}
        send={async (bytes, onProgress, signal, key) => {
          await upload(`/v1/cases/${file.id}/files`, bytes, {
            key,
            signal,
            onProgress,
            fields: {
              code: code ?? '',
              language,
              shared: String(shared),
              sensitivity,
              ...(translationOf && { translationOf }),
              ...certificate,
            },
          });
          await reload();
        }}
      />
    </Stack>
  );
}
