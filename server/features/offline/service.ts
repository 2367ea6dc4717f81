// Makes the copy that a post without a line takes along: whom to refer, as hashes, for one device, for two days.
import { type Actor, may } from '../../domain/access/actor.ts';
import { borderTokens } from '../../domain/access/audience.ts';
import { Problem } from '../../domain/errors.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { expiryOf } from '../../domain/offline/copy.ts';
import { recordHandles } from '../../domain/offline/handles.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { newId, newSecret } from '../../platform/ids.ts';
import { deviceKeyId, sealFor } from '../../platform/security/sealed-file.ts';
import { createSigner } from '../../platform/security/signer.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { Screener } from '../search/screening.ts';
import { COPY_FORMAT, type HandleGroup, hashHandle, type OfflineCopy } from './contract.ts';
import { wantedRows } from './store.ts';

export interface MadeCopy {
  readonly id: string;
  /** The file. */
  readonly text: string;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly persons: number;
}

export interface OfflineCopies {
  /** By which devices know copies of this installation; brought to them by hand. */
  readonly trustedPem: string;
  /**
   * @param post the named post or device
   * @param devicePem its public key
   * @throws Problem `forbidden`, recorded, without the right
   */
  exportFor(actor: Actor, post: string, devicePem: string): Promise<MadeCopy>;
}

export interface OfflineParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly names: Pick<NameEngine, 'spellings' | 'keyVersion'>;
  readonly screener: Pick<Screener, 'usable'>;
}

const AT_ONCE = 500;

export function createOfflineCopies({
  database,
  clock,
  vault,
  names,
  screener,
}: OfflineParts): OfflineCopies {
  const signer = createSigner(vault, 'offline-copy-signing');

  /** Hashes by the instant at which they cease to count. */
  async function collect(state: string, agencyId: string, salt: Buffer, now: Date, expiresAt: Date) {
    const tokens = borderTokens(state, agencyId);
    const groups = new Map<string | null, Set<string>>();
    let persons = 0;
    for await (const rows of wantedRows(database.pool, tokens, now, AT_ONCE))
      for (const row of rows) {
        const record = screener.usable(row, tokens, now);
        if (record === null) continue;
        persons += 1;
        const until = row.endsAt < expiresAt ? row.endsAt.toISOString() : null;
        const group = groups.get(until) ?? new Set();
        groups.set(until, group);
        for (const handle of recordHandles(names.spellings, record))
          group.add(hashHandle(salt, handle).toString('latin1'));
      }
    const sorted = [...groups].map(
      ([until, handles]): HandleGroup => ({
        until,
        handles: Buffer.from([...handles].sort().join(''), 'latin1').toString('base64'),
      }),
    );
    return { persons, groups: sorted };
  }

  return {
    trustedPem: signer.publicKeyPem,

    async exportFor(actor, post, devicePem) {
      const { state, agencyId } = actor;
      const device = deviceKeyId(devicePem);
      const at = clock.now();
      const purposeful: Actor = { ...actor, purpose: { code: 'P2', reference: post } };
      const id = newId(at.getTime());
      if (state === null || agencyId === null || !may(actor, 'offline.export')) {
        await database.record(purposeful, {
          type: 'offline.exported',
          outcome: 'REFUSED',
          data: { copyId: id, post, device, persons: 0 },
        });
        throw new Problem('forbidden');
      }
      const expiresAt = expiryOf(at);
      const salt = Buffer.from(newSecret(), 'base64url');
      const { persons, groups } = await collect(state, agencyId, salt, at, expiresAt).catch((error) =>
        Promise.reject(asProblem(error)),
      );
      const copy: OfflineCopy = {
        ...{ id, post, state, at: at.toISOString(), expiresAt: expiresAt.toISOString() },
        keyVersion: names.keyVersion,
        salt: salt.toString('base64'),
        groups,
      };
      const text = sealFor(devicePem, COPY_FORMAT, JSON.stringify(copy), signer);
      // Before the file leaves: a copy of which nobody knows cannot be called back.
      await database.record(purposeful, {
        type: 'offline.exported',
        data: { copyId: id, post, device, persons },
      });
      return { id, text, at, expiresAt, persons };
    },
  };
}
