// One PostgreSQL for the whole test run, and one migrated template database that every test file clones.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../server/platform/database/migrate.ts';
import { openServer } from '../../server/platform/database/server.ts';
import { loadTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}

export async function setup(project: TestProject) {
  const given = process.env['TEST_DATABASE_URL'];
  const folder = await mkdtemp(join(tmpdir(), 'izdoo-test-'));
  // As root, PostgreSQL runs as another user, who has to get in.
  await chmod(folder, 0o755);
  const server = await openServer({ databaseUrl: given, dataDir: folder, durable: false });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const template = `izdoo_template_${process.pid}`;
  await admin.query(`create database ${template}`);
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href, join(import.meta.dirname, '../../prisma/migrations'));
  await loadTemplate(templateUrl.href);
  project.provide('adminUrl', server.url);
  project.provide('template', template);
  return async () => {
    await admin.query(`drop database ${template} with (force)`);
    await admin.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
