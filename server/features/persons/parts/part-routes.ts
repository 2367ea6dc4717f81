// The endpoints of the parts of a person: three for each of the six kinds.
import { z } from 'zod';
import { type Route, route } from '../../../platform/http/route.ts';
import { partParams, personParams, removedAnswer, warning } from '../contract.ts';
import { PART_KINDS, PART_MEMBERS, type PartMember } from './part-kinds.ts';
import type { PartsService } from './parts-service.ts';

const KIND_WORDS: Readonly<Record<PartMember, { name: string; words: string }>> = {
  names: { name: 'Name', words: 'a name' },
  birthDates: { name: 'BirthDate', words: 'a birth date' },
  nationalities: { name: 'Nationality', words: 'a nationality' },
  documents: { name: 'Document', words: 'an identity document' },
  nationalIds: { name: 'NationalId', words: 'a national id' },
  marks: { name: 'Mark', words: 'a distinguishing mark' },
};

const version = z.number().meta({ description: 'Of the person, after the change.' });

function routesOf(member: PartMember, parts: PartsService): Route[] {
  const { path, body, patch, view } = PART_KINDS[member];
  const { name, words } = KIND_WORDS[member];
  const answer = z.object({ version, part: view, warnings: z.array(warning) }).meta({ id: `${name}Answer` });
  return [
    route({
      id: `add${name}`,
      method: 'post',
      path: `/v1/persons/{personId}/${path}`,
      tag: 'Persons',
      summary: `Add ${words}`,
      description:
        'The row belongs to the caller’s agency. Another state than the recording one may add rows where it works on an alert of its own.',
      permission: 'person.write',
      rate: 'write',
      params: personParams,
      body,
      idempotent: true,
      success: { status: 201, body: answer },
      problems: ['not-found', 'forbidden'],
      handler: (input) => parts.addPart(input.actor, input.params.personId, member, input.body),
    }),
    route({
      id: `change${name}`,
      method: 'patch',
      path: `/v1/persons/{personId}/${path}/{partId}`,
      tag: 'Persons',
      summary: `Change ${words} of the own side`,
      description: 'Only what is named changes; null clears. If-Match names the version of the person.',
      permission: 'person.write',
      rate: 'write',
      params: partParams,
      body: patch,
      ifMatch: true,
      success: { status: 200, body: answer },
      problems: ['not-found', 'forbidden'],
      handler: (input) =>
        parts.changePart(
          input.actor,
          input.params.personId,
          member,
          input.params.partId,
          input.version,
          input.body,
        ),
    }),
    route({
      id: `remove${name}`,
      method: 'delete',
      path: `/v1/persons/{personId}/${path}/{partId}`,
      tag: 'Persons',
      summary: `Remove ${words} of the own side`,
      description: 'If-Match names the version of the person.',
      permission: 'person.write',
      rate: 'write',
      params: partParams,
      ifMatch: true,
      success: { status: 200, body: removedAnswer },
      problems: ['not-found', 'forbidden', 'conflict'],
      handler: ({ actor, params, version: seen }) =>
        parts.removePart(actor, params.personId, member, params.partId, seen),
    }),
  ];
}

export const partRoutes = (parts: PartsService): Route[] =>
  PART_MEMBERS.flatMap((member) => routesOf(member, parts));
