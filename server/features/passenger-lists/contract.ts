// What is sent and said about passenger lists.
import { z } from 'zod';
import { ACTION_CODES, DANGER_FLAGS } from '../../domain/alerts/vocabulary.ts';
import { LINE_RESULTS, LIST_SOURCES } from '../../domain/passengers/list-outcome.ts';
import { LIST_STATES, LIST_STEPS } from '../../domain/passengers/list-state.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

export const MAX_LINES = 1_000;
export const MAX_LIST_BYTES = 5_000_000;

const DIRECTIONS = ['ENTRY', 'EXIT', 'TRANSIT'] as const;
const FORMATS = ['CSV', 'XLSX', 'JSON', 'PAXLST', 'REQUEST'] as const;
const LINE_REVIEWS = ['SAME', 'NOT_SAME', 'UNDECIDED'] as const;

const carrier = z.string().regex(/^[A-Z0-9]{2,3}$/);
const number = z.string().regex(/^\d{1,4}[A-Z]?$/);
const location = z.string().regex(/^[A-Z]{3}$/);
const shortText = z.string().trim().min(1).max(60);

const flightFields = {
  source: z.enum(LIST_SOURCES).meta({
    description: 'API: data read from documents. PNR: free text of bookings, never more than POSSIBLE.',
  }),
  direction: z.enum(DIRECTIONS).default('ENTRY'),
  from: location.optional(),
  to: location.optional(),
  checkpoint: shortText.optional(),
  dueAt: z.iso.datetime({ offset: true }).optional().meta({
    description: 'When the travellers stand at the border. The end of the flight date when not known.',
  }),
};

/** Members of an upload; what a PAXLST says itself may be left out. */
export const uploadBody = z.strictObject({
  ...flightFields,
  carrier: carrier.optional(),
  number: number.optional(),
  date: z.iso.date().optional(),
});

const text = z.string().max(1_000);
const traveller = z.strictObject({
  kind: z.enum(['PASSENGER', 'CREW']).default('PASSENGER'),
  name: text.optional(),
  family: text.optional(),
  given: text.optional(),
  patronymic: text.optional(),
  birthDate: text.optional(),
  sex: z.enum(['M', 'F', 'U']).optional(),
  nationality: text.optional(),
  documentType: text.optional(),
  documentNumber: text.optional(),
  documentState: text.optional(),
  documentExpiry: text.optional(),
  nationalId: text.optional(),
  booking: text.optional(),
  seat: text.optional(),
});

export const listBody = z
  .strictObject({
    ...flightFields,
    carrier,
    number,
    date: z.iso.date(),
    travellers: z.array(traveller).min(1).max(MAX_LINES),
  })
  .meta({
    id: 'PassengerListRequest',
    examples: [
      {
        source: 'API',
        carrier: 'ZZ',
        number: '123',
        date: '2026-11-24',
        direction: 'ENTRY',
        to: 'FRU',
        travellers: [
          {
            family: 'PROBAYEVA',
            given: 'AIGUL',
            birthDate: '1975-03',
            sex: 'F',
            documentNumber: 'N12345678',
            documentState: 'KAZ',
          },
        ],
      },
    ],
  });

const faultView = z.object({
  line: z.number().meta({ description: 'Line of the file, from 1; 0 for the whole of it.' }),
  segment: z.number().nullable().meta({ description: 'Segment of an EDIFACT message, from 1.' }),
  field: z.string().nullable(),
  code: z.string(),
  text: z.string(),
});

export const listView = z
  .object({
    id: z.string(),
    agencyId: z.string(),
    source: z.enum(LIST_SOURCES),
    format: z.enum(FORMATS),
    carrier: z.string(),
    number: z.string(),
    date: z.string(),
    direction: z.enum(DIRECTIONS),
    from: z.string().nullable(),
    to: z.string().nullable(),
    checkpoint: z.string().nullable(),
    dueAt: z.string(),
    status: z.enum(LIST_STATES),
    allowed: z.array(z.enum(LIST_STEPS)),
    progress: z.object({ lines: z.number(), screened: z.number(), repeated: z.number(), faults: z.number() }),
    results: z.object({ hit: z.number(), possible: z.number() }).meta({
      description: 'By the alerts of this moment, of the lines screened so far.',
    }),
    receivedAt: z.string(),
    screenedAt: z.string().nullable(),
    reviewedAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    arrivedAt: z.string().nullable(),
    purgedAt: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'PassengerList' });

export const listDetail = listView
  .extend({ faults: z.array(faultView).meta({ description: 'At most 1 000.' }) })
  .meta({ id: 'PassengerListDetail' });

export const lineView = z
  .object({
    id: z.string(),
    line: z.number(),
    kind: z.enum(['PASSENGER', 'CREW']),
    names: z.string(),
    birthDate: z.string().nullable(),
    sex: z.string().nullable(),
    nationality: z.string().nullable(),
    document: z.string().nullable(),
    booking: z.string().nullable(),
    seat: z.string().nullable(),
    result: z.enum([...LINE_RESULTS, 'PENDING']),
    colour: z.enum(['GREEN', 'AMBER', 'RED']).nullable(),
    dangerFlags: z.array(z.enum(DANGER_FLAGS)),
    actions: z.array(z.object({ code: z.enum(ACTION_CODES), text: z.string() })),
    isNews: z.boolean().meta({ description: 'It says more than when the list was reviewed.' }),
    review: z.enum(LINE_REVIEWS).nullable(),
  })
  .meta({ id: 'PassengerLine' });

export const listQuery = pageQuery.extend({
  status: z.enum(LIST_STATES).optional(),
  checkpoint: shortText.optional(),
  carrier: carrier.optional(),
  number: number.optional(),
  date: z.iso.date().optional(),
});
export const lineQuery = pageQuery.extend({
  result: z.enum(['HIT', 'POSSIBLE']).optional(),
});
export const lineReview = z
  .strictObject({ decision: z.enum(LINE_REVIEWS), note: z.string().trim().min(1).max(1_000) })
  .meta({ id: 'PassengerLineReview' });

export const listPage = pageOf(listView);
export const linePage = pageOf(lineView);
export const listParams = z.strictObject({ listId: z.uuid() });
export const listStepParams = z.strictObject({ listId: z.uuid(), step: z.enum(LIST_STEPS) });
export const lineParams = z.strictObject({ listId: z.uuid(), lineId: z.uuid() });

export type UploadBody = z.output<typeof uploadBody>;
export type ListBody = z.output<typeof listBody>;
export type ListView = z.output<typeof listView>;
export type ListDetail = z.output<typeof listDetail>;
export type LineView = z.output<typeof lineView>;
export type ListPage = z.output<typeof listPage>;
export type LinePage = z.output<typeof linePage>;
export type ListQuery = z.output<typeof listQuery>;
export type LineQuery = z.output<typeof lineQuery>;
export type LineReview = z.output<typeof lineReview>;
