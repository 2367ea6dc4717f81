// The rows of calendar addresses: a hash of the token, never the token.
import { LOCALES, type Locale } from '../../domain/access/actor.ts';
import type { Db } from './store.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export async function setFeed(db: Db, userId: string, tokenHash: Buffer, now: Date): Promise<void> {
  const hash = new Uint8Array(tokenHash) as Bytes;
  await db.calendarFeed.upsert({
    where: { userId },
    create: { userId, tokenHash: hash, createdAt: now },
    update: { tokenHash: hash, createdAt: now },
  });
}

export const removeFeed = (db: Db, userId: string): Promise<unknown> =>
  db.calendarFeed.deleteMany({ where: { userId } });

export interface FeedUser {
  readonly id: string;
  readonly roles: readonly string[];
  readonly agencyId: string;
  readonly state: string;
  readonly locale: Locale;
}

/** The active account behind a token. */
export async function findFeedUser(
  db: Pick<Db, 'calendarFeed' | 'user'>,
  tokenHash: Buffer,
): Promise<FeedUser | null> {
  const feed = await db.calendarFeed.findUnique({ where: { tokenHash: new Uint8Array(tokenHash) as Bytes } });
  const user =
    feed &&
    (await db.user.findFirst({
      where: { id: feed.userId, active: true, agency: { active: true } },
      include: { agency: { select: { state: true } } },
    }));
  if (!user) return null;
  const locale = LOCALES.find((known) => known === user.locale) ?? 'ru';
  return { id: user.id, roles: user.roles, agencyId: user.agencyId, state: user.agency.state, locale };
}
