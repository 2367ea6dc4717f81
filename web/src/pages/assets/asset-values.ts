// What is typed about an asset, and what of it the API is told.
import type { AssetView } from '../../../../server/features/assets/view-contract.ts';

export interface AssetValues {
  readonly type: string;
  readonly description: string;
  readonly country: string;
  readonly registeredOwner: string;
  readonly beneficialOwner: string;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  readonly amount: string;
  readonly currency: string;
  readonly on: string;
  readonly method: string;
  readonly valueSource: string;
  readonly sensitivity: string;
}

export const valuesOfAsset = (asset: AssetView | null): AssetValues => ({
  type: asset?.type ?? '',
  description: asset?.description ?? '',
  country: asset?.country ?? '',
  registeredOwner: asset?.registeredOwner ?? '',
  beneficialOwner: asset?.beneficialOwner ?? '',
  identifiers: asset && asset.identifiers.length > 0 ? asset.identifiers : [{ kind: 'CADASTRAL', value: '' }],
  amount: asset?.value?.amount ?? '',
  currency: asset?.value?.currency ?? 'USD',
  on: asset?.value?.on ?? new Date().toISOString().slice(0, 10),
  method: asset?.value?.method ?? 'ESTIMATE',
  valueSource: asset?.value?.source ?? '',
  sensitivity: asset?.sensitivity ?? 'NORMAL',
});

const words = (text: string): string | null => text.trim() || null;

function bodyOf(values: AssetValues) {
  const { amount, currency, on, method, valueSource } = values;
  return {
    type: values.type,
    description: values.description.trim(),
    country: values.country,
    registeredOwner: words(values.registeredOwner),
    beneficialOwner: words(values.beneficialOwner),
    identifiers: values.identifiers.flatMap(({ kind, value }) =>
      value.trim() === '' ? [] : [{ kind, value: value.trim() }],
    ),
    value:
      amount.trim() === ''
        ? null
        : { amount: amount.trim(), currency, on, method, source: valueSource.trim() },
    sensitivity: values.sensitivity,
  };
}

/** @param before what was there; null for a new asset: of a change only what differs is told */
export function assetBody(
  values: AssetValues,
  before: AssetValues | null,
): { readonly body: object; readonly complete: boolean } {
  const now = bodyOf(values);
  const old: Record<string, unknown> | null = before && bodyOf(before);
  const body = Object.fromEntries(
    Object.entries(now).filter(([name, value]) =>
      old === null ? value !== null : JSON.stringify(value) !== JSON.stringify(old[name]),
    ),
  );
  const { type, description, country, value } = now;
  return {
    body,
    complete: type !== '' && description !== '' && country !== '' && (value === null || value.source !== ''),
  };
}
