// Letters about cases through a real mail server, and events about cases as other systems are told: once, and nothing of a person.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseLab, openCaseLab } from '../../../tests/support/case-lab.ts';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { agencyId, testUser } from '../../../tests/support/people.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';

interface Arrived {
  readonly to: string;
  readonly text: string;
}

let world: TestWorld;
let lab: CaseLab;
const arrived: Arrived[] = [];
let refusing = false;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (refusing) return done(new Error('later'));
      const [to] = session.envelope.rcptTo;
      arrived.push({ to: to?.address ?? '', text: Buffer.concat(chunks).toString('utf8') });
      done();
    });
  },
});

const plain = ({ text }: Arrived): string =>
  /base64/i.test(text)
    ? Buffer.from(text.split('\r\n\r\n').slice(1).join(''), 'base64').toString('utf8')
    : text
        .replace(/=\r?\n/g, '')
        .replace(/((?:=[0-9A-F]{2})+)/g, (bytes) =>
          Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
        );

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  world = await createTestWorld({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'Izdoo <izdoo@registry.example>',
    PUBLIC_URL: 'https://registry.example',
  });
  for (const [state, locale] of [
    ['KAZ', 'kk'],
    ['KGZ', 'ru'],
  ] as const) {
    const { id } = testUser(state, 'PRO');
    await world.database.prisma.user.update({
      where: { id },
      data: { email: `pro@${state.toLowerCase()}.example`, locale },
    });
  }
  world.clock.set('2026-02-20T06:00:00Z');
  lab = await openCaseLab(world, 'KAZ', 'KGZ');
  world.clock.set('2026-03-01T05:30:00Z');
  await lab.hit('2026-03-01T04:00:00Z');
});
afterAll(async () => {
  await world.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test('a warning goes to both sides once, in their language, with number and link and nothing of the person', async () => {
  const { cases } = world.services;
  world.clock.set('2026-03-20T23:00:00Z');
  await cases.warnOfDeadlines(world.clock.now(), 50);
  await cases.warnOfDeadlines(world.clock.now(), 50);
  await runDueJobs(world);
  const { caseNumber } = await lab.view();
  const about = arrived.map((letter) => ({ to: letter.to, text: plain(letter) }));
  const limit = about.filter(({ text }) => /40|половина|жартысы/.test(text));
  expect(new Set(limit.map(({ to }) => to))).toEqual(new Set(['pro@kaz.example', 'pro@kgz.example']));
  for (const { to, text } of limit) {
    expect(text).toContain(caseNumber);
    expect(text).toContain(`https://registry.example/cases/${lab.caseId}`);
    expect(text).toMatch(to === 'pro@kgz.example' ? /прошла половина срока|осталось|истёк/ : /мерзім|қалды/);
  }
  const names = await world.database.prisma.personName.findMany({ where: { personId: lab.personId } });
  const letters = arrived.map(({ text }) => text).join('\n') + about.map(({ text }) => text).join('\n');
  for (const { full, family } of names) {
    expect(letters).not.toContain(full);
    expect(letters).not.toContain(family ?? full);
  }
  const before = arrived.length;
  await runDueJobs(world);
  expect(arrived).toHaveLength(before);
});

test('what the mail server does not take is tried again, and then sent once', async () => {
  const { cases, caseMail } = world.services;
  refusing = true;
  const before = arrived.length;
  const text = 'please look';
  await cases.comment(lab.actor('RD', 'CO'), lab.caseId, {
    text,
    shared: false,
    mentions: [testUser('KGZ', 'PRO').id],
  });
  await expect(runDueJobs(world)).rejects.toThrow();
  const waiting = await world.database.prisma.caseMail.findMany({ where: { sentAt: null } });
  expect(waiting.map(({ kind }) => kind)).toEqual(['MENTIONED']);
  refusing = false;
  for (const { id } of [...waiting, ...waiting]) await caseMail.send(id);
  const letters = arrived.slice(before);
  expect(letters.map(({ to }) => to)).toEqual(['pro@kgz.example']);
  expect(letters.map(plain).join()).not.toContain(text);
});

test('who is given a case is told so, and who has no address is left alone', async () => {
  const { cases } = world.services;
  const before = arrived.length;
  const assign = (role: 'CO' | 'PRO') =>
    cases.setAssignment(lab.actor('RD', 'CO', 'second'), lab.caseId, testUser('KGZ', role).id, true);
  await assign('CO');
  await assign('PRO');
  await runDueJobs(world);
  expect(arrived.slice(before).map(({ to }) => to)).toEqual(['pro@kgz.example']);
});

test('other systems of the two sides hear of the case; what a side keeps to itself only its own do', async () => {
  await lab.papers('D34');
  await lab.step('RD', 'note-impediment', { hold: { reason: 'ASYLUM', note: 'applied today' } });
  const rows = await world.database.pool.query<{
    content: { type: string; audience: string[]; data: object };
  }>(`select content from domain_event where kind = 'case' order by at, id`);
  const events = rows.rows.map(({ content }) => content);
  const [own, other] = [`a:${agencyId('KGZ', 'CENTRAL')}`, `a:${agencyId('KAZ', 'CENTRAL')}`];
  const opened = events.find(({ type }) => type === 'case.opened');
  expect(opened?.audience).toEqual(expect.arrayContaining([own, other]));
  expect(opened?.data).toMatchObject({ caseId: lab.caseId, requestingState: 'KAZ', requestedState: 'KGZ' });
  expect(new Set(events.map(({ type }) => type))).toEqual(
    new Set(['case.opened', 'case.stage-changed', 'case.clock-warning', 'case.changed']),
  );
  expect(events.filter(({ audience }) => audience.some((token) => !token.startsWith('a:')))).toEqual([]);
  expect(JSON.stringify(events)).not.toMatch(/ASYLUM|applied/);
  const border = `a:${agencyId('KGZ', 'BORDER')}`;
  expect(events.some(({ audience }) => audience.includes(border))).toBe(false);
});
