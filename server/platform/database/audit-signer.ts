// The signature under a seal of the audit log.
import { createSigner, type Signer } from '../security/signer.ts';
import type { Vault } from '../security/vault.ts';

export type AuditSigner = Signer;

export const createAuditSigner = (vault: Vault): AuditSigner => createSigner(vault, 'audit-signing');
