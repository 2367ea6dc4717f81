// Demo cases that are decided: granted, refused, handed over, lapsed, withdrawn, closed.
import type { CasePlan } from './case-plan.ts';
import { ARREST_PAPERS, type CaseWay } from './case-way.ts';

/** From a hit to the review, beginning `from` days ago. */
async function reviewed(way: CaseWay, from: number, checkpoint: string): Promise<void> {
  await way.hit(checkpoint);
  way.day(from - 1);
  await way.custody('PROV_CUSTODY');
  await way.papers(...ARREST_PAPERS);
  way.day(from - 25);
  await way.sent();
  way.day(from - 27);
  await way.received();
  way.day(from - 33);
  await way.review(false);
}

async function granted(way: CaseWay, from: number, checkpoint: string, ago: number): Promise<void> {
  await reviewed(way, from, checkpoint);
  way.day(ago);
  await way.answer();
  await way.decide('grant');
}

async function refused(way: CaseWay, from: number, ago: number): Promise<void> {
  await way.draft();
  way.day(from - 5);
  await way.step('RQ', 'prepare-file-without-arrest');
  await way.papers('D10', 'D11', 'D14', 'D15', 'D16', 'D17', 'D18', 'D20');
  await way.sign();
  await way.step('RQ', 'send-request', { channel: 'PROSECUTOR_GENERAL' }, 'D23');
  way.day(from - 8);
  await way.received();
  way.day(from - 12);
  await way.review(false);
  way.day(ago);
  await way.answer(['R01']);
  await way.decide('refuse', ['R01']);
  await way.custody('RELEASED');
}

export const END_PLANS: readonly CasePlan[] = [
  {
    rq: 'KAZ',
    rd: 'KGZ',
    opened: 95,
    async tell(way) {
      await granted(way, 95, 'Manas airport', 6);
      await way.assign('RD');
      await way.task('RD', 'the defence has announced an appeal', 2);
    },
  },
  {
    rq: 'KGZ',
    rd: 'KAZ',
    opened: 110,
    async tell(way) {
      await granted(way, 110, 'Korday', 30);
      way.day(9);
      await way.surrender(11);
      await way.assign('RQ');
      await way.task('RQ', 'escort of four, two cars, papers for the border', 1, true);
      await way.say('RD', 'the place is confirmed with the border service', true);
    },
  },
  {
    rq: 'KGZ',
    rd: 'UZB',
    opened: 88,
    async tell(way) {
      await refused(way, 88, 6);
    },
  },
  {
    rq: 'KGZ',
    rd: 'TJK',
    opened: 150,
    async tell(way) {
      await refused(way, 150, 100);
      way.day(80);
      await way.step('RQ', 'transfer-prosecution', {}, 'D44');
    },
  },
  {
    rq: 'KAZ',
    rd: 'KGZ',
    opened: 130,
    async tell(way) {
      await granted(way, 130, 'Ak-Zhol', 60);
      way.day(45);
      await way.surrender(10);
      way.day(36);
      await way.handOver();
    },
  },
  {
    rq: 'KGZ',
    rd: 'KAZ',
    opened: 180,
    async tell(way) {
      await granted(way, 180, 'Korday', 120);
      way.day(100);
      await way.surrender(8);
      way.day(93);
      await way.handOver();
      way.day(15);
      await way.step('RQ', 'note-judgment', { reason: 'DEMO: judgment in force' });
      const outcome = {
        verdict: 'CONVICTED',
        sentenceMonths: 84,
        custodyCreditDays: 88,
        note: 'DEMO: invented',
      };
      await way.step('RQ', 'close', { outcome }, 'D48');
    },
  },
  {
    rq: 'KGZ',
    rd: 'KAZ',
    opened: 100,
    async tell(way) {
      await way.hit('Karasu');
      way.day(99);
      await way.custody('PROV_CUSTODY');
      way.day(70);
      await way.step('RD', 'lapse-arrest', { lapse: 'RELEASE_REQUESTED', actedBy: 'DEMO prosecutor' }, 'D43');
    },
  },
  {
    rq: 'KAZ',
    rd: 'KGZ',
    opened: 58,
    async tell(way) {
      await way.draft();
      way.day(54);
      await way.step('RQ', 'request-provisional-arrest', {}, 'D01', 'D02');
      way.day(28);
      await way.step('RQ', 'withdraw', { reason: 'DEMO: charges dropped' }, 'D45');
    },
  },
];
