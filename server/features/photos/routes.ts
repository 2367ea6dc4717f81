// The endpoints of photos.
import { type Route, route } from '../../platform/http/route.ts';
import { personParams, removedAnswer } from '../persons/contract.ts';
import { imageQuery, MAX_PHOTO_BYTES, photoAnswer, photoBody, photoParams } from './contract.ts';
import type { PhotoService } from './service.ts';

export const photoRoutes = (photos: PhotoService): Route[] => [
  route({
    id: 'addPhoto',
    method: 'post',
    path: '/v1/persons/{personId}/photos',
    tag: 'Photos',
    summary: 'Add a photo (JPEG, PNG or WebP; at most 15 MB and 60 megapixels)',
    description:
      'The image is turned upright, freed of all metadata, made at most 4 000 pixels long and kept as JPEG with a thumbnail of 320 pixels.',
    permission: 'person.write',
    rate: 'write',
    params: personParams,
    body: photoBody,
    upload: { maxBytes: MAX_PHOTO_BYTES },
    idempotent: true,
    success: { status: 201, body: photoAnswer },
    problems: ['not-found', 'forbidden', 'too-large', 'unreadable-file'],
    handler: ({ actor, params, file, body }) => photos.addPhoto(actor, params.personId, file, body),
  }),
  route({
    id: 'getPhotoImage',
    method: 'get',
    path: '/v1/photos/{photoId}/image',
    tag: 'Photos',
    summary: 'See a photo, marked with the viewer’s id and the time',
    description: 'The look is recorded before the image is sent. It must not be cached.',
    permission: 'person.read',
    purpose: 'header',
    rate: 'read',
    params: photoParams,
    query: imageQuery,
    success: { status: 200, mediaTypes: ['image/jpeg'] },
    problems: ['not-found'],
    handler: ({ actor, params, query }) => photos.showPhoto(actor, params.photoId, query),
  }),
  route({
    id: 'removePhoto',
    method: 'delete',
    path: '/v1/photos/{photoId}',
    tag: 'Photos',
    summary: 'Remove a photo of the own side',
    description: 'If-Match names the version of the person.',
    permission: 'person.write',
    rate: 'write',
    params: photoParams,
    ifMatch: true,
    success: { status: 200, body: removedAnswer },
    problems: ['not-found', 'forbidden'],
    handler: ({ actor, params, version }) => photos.removePhoto(actor, params.photoId, version),
  }),
];
