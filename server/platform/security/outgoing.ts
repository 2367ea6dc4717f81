// Requests to addresses that somebody typed in: never into the own network, no redirects, little time, little read.
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { isPublicAddress } from './public-addresses.ts';

export const OUTGOING_FAULTS = ['TIMEOUT', 'REFUSED_ADDRESS', 'CONNECTION', 'TLS', 'STATUS'] as const;
/** Why nothing arrived. STATUS: the other side answered with something else than 2xx. */
export type OutgoingFault = (typeof OUTGOING_FAULTS)[number];

export interface Posted {
  readonly status: number | null;
  readonly fault: OutgoingFault | null;
}

/** An answer that is read: of another installation, not of an address that somebody typed in for events. */
export interface Answered extends Posted {
  /** Empty where nothing arrived. */
  readonly body: string;
}

export interface Outgoing {
  /** @returns whether a request to the URL would be sent, as far as the URL itself tells */
  accepts(url: URL): boolean;
  /** Never throws; a redirect is an answer with the wrong status. */
  post(url: URL, headers: Record<string, string>, body: string): Promise<Posted>;
  /** Posts JSON and reads the answer, up to 64 kB. Never throws. */
  ask(url: URL, body: string): Promise<Answered>;
  close(): Promise<void>;
}

export interface OutgoingSettings {
  /** `host` or `host:port` in the own network, which may be called there and without TLS. */
  readonly allowedHosts: readonly string[];
  /** All addresses of a name. */
  readonly resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>;
  readonly timeoutMs?: number;
}

/** Of an installation that sends nothing: every address is refused, and there is nothing that could connect. */
export const NO_OUTGOING: Outgoing = {
  accepts: () => false,
  post: async () => ({ status: null, fault: 'REFUSED_ADDRESS' }),
  ask: async () => ({ status: null, fault: 'REFUSED_ADDRESS', body: '' }),
  close: async () => undefined,
};

class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '');

const TLS_ERROR = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/;

/** Errors of sockets lie inside those of the library. */
function* causesOf(error: unknown): Generator<Error> {
  for (let at = error; at instanceof Error; at = at.cause) {
    yield at;
    if (at instanceof AggregateError) for (const inner of at.errors) yield* causesOf(inner);
  }
}

function faultOf(error: unknown): OutgoingFault {
  for (const cause of causesOf(error)) {
    const code = String((cause as { code?: unknown }).code ?? '');
    if (cause instanceof RefusedAddress) return 'REFUSED_ADDRESS';
    if (cause.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code)) return 'TIMEOUT';
    if (TLS_ERROR.test(code)) return 'TLS';
  }
  return 'CONNECTION';
}

export function createOutgoing(settings: OutgoingSettings): Outgoing {
  const { allowedHosts, timeoutMs = 15_000 } = settings;
  const resolve = settings.resolve ?? ((host) => systemLookup(host, { all: true }));
  const isAllowed = ({ hostname, host }: Pick<URL, 'hostname' | 'host'>): boolean =>
    allowedHosts.includes(host) || allowedHosts.includes(hostname);

  /** The name is resolved once, judged, and the connection goes to what was judged: a second answer has no chance. */
  const guardedLookup: LookupFunction = (host, options, done) => {
    resolve(host).then(
      (addresses) => {
        // One bad address among good ones is no accident.
        const bad = addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address));
        if (bad) return done(new RefusedAddress('this name leads into a network of our own'), '');
        const [first] = addresses;
        if (options.all) done(null, [...addresses]);
        else done(null, first?.address ?? '', first?.family ?? 4);
      },
      (error) => done(error, ''),
    );
  };

  const limits = { connectTimeout: 5_000, headersTimeout: 10_000, bodyTimeout: 10_000 };
  const options = { ...limits, pipelining: 1, maxRedirections: 0, keepAliveTimeout: 1_000 };
  const guarded = new Agent({ ...options, connect: { timeout: 5_000, lookup: guardedLookup } });
  const own = new Agent({ ...options, connect: { timeout: 5_000 } });

  function accepts(url: URL): boolean {
    if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
    if (isAllowed(url)) return url.protocol === 'https:' || url.protocol === 'http:';
    const host = withoutBrackets(url.hostname);
    // An address in place of a name is never looked up, so it is judged here.
    return url.protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host));
  }

  async function send(
    url: URL,
    headers: Record<string, string>,
    body: string,
    read: (answer: Awaited<ReturnType<typeof request>>) => Promise<string>,
  ): Promise<Answered> {
    if (!accepts(url)) return { status: null, fault: 'REFUSED_ADDRESS', body: '' };
    try {
      const answer = await request(url, {
        method: 'POST',
        headers,
        body,
        dispatcher: isAllowed(url) ? own : guarded,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const { statusCode: status } = answer;
      return { status, fault: status >= 200 && status < 300 ? null : 'STATUS', body: await read(answer) };
    } catch (error) {
      return { status: null, fault: faultOf(error), body: '' };
    }
  }

  return {
    accepts,
    async post(url, headers, body) {
      const { status, fault } = await send(url, headers, body, async (answer) => {
        // Nothing of the answer is kept; a little is read so that the connection can be used again.
        await answer.body.dump({ limit: 16_384 }).catch(() => undefined);
        return '';
      });
      return { status, fault };
    },
    ask: (url, body) =>
      send(
        url,
        { 'content-type': 'application/json', 'user-agent': 'Izdoo-Exchange/1' },
        body,
        async (answer) => {
          const pieces: Buffer[] = [];
          let bytes = 0;
          for await (const piece of answer.body) {
            bytes += (piece as Buffer).length;
            if (bytes > 65_536) throw new Error('the answer is too long');
            pieces.push(piece as Buffer);
          }
          return Buffer.concat(pieces).toString('utf8');
        },
      ),
    async close() {
      await Promise.all([guarded.destroy(), own.destroy()]);
    },
  };
}
