// The deadlines of one user as an iCalendar address (RFC 5545): numbers and keys, no names.
import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/access/actor.ts';
import type { Role } from '../../domain/access/role.ts';
import { notFound } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { caseText } from '../../platform/i18n/cases.ts';
import { newSecret } from '../../platform/ids.ts';
import { findFeedUser, removeFeed, setFeed } from './feed-store.ts';
import type { CaseLists } from './lists.ts';
import { demandWorker } from './parts.ts';

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const stamp = (date: Date): string => `${date.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** Lines of at most 75 octets, continued by a space. */
export function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}

export function createCalendarFeed({
  database,
  clock,
  lists,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly lists: CaseLists;
}) {
  return {
    /** @returns the address with a new token; the old one is dead from now on */
    async openFeed(actor: Actor): Promise<{ path: string }> {
      demandWorker(actor);
      const token = newSecret();
      await database.transaction(actor, async (tx) => {
        await setFeed(tx.db, actor.id, hashOf(token), tx.now);
        tx.audit({
          type: 'case.calendar-feed',
          data: { enabled: true },
          subject: { type: 'user', id: actor.id },
        });
      });
      return { path: `/v1/calendar/${token}/deadlines.ics` };
    },

    async closeFeed(actor: Actor): Promise<void> {
      await database.transaction(actor, async (tx) => {
        await removeFeed(tx.db, actor.id);
        tx.audit({
          type: 'case.calendar-feed',
          data: { enabled: false },
          subject: { type: 'user', id: actor.id },
        });
      });
    },

    /** @throws Problem `not-found` for a token that opens nothing: unknown, replaced, or of a closed account */
    async readFeed(stranger: Actor, token: string): Promise<string> {
      const user = await findFeedUser(database.prisma, hashOf(token)).catch((error) =>
        Promise.reject(asProblem(error)),
      );
      if (!user) throw notFound();
      const actor: Actor = {
        ...stranger,
        kind: 'user',
        id: user.id,
        roles: user.roles as Role[],
        agencyId: user.agencyId,
        state: user.state,
        locale: user.locale,
      };
      demandWorker(actor);
      const items = await lists.deadlinesOf(actor, { limit: 500 });
      await database.record(actor, {
        type: 'case.calendar-read',
        data: { count: items.length },
        subject: { type: 'user', id: user.id },
      });
      const now = stamp(clock.now());
      const events = items.flatMap(({ deadlineId, caseNumber, key, dueAt, overdue }) => [
        'BEGIN:VEVENT',
        `UID:${deadlineId}@izdoo`,
        `DTSTAMP:${now}`,
        `DTSTART:${stamp(new Date(dueAt))}`,
        `SUMMARY:${escaped(`${overdue ? '(!) ' : ''}${caseNumber}: ${caseText(`CLOCK_${key}`, actor.locale) ?? key}`)}`,
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-P1D',
        `DESCRIPTION:${escaped(caseNumber)}`,
        'END:VALARM',
        'END:VEVENT',
      ]);
      const lines = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Izdoo//Deadlines//EN',
        'CALSCALE:GREGORIAN',
        ...events,
        'END:VCALENDAR',
        '',
      ];
      return lines.map(fold).join('\r\n');
    },
  };
}
