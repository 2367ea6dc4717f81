// Photos of persons: cleaned before they are kept, and never shown without the viewer's mark.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { cleanPhoto } from '../../platform/files/photos.ts';
import { watermark } from '../../platform/files/watermark.ts';
import { FileReply, type UploadedFile } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import { bindable, mayAdd, type OpenPerson, type PersonAccess } from '../persons/service.ts';
import type { ImageQuery, PhotoAnswer, PhotoBody } from './contract.ts';
import { clearPrimary, deletePhoto, findPhoto, insertPhoto } from './store.ts';
import { photoViewOf } from './view.ts';

export interface PhotoService {
  addPhoto(actor: Actor, personId: string, file: UploadedFile | null, body: PhotoBody): Promise<PhotoAnswer>;
  /** @param ofPerson only a photo of this person, where it is seen for the sake of somebody in particular */
  showPhoto(actor: Actor, photoId: string, query: ImageQuery, ofPerson?: string): Promise<FileReply>;
  removePhoto(actor: Actor, photoId: string, version: number): Promise<{ version: number }>;
}

export interface PhotoDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly persons: PersonAccess;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
}

const LONGEST_NAME = 255;

/** Two lines of an id and one of the time: short enough for a thumbnail. */
const marksOf = ({ id }: Actor, now: Date): string[] => [
  ...(id.match(/.{1,18}/gu) ?? []).map((line) => line.replace(/^-|-$/gu, '')),
  `${now.toISOString().slice(0, 16).replace('T', ' ')}Z`,
];

export function createPhotoService({
  database,
  clock,
  files,
  persons,
  disclosures,
}: PhotoDeps): PhotoService {
  function demandRightToAdd(person: OpenPerson, actor: Actor): { state: string; agencyId: string } {
    const { state, agencyId } = actor;
    if (state === null || agencyId === null || !mayAdd(person, actor)) throw new Problem('forbidden');
    return { state, agencyId };
  }

  function judge(person: OpenPerson, actor: Actor, state: string, body: PhotoBody, now: Date): void {
    const { takenOn, alertId } = body;
    const faults = [
      ...(takenOn && takenOn > now.toISOString().slice(0, 10) ? [{ at: '/takenOn', code: 'IN_FUTURE' }] : []),
      ...(alertId && !bindable(person, actor, state).includes(alertId)
        ? [{ at: '/alertId', code: 'UNKNOWN_ALERT' }]
        : []),
    ];
    if (faults.length > 0) throw new Problem('validation-failed', faults);
  }

  /** @throws Problem `not-found` alike for no photo, no such person for the actor, and a row that he may not use */
  async function findUsable(actor: Actor, photoId: string) {
    const photo = await findPhoto(database.prisma, photoId).catch((error) =>
      Promise.reject(asProblem(error)),
    );
    if (!photo) throw notFound();
    const person = await persons.openForReading(actor, photo.personId);
    if (!person.photos.some(({ id }) => id === photoId)) throw notFound();
    return { photo, person };
  }

  return {
    async addPhoto(actor, personId, file, body) {
      if (!file) throw new Problem('validation-failed', [{ at: '/file', code: 'required' }]);
      // Nobody makes the server decode an image for a person that he may not add to.
      const seen = await persons.openForReading(actor, personId);
      judge(seen, actor, demandRightToAdd(seen, actor).state, body, clock.now());
      const { mediaType, image, thumbnail, width, height } = await cleanPhoto(file.path);
      // Kept before the row that names them is committed; a file without a row is harmless.
      const [kept, keptThumbnail] = [await files.put(image), await files.put(thumbnail)];
      return database.transaction(actor, async (tx) => {
        const person = await persons.openForChange(tx, actor, personId, null);
        const { state, agencyId } = demandRightToAdd(person, actor);
        judge(person, actor, state, body, tx.now);
        const own = person.photos.filter((photo) => person.ownsRow(photo));
        const isPrimary = body.isPrimary ?? own.length === 0;
        if (isPrimary)
          await clearPrimary(
            tx,
            own.map(({ id }) => id),
          );
        const photo = await insertPhoto(tx, {
          id: newId(tx.now.getTime()),
          personId,
          sha256: kept.sha256,
          thumbSha256: keptThumbnail.sha256,
          fileName: file.originalName.slice(0, LONGEST_NAME),
          mediaType,
          bytes: kept.bytes,
          width,
          height,
          takenOn: dateOf(body.takenOn ?? null),
          isPrimary,
          alertId: body.alertId ?? null,
          sourceState: state,
          sourceAgencyId: agencyId,
          sourceRef: body.sourceRef ?? null,
          confidence: body.confidence ?? 'MEDIUM',
          sensitivity: body.sensitivity ?? 'NORMAL',
          recordedBy: actor.id,
          recordedAt: tx.now,
        });
        tx.audit({
          type: 'photo.added',
          data: { photoId: photo.id, sha256: photo.sha256 },
          subject: { type: 'person', id: personId },
        });
        return { version: await persons.close(tx, personId), photo: photoViewOf(photo, true) };
      });
    },

    async showPhoto(actor, photoId, { size }, ofPerson) {
      const { photo, person } = await findUsable(actor, photoId);
      if (ofPerson !== undefined && photo.personId !== ofPerson) throw notFound();
      const image = await files.read(size === 'thumb' ? photo.thumbSha256 : photo.sha256);
      const marked = await watermark(image, marksOf(actor, clock.now()));
      await Promise.all([
        database.record(actor, {
          type: 'photo.viewed',
          data: { photoId },
          subject: { type: 'person', id: photo.personId },
        }),
        disclosures.note(actor, 'PHOTO', [
          {
            personId: photo.personId,
            alertIds: person.alerts.map(({ id }) => id),
            ownerStates: [photo.sourceState],
          },
        ]),
      ]);
      return new FileReply(photo.mediaType, marked);
    },

    async removePhoto(actor, photoId, version) {
      const { photo } = await findUsable(actor, photoId);
      return database.transaction(actor, async (tx) => {
        const person = await persons.openForChange(tx, actor, photo.personId, version);
        const row = person.photos.find(({ id }) => id === photoId);
        if (!row) throw notFound();
        if (!person.ownsRow(row)) throw new Problem('forbidden');
        await deletePhoto(tx, photoId);
        tx.audit({
          type: 'photo.removed',
          data: { photoId },
          subject: { type: 'person', id: photo.personId },
        });
        return { version: await persons.close(tx, photo.personId) };
      });
    },
  };
}
