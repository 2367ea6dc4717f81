// The channel to other installations; other features and the jobs come in here.
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Outgoing } from '../../platform/security/outgoing.ts';
import { createSigner } from '../../platform/security/signer.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AlertService } from '../alerts/service.ts';
import type { HitService } from '../hits/service.ts';
import type { PersonService } from '../persons/service.ts';
import { createChannelBooks } from './channel-store.ts';
import { createComposer } from './composer.ts';
import { createHitComposer, createHitTakers } from './hits.ts';
import { createLetters } from './letters.ts';
import { createPeers } from './peers.ts';
import { createReceiver } from './receiver.ts';
import { createSender } from './sender.ts';
import { createTaker } from './taking.ts';

export interface ExchangeDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'accepts' | 'ask'>;
  readonly alerts: Pick<AlertService, 'putForeign' | 'endForeign'>;
  readonly persons: Pick<PersonService, 'putForeign' | 'eraseForeign'>;
  readonly hits: Pick<HitService, 'toldOf' | 'putForeign' | 'takeOwnerWord'>;
  /** 0–1, another each time. */
  spread(): number;
}

const KEEP_DAYS = 90;

export function createExchangeService(deps: ExchangeDeps) {
  const { database, clock, vault } = deps;
  const signer = createSigner(vault, 'exchange-signing');
  const books = createChannelBooks(database.pool);
  const base = { ...deps, signer, books };
  const composer = createComposer({ ...base, composeHit: createHitComposer(deps.hits) });
  const { send, pingAll } = createSender(base);
  const { endPeer, ...peers } = createPeers(base);
  const { letters, letterTakers } = createLetters(deps);
  const further = { ...createHitTakers(deps.hits), ...letterTakers };
  return {
    exchange: {
      ...peers,
      letters,
      ...createReceiver({ ...base, take: createTaker({ ...deps, further }) }),
    },
    channel: {
      ...composer,
      send,
      pingAll,
      endPeer,
      async composeAll() {
        await books.noteAll();
        await composer.composeNoted();
      },
      purge: () => books.purge(new Date(clock.now().getTime() - KEEP_DAYS * 86_400_000)),
    },
  };
}

export type ExchangeService = ReturnType<typeof createExchangeService>['exchange'];
export type ExchangeChannel = ReturnType<typeof createExchangeService>['channel'];
