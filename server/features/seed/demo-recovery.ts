// Demo asset cases, assets in several states and requests for assistance between Kyrgyzstan and Kazakhstan, all invented.
import type { Actor } from '../../domain/access/actor.ts';
import type { Role } from '../../domain/access/role.ts';
import { addDays } from '../../domain/dates/calendar-date.ts';
import { newId } from '../../platform/ids.ts';
import { measureBody, newAsset, newAssetCase, rateBody } from '../assets/contract.ts';
import type { AssetService } from '../assets/service.ts';
import { assistanceStep, newAssistance } from '../assistance/contract.ts';
import type { AssistanceService } from '../assistance/service.ts';
import type { SeedAgency } from './record.ts';

export interface DemoRecovery {
  readonly assets: AssetService;
  readonly assistance: AssistanceService;
  /** The day of the seed: everything is dated from it. */
  readonly today: string;
  readonly owner: SeedAgency;
  readonly executing: SeedAgency;
}

const LAW = 'UNCAC art. 46, 54, 55 (DEMO)';
const tenge = (amount: string) => ({ amount, currency: 'KZT' });

const acting = (agency: SeedAgency, role: Role): Actor => ({
  kind: 'user',
  id: agency.approverId,
  roles: [role],
  scopes: null,
  agencyId: agency.id,
  state: agency.state,
  sessionId: null,
  requestId: newId(),
  ip: null,
  locale: 'en',
  purpose: { code: 'P8', reference: 'demo data' },
  idempotency: null,
});

/** A flat that Kazakhstan froze for three weeks, an account that is being asked about, cash that came back. */
export async function seedDemoRecovery({
  assets,
  assistance,
  today,
  owner,
  executing,
}: DemoRecovery): Promise<void> {
  const [ours, theirs] = [acting(owner, 'PRO'), acting(executing, 'PRO')];
  const ago = (days: number) => addDays(today, -days);
  const rate = { from: 'KZT', to: 'USD', rate: '0.0019', source: 'DEMO National Bank', on: ago(1) };
  await assets.recordRate(ours, rateBody.parse(rate));

  const totalDamage = { amount: '96000000.00', currency: 'KGS' };
  const asset = newAssetCase.parse({
    title: 'DEMO: road tender in Osh',
    route: 'CRIMINAL',
    legalBasis: LAW,
    totalDamage,
  });
  const { id: assetCaseId } = await assets.createCase(ours, asset);
  const freeze = newAssistance.parse({
    type: 'FREEZE',
    requestedState: executing.state,
    urgency: 'URGENT',
    legalBasis: LAW,
    subject: 'DEMO: freeze a flat in Almaty that is registered to a front man',
    assetCaseId,
    dueOn: addDays(today, 30),
  });
  let request = await assistance.create(ours, freeze);
  for (const [actor, step] of [
    [ours, { verb: 'send', reference: 'DEMO 7-114' }],
    [theirs, { verb: 'receive' }],
    [theirs, { verb: 'begin' }],
  ] as const)
    request = await assistance.takeStep(actor, request.id, request.version, assistanceStep.parse(step));
  await assistance.create(
    ours,
    newAssistance.parse({
      ...freeze,
      type: 'BANK_DATA',
      urgency: 'ROUTINE',
      subject: 'DEMO: statements of two accounts',
    }),
  );

  const way = async (content: object, steps: readonly (readonly [Actor, object])[]) => {
    let found = await assets.addAsset(
      ours,
      assetCaseId,
      newAsset.parse({ source: 'DEMO witness', ...content }),
    );
    for (const [actor, step] of steps)
      found = await assets.recordMeasure(actor, found.id, found.version, measureBody.parse(step));
  };
  const worth = (amount: string) => ({
    ...tenge(amount),
    on: ago(90),
    method: 'REGISTRY',
    source: 'DEMO register',
  });
  const traced = [ours, { to: 'TRACED', decidedOn: ago(60), reference: 'DEMO extract' }] as const;
  const asked = (amount: string) =>
    [
      ours,
      {
        to: 'FREEZE_REQUESTED',
        decidedOn: ago(50),
        reference: 'DEMO order 12',
        executingState: executing.state,
        amount: tenge(amount),
        assistanceId: request.id,
      },
    ] as const;
  await way(
    {
      type: 'REAL_ESTATE',
      description: 'DEMO: flat in Almaty',
      country: 'KAZ',
      identifiers: [{ kind: 'CADASTRAL', value: '20-000-000-000' }],
      registeredOwner: 'DEMO front man',
      value: worth('85000000'),
    },
    [
      traced,
      asked('85000000'),
      [
        theirs,
        {
          to: 'FROZEN',
          decidedOn: ago(40),
          reference: 'DEMO 3-114',
          authority: 'DEMO district court, Almaty',
          amount: tenge('85000000'),
          expiresOn: addDays(today, 21),
        },
      ],
    ],
  );
  await way(
    {
      type: 'BANK_ACCOUNT',
      description: 'DEMO: account of a company',
      country: 'KAZ',
      value: worth('4200000'),
    },
    [traced, asked('4200000')],
  );
  await way({ type: 'VEHICLE', description: 'DEMO: car that was seen in Shymkent', country: 'KAZ' }, []);
  await assets.warnOfExpiry(new Date(`${today}T12:00:00Z`));
}
