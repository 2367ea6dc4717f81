// Puts together what is exchanged with other systems: webhooks, and the channel to other installations.
import type { Config } from '../config.ts';
import type { AgencyService } from '../features/agencies/service.ts';
import type { AlertService } from '../features/alerts/service.ts';
import { createExchangeService } from '../features/exchange/service.ts';
import type { HitService } from '../features/hits/service.ts';
import type { PersonService } from '../features/persons/service.ts';
import { createWebhookCourier, createWebhookService } from '../features/webhooks/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import { createOutgoing, NO_OUTGOING } from '../platform/security/outgoing.ts';
import type { Vault } from '../platform/security/vault.ts';

export interface ExchangeParts {
  readonly config: Pick<Config, 'training' | 'webhookAllowedHosts'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly logger: Logger;
  readonly agencies: AgencyService;
  readonly alerts: AlertService;
  readonly hits: HitService;
  readonly persons: PersonService;
}

export function createExchange(parts: ExchangeParts) {
  const { config, database, vault, agencies } = parts;
  const outgoing = config.training
    ? NO_OUTGOING
    : createOutgoing({ allowedHosts: config.webhookAllowedHosts });
  // The random end of an id is chance enough.
  const spread = () => Number.parseInt(newId().slice(-4), 16) / 0xffff;
  return {
    webhooks: createWebhookService({ database, vault, agencies, outgoing }),
    courier: createWebhookCourier({
      ...parts,
      outgoing,
      stopwatch: () => performance.now(),
      spread,
    }),
    ...createExchangeService({ ...parts, outgoing, spread }),
    closeExchange: () => outgoing.close(),
  };
}
