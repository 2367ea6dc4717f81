// The only reader of the environment: every setting, its default and its rule. All are optional in development.
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { newSecret } from './platform/ids.ts';

const booleanText = z.enum(['true', 'false']).transform((text) => text === 'true');

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  ROLE: z.enum(['api', 'worker', 'all']).default('all'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  TRAINING: z.enum(['on', 'off']).default('off'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(12),
  DATABASE_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_REPLICA_LAG: z.coerce.number().int().min(1).max(300).default(30),
  MEILI_URL: z.url().optional(),
  MEILI_KEY: z.string().optional(),
  CLAMD: z
    .string()
    .regex(/^(tcp:\/\/[^/]+:\d+|unix:\/.+)$/)
    .optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  WEBHOOK_ALLOWED_HOSTS: z.string().default(''),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).max(200).optional(),
  SECRET_KEY: z.string().min(1).optional(),
  SECURE_COOKIES: booleanText.optional(),
  DEMO_DATA: z.enum(['true', 'persons', 'false']).optional(),
});

export type Role = 'api' | 'worker' | 'all';

export interface Config {
  readonly production: boolean;
  readonly role: Role;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly trustProxy: number;
  /** Exercises with invented persons on a database of its own; nothing is sent from here. */
  readonly training: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  /** A streaming replica for reports and old rows of the log; older than so many seconds it is not read. */
  readonly replica: { readonly url: string; readonly maxLagSeconds: number } | undefined;
  readonly meili: { readonly url: string; readonly key: string | undefined } | undefined;
  /** `tcp://host:port` or `unix:/path` of a clamd; without it files are not scanned. */
  readonly clamd: string | undefined;
  readonly logLevel: string;
  /** Whoever carries it may read /metrics from another machine. */
  readonly metricsToken: string | undefined;
  /** `host` or `host:port` in the own network that webhooks may call, also without TLS. */
  readonly webhookAllowedHosts: readonly string[];
  /** A mail server and the sender of notices; without it none are sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly secretKey: string;
  readonly secureCookies: boolean;
  /** What is loaded of the invented demo data when the registry is empty: all, persons with alerts alone, nothing. */
  readonly demoData: 'true' | 'persons' | 'false';
}

/** The names of all settings, in the order of the table in docs/operations.md. */
export const SETTINGS = Object.keys(schema.shape);

export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/** A secret made on the first start lives beside the data that it protects; production must bring its own. */
function developmentSecret(dataDir: string): string {
  const file = join(dataDir, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    // Written beside and linked: of several first starts at once one secret wins, and nobody ever reads half of one.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, `${newSecret(48)}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(own);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret === '') throw new BadSetting(`${file} is empty: put the secret back, or set SECRET_KEY`);
  return secret;
}

const isWeak = (secret: string): boolean =>
  secret.length < 32 || new Set(secret).size < 12 || /secret|password|changeme|example/i.test(secret);

/**
 * Reads and checks all settings.
 * @throws BadSetting naming each wrong setting; never showing its value
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const known = Object.fromEntries(
    SETTINGS.map((name) => [name, environment[name] === '' ? undefined : environment[name]]),
  );
  const parsed = schema.safeParse(known);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new BadSetting(`wrong settings\n  ${lines.join('\n  ')}`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  if ((env.SMTP_URL === undefined) !== (env.MAIL_FROM === undefined))
    throw new BadSetting('SMTP_URL and MAIL_FROM belong together');
  const training = env.TRAINING === 'on';
  const dataDir = resolve(env.DATA_DIR ?? (training ? './data-training' : './data'));
  if (production) {
    if (!env.SECRET_KEY) throw new BadSetting('SECRET_KEY is required in production');
    if (isWeak(env.SECRET_KEY)) {
      throw new BadSetting('SECRET_KEY is weak: use at least 32 random characters');
    }
    if (env.MEILI_URL && (!env.MEILI_KEY || isWeak(env.MEILI_KEY)))
      throw new BadSetting('MEILI_KEY is missing or weak: make keys with `izdoo mirror keys`');
    if (env.DEMO_DATA !== undefined && env.DEMO_DATA !== 'false')
      throw new BadSetting('DEMO_DATA is refused in production');
  }
  return Object.freeze({
    production,
    role: env.ROLE,
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`,
    trustProxy: env.TRUST_PROXY,
    training,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    replica: env.DATABASE_REPLICA_URL
      ? { url: env.DATABASE_REPLICA_URL, maxLagSeconds: env.DATABASE_REPLICA_LAG }
      : undefined,
    // Training shares no index, calls no other system and writes to nobody, whatever else is set.
    meili: env.MEILI_URL && !training ? { url: env.MEILI_URL, key: env.MEILI_KEY } : undefined,
    clamd: env.CLAMD,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
    webhookAllowedHosts: training
      ? []
      : env.WEBHOOK_ALLOWED_HOSTS.split(/[\s,]+/).filter((host) => host !== ''),
    mail:
      env.SMTP_URL && env.MAIL_FROM && !training ? { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    secretKey: env.SECRET_KEY ?? developmentSecret(dataDir),
    secureCookies: env.SECURE_COOKIES ?? production,
    demoData: env.DEMO_DATA ?? (production ? 'false' : 'true'),
  });
}

/** A short name of the secret, safe to log: two processes with different secrets are seen at once. */
export const secretName = (secret: string): string =>
  createHash('sha256').update('izdoo:').update(secret).digest('hex').slice(0, 8);
