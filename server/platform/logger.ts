// Structured logs: ids, codes and durations; never a name, a document number or a token.
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** Members that may hold personal data or secrets wherever they appear: a second line of defence. */
const REDACTED = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'code',
  'secret',
  'name',
  'names',
  'number',
  'query',
  'body',
  'purpose',
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** The lines of a stack that name places in code. A message may hold such lines too, so it is cut off first. */
function placesOf({ stack, message }: Error): string | undefined {
  const start = stack?.indexOf(message) ?? -1;
  return stack
    ?.slice(start < 0 ? 0 : start + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

/** Makes the process's logger; tests pass a destination of their own to read what was written. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: {
      paths: REDACTED.map((path) => path.replace('set-cookie', '["set-cookie"]').replace('.["', '["')),
      censor: '[hidden]',
    },
    base: { pid: process.pid },
    serializers: {
      // Messages of database and parser errors quote values; only their kind and place are kept.
      err: (error: unknown) =>
        error instanceof Error
          ? {
              type: error.name,
              // Not `code`: members of that name are hidden, because they may be second factors.
              errorCode: (error as { code?: unknown }).code,
              stack: placesOf(error),
            }
          : { type: typeof error },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
