// A suspected asset that a case claims is recorded, or what is known of an asset is changed.
import { Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetCaseView, AssetView } from '../../../../server/features/assets/view-contract.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { AssetFields } from './asset-fields.tsx';
import { assetTexts } from './asset-texts.ts';
import { assetBody, valuesOfAsset } from './asset-values.ts';

function useReloadAssets(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () =>
    Promise.all(
      ['asset', 'assets', 'asset-totals'].map((key) => cache.invalidateQueries({ queryKey: [key] })),
    );
}

export function NewAssetDialog({ assetCase, onClose }: { assetCase: AssetCaseView; onClose: () => void }) {
  const t = useTexts(assetTexts);
  const reload = useReloadAssets();
  const [key] = useState(() => crypto.randomUUID());
  const [empty] = useState(() => valuesOfAsset(null));
  const [values, setValues] = useState(empty);
  const [source, setSource] = useState('');
  const [share, setShare] = useState('1');
  const content = assetBody(values, null);
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={`${t('newAsset')} · ${assetCase.caseNumber}`}
      confirm={t('create')}
      valid={content.complete && source.trim() !== ''}
      onConfirm={async () => {
        await api.post(`/v1/asset-cases/${assetCase.id}/assets`, {
          key,
          body: { ...content.body, source: source.trim(), share: share.trim() },
        });
        await reload();
      }}
    >
      <AssetFields values={values} onChange={setValues} />
      <Textarea
        label={t('suspicion')}
        value={source}
        onChange={({ currentTarget }) => setSource(currentTarget.value)}
        maxLength={2_000}
        autosize
        minRows={2}
        required
      />
      <TextInput
        label={t('share')}
        description={t('shareHelp')}
        value={share}
        onChange={({ currentTarget }) => setShare(currentTarget.value)}
        inputMode="decimal"
        w={160}
      />
    </DecisionDialog>
  );
}

export function ChangeAssetDialog({ asset, onClose }: { asset: AssetView; onClose: () => void }) {
  const t = useTexts(assetTexts);
  const reload = useReloadAssets();
  const [before] = useState(() => valuesOfAsset(asset));
  const [values, setValues] = useState(before);
  const content = assetBody(values, before);
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('changeAsset')}
      confirm={t('save')}
      valid={content.complete && Object.keys(content.body).length > 0}
      onStale={reload}
      onConfirm={async () => {
        await api.patch(`/v1/assets/${asset.id}`, { version: asset.version, body: content.body });
        await reload();
      }}
    >
      <AssetFields values={values} onChange={setValues} />
    </DecisionDialog>
  );
}

interface Claim {
  readonly assetCaseId: string;
  readonly share: string;
}

/** Which cases claim the asset, and which part of it each. */
export function ClaimsDialog({
  asset,
  cases,
  onClose,
}: {
  asset: AssetView;
  cases: readonly AssetCaseView[];
  onClose: () => void;
}) {
  const t = useTexts(assetTexts);
  const reload = useReloadAssets();
  const [claims, setClaims] = useState<readonly Claim[]>(() =>
    asset.claims.map(({ assetCaseId, share }) => ({ assetCaseId, share })),
  );
  const sum = claims.reduce((total, { share }) => total + Number(share || 0), 0);
  const nameOf = (id: string) =>
    asset.claims.find(({ assetCaseId }) => assetCaseId === id)?.caseNumber ??
    cases.find((one) => one.id === id)?.caseNumber ??
    '';
  const free = cases.filter(
    (one) => one.closedAt === null && !claims.some(({ assetCaseId }) => assetCaseId === one.id),
  );
  const isShare = (share: string) => /^(1(\.0{1,4})?|0\.\d{1,4})$/.test(share) && Number(share) > 0;
  const tooMuch = sum > 1.000_01;
  // What is emptied claims nothing any more.
  const kept = claims.filter(({ share }) => share.trim() !== '');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('claims')}
      text={t('claimsText')}
      confirm={t('save')}
      valid={kept.length > 0 && kept.every(({ share }) => isShare(share)) && !tooMuch}
      onStale={reload}
      onConfirm={async () => {
        await api.put(`/v1/assets/${asset.id}/claims`, { version: asset.version, body: { claims: kept } });
        await reload();
      }}
    >
      {claims.map((claim) => (
        <TextInput
          key={claim.assetCaseId}
          label={nameOf(claim.assetCaseId)}
          value={claim.share}
          inputMode="decimal"
          onChange={({ currentTarget: { value } }) =>
            setClaims((now) =>
              now.map((one) => (one.assetCaseId === claim.assetCaseId ? { ...one, share: value } : one)),
            )
          }
          error={tooMuch ? t('tooMuch') : undefined}
        />
      ))}
      <Select
        label={t('claimBy')}
        data={free.map((one) => ({ value: one.id, label: `${one.caseNumber} · ${one.title}` }))}
        value={null}
        onChange={(id) => id && setClaims((now) => [...now, { assetCaseId: id, share: '' }])}
        searchable
        disabled={free.length === 0}
      />
    </DecisionDialog>
  );
}
