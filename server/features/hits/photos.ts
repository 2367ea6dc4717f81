// The photos of the person behind a hit, so that second line can compare faces: within the hit, and never without the viewer's mark.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound } from '../../domain/errors.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { FileReply } from '../../platform/http/route.ts';
import type { ImageQuery } from '../photos/contract.ts';
import type { PhotoService } from '../photos/service.ts';
import { hitReaderOf, isSecondLineOf } from './reader.ts';
import type { HitDeps } from './steps.ts';
import { findHit } from './store.ts';

export interface HitPhotoDeps extends Pick<HitDeps, 'database' | 'clock'> {
  readonly photos: Pick<PhotoService, 'showPhoto'>;
}

export function createHitPhotos({ database, clock, photos }: HitPhotoDeps) {
  return {
    /**
     * Second line sees them while the hit is open, the owner at any time; both only what they may see of the record now.
     * @throws Problem `not-found` alike for no hit, no photo of its person, and one that may not be seen
     */
    async showHitPhoto(
      actor: Actor,
      hitId: string,
      photoId: string,
      { size }: ImageQuery,
    ): Promise<FileReply> {
      const hit = await findHit(database.prisma, hitId, hitReaderOf(actor), clock.now()).catch((error) =>
        Promise.reject(asProblem(error)),
      );
      if (hit?.kind !== 'MATCH') throw notFound();
      const isOwner = hit.ownerState === actor.state;
      if (!isOwner && !(isSecondLineOf(actor, hit) && hit.closedAt === null)) throw notFound();
      const purposeful: Actor = { ...actor, purpose: { code: 'P2', reference: hit.reference } };
      return photos.showPhoto(purposeful, photoId, { size }, hit.personId);
    },
  };
}
