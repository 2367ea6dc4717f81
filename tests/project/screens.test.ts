// Every ability of the API has a place in the browser, or stands here with the reason why it has none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';

/** Deliberately without a screen. Whoever gives one of them a screen takes its line away. */
const NO_SCREEN: Readonly<Record<string, string>> = {
  getHealth: 'asked by whoever runs the process',
  getMe: 'a session brings the account along when it is granted or renewed',
  getMerge: 'the list of merges holds the whole of each',
  readCalendarFeed: 'asked by calendar programs under an address of their own',
  freezeReport: 'the screen calls it with the one code that there is, R-1',
  receiveExchangeMessage: 'sent by another installation',
  getExport: 'the list of exports holds the whole of each',
  getErasure: 'the list of erasures holds the proof of each',
  getCorrection: 'the list of corrections holds the whole of each',
  previewReconciled: 'framed by OpenRefine',
  createPassengerList: 'sent by the systems of carriers; people upload files',
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

const sources = filesBelow(projectPath('web/src')).map((path) => readFileSync(path, 'utf8'));

const METHODS: Readonly<Record<string, string>> = {
  get: 'get',
  read: 'get',
  blob: 'get',
  stream: 'get',
  post: 'post',
  put: 'put',
  patch: 'patch',
  remove: 'delete',
  usePages: 'get',
};

const plain = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

interface Call {
  /** Undefined where the verb does not stand before the address. */
  readonly method: string | undefined;
  readonly pattern: RegExp;
}

/** The addresses that one source calls; a variable that holds the beginning of an address is read as all that it ever holds. */
function callsOf(source: string): Call[] {
  const held = [...source.matchAll(/const (\w+) = (['"`])(\/v1[^'"`\n]*)\2/g)];
  const found = source.matchAll(
    /(?:(?:api\.(\w+)(?:<[^()]*>)?\(|(usePages)(?:<[^()]*>)?\(\s*'[^']*',)\s*)?(?:(['"`])((?:\/(?:v1|readyz|statusz|healthz)|\$\{\w+\})[^'"`\n]*)\3|(?<=\()(\w+)(?=[,)]))/g,
  );
  return [...found].flatMap(([, verb, list, , text, name]) => {
    const address = text ?? `\${${name}}`;
    const beginning = /^\$\{(\w+)\}/.exec(address)?.[1];
    const whole =
      beginning === undefined
        ? [address]
        : held
            .filter(([, variable]) => variable === beginning)
            .map(([, , , value]) => `${value}${address.slice(beginning.length + 3)}`);
    return whole.map((one) => ({
      method: METHODS[verb ?? list ?? ''],
      pattern: new RegExp(
        `^${plain(one.replace(/\$\{[^}]*\}/g, '{}').replace(/\?.*/, '')).replace(/\{\}/g, '[^/]+')}$`,
      ),
    }));
  });
}
const calls = sources.flatMap(callsOf);

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
}

const { paths } = JSON.parse(readFileSync(projectPath('docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};

/** Spoken by clients of other makers, who bring screens of their own. */
const isForeign = ({ tags }: Operation): boolean => tags.includes('Interop');

const operations = Object.entries(paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({
    operationId: operation.operationId,
    hasScreen:
      isForeign(operation) ||
      calls.some(
        ({ method, pattern }) =>
          (method === undefined || method === verb) && pattern.test(path.replace(/\{[^}]+\}/g, 'x')),
      ),
  })),
);

test('each operation of the API is called by a screen or stands in the list of those without one', () => {
  expect(calls.length).toBeGreaterThan(100);
  const without = operations.filter(({ hasScreen }) => !hasScreen).map(({ operationId }) => operationId);
  const forgotten = without.filter((id) => !(id in NO_SCREEN));
  expect(
    forgotten,
    'No screen calls these. Build one in web/src/pages, or add the id with its reason to NO_SCREEN in this file.',
  ).toEqual([]);
});

test('the list names nothing that is gone', () => {
  const gone = Object.keys(NO_SCREEN).filter((id) => !operations.some((one) => one.operationId === id));
  expect(gone, 'Take these ids out of NO_SCREEN in this file.').toEqual([]);
});
