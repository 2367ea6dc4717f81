// The demo cases: both directions, most stages, some clocks near their end and one over it.
import type { GroundCode } from '../../domain/cases/grounds.ts';
import type { CasePlan } from './case-plan.ts';
import { ARREST_PAPERS, REQUEST_PAPERS } from './case-way.ts';
import { END_PLANS } from './end-plans.ts';

const SOME_GROUNDS: readonly GroundCode[] = ['R01', 'R02', 'R03', 'R04', 'R05', 'R06'];

const BEGINNINGS: readonly CasePlan[] = [
  {
    rq: 'KGZ',
    rd: 'KAZ',
    opened: 2,
    async tell(way) {
      await way.draft(false);
      await way.task('RQ', 'ask where the person was seen last', 3);
      await way.say('RQ', 'a neighbour speaks of Almaty, nothing certain yet');
    },
  },
  {
    rq: 'KGZ',
    rd: 'KAZ',
    opened: 6,
    async tell(way) {
      await way.draft();
      await way.step('RQ', 'request-provisional-arrest', {}, 'D01', 'D02');
      await way.assign('RQ');
    },
  },
  {
    // Three days of the forty are left, and the request is not there.
    rq: 'KGZ',
    rd: 'KAZ',
    opened: 37,
    async tell(way) {
      await way.hit('Korday');
      way.day(36);
      await way.custody('PROV_CUSTODY');
      await way.papers('D03', 'D04');
      await way.assign('RQ');
      await way.task('RQ', 'the judgment of the district court is still being translated', 1, true);
      await way.say('RD', 'the fortieth day is near: please send the request', true);
    },
  },
  {
    // The fortieth day is over: nobody is released by the machine, and nobody can overlook it.
    rq: 'KAZ',
    rd: 'KGZ',
    opened: 41,
    async tell(way) {
      await way.hit('Ak-Zhol');
      way.day(40);
      await way.custody('PROV_CUSTODY');
      await way.papers(...ARREST_PAPERS);
      await way.assign('RD');
    },
  },
  {
    rq: 'KGZ',
    rd: 'UZB',
    opened: 24,
    async tell(way) {
      await way.draft();
      way.day(21);
      await way.arrest();
      way.day(15);
      await way.step('RQ', 'prepare-file');
      await way.papers('D10', 'D11', 'D14');
      await way.task('RQ', 'calculation of the limitation period', 4);
    },
  },
  {
    rq: 'KGZ',
    rd: 'TJK',
    opened: 18,
    async tell(way) {
      await way.draft();
      way.day(16);
      await way.step('RQ', 'prepare-file-without-arrest');
      way.day(5);
      await way.papers(...REQUEST_PAPERS);
      await way.sign();
      await way.assign('RQ');
    },
  },
  {
    rq: 'KAZ',
    rd: 'KGZ',
    opened: 30,
    async tell(way) {
      await way.hit('Manas airport');
      way.day(29);
      await way.custody('PROV_CUSTODY');
      await way.papers(...ARREST_PAPERS);
      way.day(4);
      await way.sent();
      await way.say('RQ', 'the originals follow by courier', true);
    },
  },
];

const UNDER_WAY: readonly CasePlan[] = [
  {
    rq: 'KAZ',
    rd: 'KGZ',
    opened: 44,
    async tell(way) {
      await way.hit('Ak-Zhol');
      way.day(43);
      await way.custody('PROV_CUSTODY');
      await way.papers(...ARREST_PAPERS);
      way.day(12);
      await way.sent();
      way.day(10);
      await way.received();
      await way.custody('EXTRADITION_CUSTODY');
      await way.assign('RD');
      await way.task('RD', 'petition for extradition arrest to the court', 1, true);
    },
  },
  {
    rq: 'UZB',
    rd: 'KGZ',
    opened: 60,
    async tell(way) {
      await way.draft();
      way.day(55);
      await way.arrest();
      way.day(50);
      await way.custody('PROV_CUSTODY');
      way.day(35);
      await way.sent();
      way.day(33);
      await way.received();
      way.day(27);
      const items = ['DEMO: text of the article in force in 2023', 'DEMO: proof of citizenship'];
      await way.step('RD', 'ask-information', { items }, 'D25');
      await way.say('RD', 'two papers are missing, see the query', true);
    },
  },
  {
    rq: 'KAZ',
    rd: 'KGZ',
    opened: 70,
    async tell(way) {
      await way.hit('Torugart');
      way.day(69);
      await way.custody('PROV_CUSTODY');
      way.day(31);
      await way.sent();
      way.day(24);
      await way.received();
      way.day(20);
      await way.review(true);
      await way.custody('HOUSE_ARREST');
      await way.answer([], SOME_GROUNDS);
      await way.assign('RD');
    },
  },
  {
    rq: 'KGZ',
    rd: 'KAZ',
    opened: 75,
    async tell(way) {
      await way.hit('Korday');
      way.day(74);
      await way.custody('PROV_CUSTODY');
      way.day(36);
      await way.sent();
      way.day(26);
      await way.received();
      way.day(20);
      await way.review(true);
      way.day(8);
      await way.answer(['R12']);
      await way.assurance('RETRIAL', 'DEMO: a new trial in the presence of the accused');
      await way.say('RD', 'an assurance of a new trial would settle the question', true);
      await way.say('RQ', 'the court is asked, answer within a week');
    },
  },
  {
    // Asylum was asked for: the other side reads of a legal impediment only.
    rq: 'UZB',
    rd: 'KGZ',
    opened: 66,
    async tell(way) {
      await way.draft();
      way.day(60);
      await way.arrest();
      way.day(59);
      await way.custody('PROV_CUSTODY');
      way.day(30);
      await way.sent();
      way.day(28);
      await way.received();
      way.day(22);
      await way.review(false);
      way.day(9);
      await way.step('RD', 'hold', { hold: { reason: 'ASYLUM', note: 'DEMO: application of today' } }, 'D34');
    },
  },
  {
    rq: 'KGZ',
    rd: 'KAZ',
    opened: 82,
    async tell(way) {
      await way.hit('Karasu');
      way.day(81);
      await way.custody('PROV_CUSTODY');
      way.day(55);
      await way.sent();
      way.day(53);
      await way.received();
      way.day(40);
      await way.review(true);
      way.day(17);
      await way.answer();
      await way.step('RD', 'refer-to-court', {}, 'D29');
    },
  },
  {
    // Two states want one person: each knows of its own request alone.
    rq: 'KAZ',
    rd: 'KGZ',
    opened: 34,
    twice: true,
    async tell(way) {
      await way.hit('Ak-Zhol');
      way.day(33);
      await way.custody('PROV_CUSTODY');
      await way.papers(...ARREST_PAPERS);
      way.day(14);
      await way.sent();
      way.day(13);
      await way.received();
    },
  },
  {
    rq: 'UZB',
    rd: 'KGZ',
    opened: 26,
    twice: true,
    async tell(way) {
      await way.draft();
      way.day(25);
      await way.step('RQ', 'prepare-file-without-arrest');
      way.day(12);
      await way.papers(...REQUEST_PAPERS);
      await way.sign();
      await way.step('RQ', 'send-request', { channel: 'PROSECUTOR_GENERAL' }, 'D23');
      way.day(11);
      await way.received();
      await way.assign('RD');
    },
  },
];

/** The oldest first, so that numbers follow the days. */
export const CASE_PLANS: readonly CasePlan[] = [...BEGINNINGS, ...UNDER_WAY, ...END_PLANS].sort(
  (a, b) => b.opened - a.opened,
);
