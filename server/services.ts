// The composition root: settings → adapters → services. Nothing connects before it is used.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeCare } from './composition/care.ts';
import { composeCaseFiles } from './composition/case-files.ts';
import { createExchange } from './composition/exchange.ts';
import { composeExtradition } from './composition/extradition.ts';
import { composeImports } from './composition/imports.ts';
import { composeInterchange } from './composition/interchange.ts';
import { createLists } from './composition/lists.ts';
import { createMirrorServices } from './composition/mirror.ts';
import { composeOverview } from './composition/overview.ts';
import { composeRecovery } from './composition/recovery.ts';
import { composeReports } from './composition/reports.ts';
import { composeScreening, composeSearch } from './composition/search.ts';
import type { Config } from './config.ts';
import { createNameEngine, type NameEngine } from './domain/names/engine.ts';
import { createAgencyService } from './features/agencies/service.ts';
import { createAlertService } from './features/alerts/service.ts';
import { createApiKeyService } from './features/api-keys/service.ts';
import { createAuditService } from './features/audit/service.ts';
import { createFlaggedSearches } from './features/break-glass/flagged-searches.ts';
import { createBreakGlassService } from './features/break-glass/service.ts';
import { createCheckService } from './features/checks/service.ts';
import { createCheckStore } from './features/checks/store.ts';
import { createDisclosureLedger } from './features/disclosures/service.ts';
import { createHitService } from './features/hits/service.ts';
import { createMergeService } from './features/merges/service.ts';
import { createOfflineCopies } from './features/offline/service.ts';
import { createPersonService } from './features/persons/service.ts';
import { createPhotoService } from './features/photos/service.ts';
import { loadReferenceData } from './features/reference/load.ts';
import { createReferenceService } from './features/reference/service.ts';
import { createAccountService } from './features/sessions/account-service.ts';
import { createAuthenticator } from './features/sessions/authenticate.ts';
import { createCredentialChecker } from './features/sessions/credentials.ts';
import { createSessionService } from './features/sessions/service.ts';
import { createSigningKeys } from './features/sessions/signing-keys.ts';
import { createSessionStore } from './features/sessions/store.ts';
import { tellFigures } from './features/system/figures.ts';
import { createSystemService } from './features/system/service.ts';
import { createTrainingService } from './features/training/service.ts';
import { createUserService } from './features/users/service.ts';
import { createVictimService } from './features/victims/service.ts';
import { createWarrantService } from './features/warrants/service.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createDatabase } from './platform/database/database.ts';
import { claimDatabase, kindOf } from './platform/database/installation.ts';
import type { KeptDatabase } from './platform/database/postgres-keeper.ts';
import { createReplica } from './platform/database/replica.ts';
import { createFileStore } from './platform/files/file-store.ts';
import { createSpool } from './platform/files/spool.ts';
import { createRateLimiter } from './platform/http/rate-limit.ts';
import { migrateJobs } from './platform/jobs/jobs.ts';
import type { Logger } from './platform/logger.ts';
import { createMetrics } from './platform/metrics.ts';
import { loadNameTables } from './platform/name-tables/name-tables.ts';
import { projectPath } from './platform/paths.ts';
import { createPostgresBrowseSource } from './platform/search/postgres/browse-source.ts';
import { createPostgresCandidateSource } from './platform/search/postgres/candidate-source.ts';
import { createPostgresCaseSource } from './platform/search/postgres/case-source.ts';
import { createResidentCandidateSource } from './platform/search/resident/candidate-source.ts';
import { createResidentNames } from './platform/search/resident/keeper.ts';
import { createLockout } from './platform/security/lockout.ts';
import { createPasswords, type PasswordCost } from './platform/security/passwords.ts';
import { createVault } from './platform/security/vault.ts';

export interface Surroundings {
  databaseUrl: string;
  logger: Logger;
  /** The PostgreSQL that this process keeps running, where it is its own. */
  kept?: KeptDatabase | null;
  clock?: Clock;
  /** Cheaper in tests, where thousands of logins happen. */
  passwordCost?: PasswordCost;
  /** One engine serves all services of a process; its tables take a quarter of a second to read. */
  names?: NameEngine;
}

export type Services = ReturnType<typeof createServices>;

const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };

const migrationNames = (): string[] =>
  readdirSync(projectPath('prisma', 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

export function createServices(config: Config, surroundings: Surroundings) {
  const { databaseUrl, logger, kept = null, clock = systemClock, passwordCost } = surroundings;
  const { names = createNameEngine(loadNameTables()) } = surroundings;
  const lifecycle = { stopping: false };
  const vault = createVault(config.secretKey);
  const database = createDatabase({ url: databaseUrl, poolSize: config.databasePool, clock, vault });
  const replica =
    config.replica &&
    createReplica({
      ...config.replica,
      primary: database.pool,
      poolSize: Math.max(2, Math.floor(config.databasePool / 3)),
      stopwatch: () => performance.now(),
    });
  const reader = replica?.reader ?? database.pool;
  const base = { config, database, clock, vault, logger, lifecycle };
  const { production } = config;

  const metrics = createMetrics(database.pool);
  const files = createFileStore(join(config.dataDir, 'files'));
  const reference = createReferenceService({ database, clock });
  const disclosures = createDisclosureLedger({ database, clock });
  const breakGlass = createBreakGlassService({ database, clock });
  const flags = createFlaggedSearches({ database, clock, names });

  const passwords = createPasswords(passwordCost);
  const sessionStore = createSessionStore(database);
  const signingKeys = createSigningKeys({ database, clock, vault });
  const credentials = createCredentialChecker({
    ...base,
    passwords,
    production,
    lockout: createLockout(database.pool, vault),
    store: sessionStore,
  });
  const sessions = createSessionService({
    ...base,
    credentials,
    production,
    keys: signingKeys,
    store: sessionStore,
  });
  const accounts = createAccountService({ ...base, passwords, credentials, sessions, store: sessionStore });
  const agencies = createAgencyService({ database, sessions });
  const users = createUserService({ ...base, passwords, sessions, agencies });
  const apiKeys = createApiKeyService({ ...base, agencies });
  const authenticator = createAuthenticator({
    ...base,
    apiKeys,
    production,
    keys: signingKeys,
    store: sessionStore,
  });

  const { policies, cards } = reference;
  const residentNames = createResidentNames({
    ...{ pool: database.pool, keyVersion: names.keyVersion, logger },
    createRegister: names.createDatedNames,
  });
  const postgres = createPostgresCandidateSource(database.pool);
  const mirror = createMirrorServices({ ...base, names, postgres, metrics });
  const ground = {
    ...{ database, clock, names, policies },
    browser: createPostgresBrowseSource(database.pool),
  };
  // Checks and duplicates never depend on an engine beside the database.
  const candidates = createResidentCandidateSource(database.pool, residentNames.current, postgres);
  const { screener, duplicates, store: searchStore } = composeScreening({ ...ground, candidates });
  const persons = createPersonService({ ...base, names, disclosures, breakGlass, duplicates });
  const merges = createMergeService({ ...base, persons });
  const photos = createPhotoService({ ...base, files, persons, disclosures });
  const alerts = createAlertService({ ...base, reference, persons, duplicates, disclosures });
  const warrants = createWarrantService({ ...base, alerts, files, disclosures });
  const searchable = composeScreening({ ...ground, candidates: mirror?.candidates ?? postgres });
  const search = composeSearch(searchable, { alerts, disclosures, flags });
  const caseFiles = composeCaseFiles({ ...base, files, reference, disclosures, persons, photos });
  const recovery = composeRecovery({
    ...base,
    reference,
    persons,
    caseExists: caseFiles.caseFiles.caseExists,
  });
  const hits = createHitService({ ...base, reference, persons, photos, alerts, cards, disclosures });
  const checks = createCheckService({
    ...base,
    screener,
    policies,
    cards,
    reference,
    disclosures,
    spool: createSpool(join(config.dataDir, 'unanswered-checks'), 'unanswered-check', vault),
    warn: (error) => logger.warn({ err: error }, 'a check was not finished now; it is tried again'),
    store: createCheckStore(database, vault),
    count: metrics.countCheck,
    stopwatch: () => performance.now(),
  });

  const { closeMail, ...extradition } = composeExtradition({
    config,
    database,
    clock,
    alerts,
    hits,
    caseFiles: caseFiles.caseFiles,
    screener: searchable.screener,
    caseSource: mirror?.cases ?? createPostgresCaseSource(clock),
    policies,
  });
  const { closeExchange, ...exchange } = createExchange({ ...base, agencies, alerts, hits, persons });
  const lists = createLists({
    ...base,
    names,
    screener,
    searchStore,
    reference,
    policies,
    cards,
    alerts,
    disclosures,
    checkTraveller: checks.checkTraveller,
  });

  const system = createSystemService({
    ...base,
    version,
    migrations: migrationNames(),
    keyVersion: names.keyVersion,
    register: residentNames,
    kept,
    ...(mirror && { mirror }),
    ...(replica && { replica }),
  });
  tellFigures(metrics, system);

  return {
    ...base,
    ...exchange,
    ...composeImports({ ...base, persons, alerts, reference, disclosures, duplicates }),
    ...lists,
    names,
    files,
    reference,
    disclosures,
    breakGlass,
    flags,
    signingKeys,
    sessions,
    accounts,
    agencies,
    users,
    apiKeys,
    authenticator,
    persons,
    merges,
    photos,
    alerts,
    warrants,
    ...caseFiles,
    ...recovery,
    ...extradition,
    ...composeReports({
      ...base,
      ...{ reader, reference, persons, photos, alerts, disclosures, cases: extradition.cases },
    }),
    ...composeOverview({ ...base, names, policies, hits, ...extradition, ...recovery }),
    ...composeCare({ ...base, files, reference, alerts, persons }),
    search,
    ...composeInterchange({
      ...base,
      ...{ persons, alerts, reference, disclosures, flags, policies, screener: searchable.screener },
      suggestNames: search.suggestNames,
      service: { publicUrl: config.publicUrl, version },
    }),
    checks,
    mirror,
    /** Filled by processes that answer or work, and by no command. */
    residentNames,
    hits,
    offline: createOfflineCopies({ ...base, names, screener }),
    training: createTrainingService({ database, clock, reference, training: config.training }),
    victims: createVictimService({ ...base, alerts, hits }),
    audit: createAuditService({ ...base, reader, reference, dataDir: config.dataDir }),
    system,
    metrics,
    rateLimiter: createRateLimiter(database.pool),
    /** What has to be in the database before anybody is served. */
    async prepare(): Promise<void> {
      await claimDatabase(database.pool, kindOf(config), clock.now());
      // Whoever changes something adds jobs, also where no worker has begun yet.
      await migrateJobs(database.pool, logger);
      const { kept } = await loadReferenceData(database);
      for (const item of kept) logger.warn({ item }, 'a published version differs from its file and stays');
    },
    async close(): Promise<void> {
      mirror?.breaker.close();
      await authenticator.close();
      await Promise.all([checks.stop(), hits.stop(), extradition.cases.stopFollowing()]);
      await residentNames.stop();
      await closeExchange();
      closeMail();
      await replica?.close();
      await database.close();
    },
  };
}
