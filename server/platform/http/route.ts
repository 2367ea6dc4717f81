// A route is one object: router, validation, authorization and OpenAPI all come from it.
import type { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import type { Permission } from '../../domain/access/permission.ts';
import type { ProblemCode } from '../../domain/errors.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** How often a caller may use the route: see `platform/http/rate-limit.ts` for the figures. */
export type RateClass = 'login' | 'read' | 'write' | 'search' | 'suggest' | 'check' | 'exchange' | 'none';

export interface UploadedFile {
  /** Path of the received file in a folder of its own; removed after the handler ends. */
  readonly path: string;
  readonly originalName: string;
  readonly bytes: number;
}

/** What a handler is given; everything is checked before it runs. */
export interface Input<P, Q, B> {
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The version named by If-Match; always given where the route says `ifMatch`. */
  readonly version: number;
  readonly file: UploadedFile | null;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly userAgent: string | null;
  /** Where the reader of an open answer goes on. */
  readonly lastEventId: string | null;
}

/** A handler's answer where more than a JSON body is needed. */
export class Reply {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];

  constructor(
    body: unknown,
    { headers = {}, cookies = [] }: { headers?: Record<string, string>; cookies?: string[] } = {},
  ) {
    this.body = body;
    this.headers = headers;
    this.cookies = cookies;
  }
}

/** Bytes instead of JSON: a photo, an export. */
export class FileReply {
  readonly mediaType: string;
  readonly content: Buffer | NodeJS.ReadableStream;
  /** Offered as a download under this name when given. */
  readonly fileName: string | undefined;
  /** Pages of other origins may show it in a frame. */
  readonly framed: boolean;

  constructor(mediaType: string, content: Buffer | NodeJS.ReadableStream, fileName?: string, framed = false) {
    this.mediaType = mediaType;
    this.content = content;
    this.fileName = fileName;
    this.framed = framed;
  }
}

/** One message of an open answer; `id` is where a reader goes on after he was away. */
export interface ServerEvent {
  readonly id: string;
  readonly type: string;
  /** Plain JSON. */
  readonly data: object;
}

/** An answer that stays open (server-sent events): it ends with the caller, his session, or the process. */
export class EventReply {
  readonly events: (signal: AbortSignal) => AsyncIterable<ServerEvent>;

  constructor(events: (signal: AbortSignal) => AsyncIterable<ServerEvent>) {
    this.events = events;
  }
}

export interface RouteSpec<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  /** Stable operation id, camelCase. */
  readonly id: string;
  readonly method: Method;
  /** OpenAPI form: `/v1/persons/{personId}`. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** `public` has to be typed: a route without a permission does not compile. */
  readonly permission: Permission | 'public';
  /**
   * The caller must say why: `Purpose` header, or `purpose` in the body. `address`: clients of foreign protocols, who cannot
   * send the header, may name it in the query, or have it in their key. `offered`: the same, and the handler demands it.
   */
  readonly purpose?: 'header' | 'body' | 'address' | 'offered';
  /** Takes an API key as `api_key` in the query, from programs that cannot send a header. */
  readonly keyInAddress?: boolean;
  /** Pages of other origins may ask; they have to bring a key, because cookies open nothing here. */
  readonly crossOrigin?: boolean;
  /** Errors always have a `detail`: what clients of a foreign protocol show. */
  readonly detailed?: boolean;
  readonly rate?: RateClass;
  /** Takes callers whom only memory knows while the database is away; the handler answers for what it does then. */
  readonly worksWhileAway?: boolean;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** multipart/form-data with one file in the field `file`; the other fields are `body`. */
  readonly upload?: { readonly maxBytes: number };
  /** Takes application/x-www-form-urlencoded beside JSON; its fields are texts. */
  readonly form?: boolean;
  /** Accepts `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** Demands `If-Match` with the version of the resource. */
  readonly ifMatch?: boolean;
  readonly success: {
    readonly status: 200 | 201 | 202 | 204;
    /** Unknown members of the handler's result are stripped by this schema: it is an allow-list. */
    readonly body?: R;
    /** For `FileReply` and `EventReply`. */
    readonly mediaTypes?: readonly string[];
    /** The handler may answer with nothing (204), which is no fault; this says when. */
    readonly orNothing?: string;
  };
  /** Problems of this route beyond those that every route can answer with. */
  readonly problems?: readonly ProblemCode[];
  /** Open routes that work on the refresh cookie say so in the documentation. */
  readonly security?: 'refresh-cookie';
  /** An example body for the documentation: of the request where it has one, else of the answer. */
  readonly example?: unknown;
  handler(input: Input<z.output<P>, z.output<Q>, z.output<B>>): Promise<unknown>;
}

/** A route whose types no longer matter to those who mount or describe it. */
export type Route = RouteSpec<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** Checks one route's types and forgets them. */
export const route = <
  P extends z.ZodType = z.ZodType<Record<string, never>>,
  Q extends z.ZodType = z.ZodType<Record<string, never>>,
  B extends z.ZodType = z.ZodType<undefined>,
  R extends z.ZodType = z.ZodType<unknown>,
>(
  spec: RouteSpec<P, Q, B, R>,
): Route => spec as unknown as Route;
