// Identifiers of assets: encrypted as they are, and hashed so that the same thing is recognised.
import type { IdentifierKind } from '../../domain/assets/vocabulary.ts';
import type { Vault } from '../../platform/security/vault.ts';

const CONTEXT = 'asset.identifiers';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** Letters and digits only, in capitals: how a number is grouped on paper does not matter. */
const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export function sealIdentifiers(vault: Vault, identifiers: readonly Identifier[]) {
  return {
    identifiers:
      identifiers.length === 0 ? null : new Uint8Array(vault.encrypt(CONTEXT, JSON.stringify(identifiers))),
    identifierHashes: identifiers
      .filter(({ value }) => plain(value) !== '')
      .map(({ kind, value }) => vault.digest(CONTEXT, `${kind}:${plain(value)}`).toString('hex')),
  };
}

export const openIdentifiers = (vault: Vault, sealed: Uint8Array | null): Identifier[] =>
  sealed === null ? [] : (JSON.parse(vault.decrypt(CONTEXT, sealed)) as Identifier[]);
