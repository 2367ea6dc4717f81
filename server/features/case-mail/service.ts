// Notices about cases by e-mail: written down with the change that they tell of, sent by a job that tries again.
import type { Locale } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type CaseMailKind, caseLetter } from '../../platform/i18n/case-mail.ts';
import { caseText } from '../../platform/i18n/cases.ts';
import { newId } from '../../platform/ids.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import {
  addLetter,
  markSent,
  readAddressee,
  readCaseNumber,
  readLetter,
  readReachable,
  readWorkersOf,
} from './store.ts';

export const SEND_CASE_MAIL = 'send-case-mail';

export interface Notice {
  readonly caseId: string;
  readonly kind: CaseMailKind;
  /** The event: nobody is written to twice about the same one. */
  readonly key: string;
  readonly clock?: string;
}

export interface CaseMailService {
  /** To be called in the change that the notice tells of. Does nothing where no mail server is set. */
  tellUsers(tx: Tx, userIds: readonly string[], notice: Notice): Promise<void>;
  /** To those who work on the case for a state. */
  tellWorkers(tx: Tx, state: string, notice: Notice): Promise<void>;
  /** Sends one letter. @throws when the mail server did not take it: the job queue tries again */
  send(letterId: string): Promise<void>;
}

export interface CaseMailDeps {
  readonly database: Pick<Database, 'prisma'>;
  readonly clock: Clock;
  readonly mailer: Mailer | null;
  readonly publicUrl: string;
}

export function createCaseMail({ database, clock, mailer, publicUrl }: CaseMailDeps): CaseMailService {
  const { prisma } = database;

  async function write(tx: Tx, userIds: readonly string[], { caseId, kind, key, clock: name }: Notice) {
    for (const userId of userIds) {
      const id = newId(tx.now.getTime());
      const params = name === undefined ? {} : { clock: name };
      if (await addLetter(tx.db, { id, userId, caseId, key, kind, params, at: tx.now }))
        await tx.enqueue(SEND_CASE_MAIL, { letterId: id });
    }
  }

  return {
    async tellUsers(tx, userIds, notice) {
      if (mailer) await write(tx, await readReachable(tx.db, userIds), notice);
    },
    async tellWorkers(tx, state, notice) {
      if (mailer) await write(tx, await readWorkersOf(tx.db, notice.caseId, state), notice);
    },
    async send(letterId) {
      const letter = await readLetter(prisma, letterId);
      const addressee = letter && (await readAddressee(prisma, letter.userId));
      // Gone or closed meanwhile: nobody is left to be told.
      if (!mailer || !letter || !addressee?.email) return;
      const locale = addressee.locale as Locale;
      const { clock: key } = letter.params as { clock?: string };
      const { subject, text } = caseLetter(locale, letter.kind as CaseMailKind, {
        caseNumber: await readCaseNumber(prisma, letter.caseId),
        clock: key === undefined ? null : (caseText(`CLOCK_${key}`, locale) ?? key),
        link: `${publicUrl}/cases/${letter.caseId}`,
      });
      await mailer.send({ id: letterId, to: addressee.email, subject, text });
      await markSent(prisma, letterId, clock.now());
    },
  };
}
