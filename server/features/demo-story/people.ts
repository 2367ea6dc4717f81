// The demo accounts as the people who act in the story.
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { DEMO_ACCOUNTS, DEMO_AGENCIES } from '../seed/demo-accounts.ts';

export type StoryState = 'KGZ' | 'KAZ' | 'UZB' | 'TJK';
/** States with a border service in the demo data: there people are found at a checkpoint. */
export type BorderState = 'KGZ' | 'KAZ';

export interface StoryPeople {
  /** Prosecutor of the state's central authority. */
  prosecutor(state: StoryState): Actor;
  caseOfficer(): Actor;
  firstLine(state: BorderState): Actor;
  secondLine(state: BorderState): Actor;
}

const PROSECUTORS: Readonly<Record<StoryState, string>> = {
  KGZ: 'prosecutor',
  KAZ: 'prosecutor.kz',
  UZB: 'prosecutor.uz',
  TJK: 'prosecutor.tj',
};

/** @param users, agencies ids by login and by code */
export function storyPeople(
  users: ReadonlyMap<string, string>,
  agencies: ReadonlyMap<string, string>,
): StoryPeople {
  function actor(login: string): Actor {
    const account = DEMO_ACCOUNTS.find((one) => one.login === login);
    const agency = DEMO_AGENCIES.find(({ code }) => code === account?.agency);
    const [id, agencyId] = [users.get(login), agencies.get(account?.agency ?? '')];
    if (!account || !agency || !id || !agencyId) throw new Error(`the demo account ${login} is missing`);
    return {
      kind: 'user',
      id,
      roles: [account.role],
      scopes: null,
      agencyId,
      state: agency.state,
      sessionId: null,
      requestId: newId(),
      ip: null,
      locale: 'en',
      purpose: { code: 'P8', reference: 'demo data' },
      idempotency: null,
    };
  }
  return {
    prosecutor: (state) => actor(PROSECUTORS[state]),
    caseOfficer: () => actor('caseofficer'),
    firstLine: (state) => actor(state === 'KGZ' ? 'officer' : 'officer.kz'),
    secondLine: (state) => actor(state === 'KGZ' ? 'secondline' : 'secondline.kz'),
  };
}
