// What the rules ask of a case and of a step, gathered by the service before anything is judged.
import type { ClockState } from '../deadlines/clock.ts';
import type { ChecklistItem } from '../treaties/checklist.ts';
import type { CaseLaw } from '../treaties/profile.ts';
import type { DocumentCode, DocumentFacts } from './documents.ts';
import type { GroundCheck } from './grounds.ts';
import type { CaseVerb } from './procedure.ts';
import type { StepInput } from './steps/step.ts';
import type { CaseState, CustodyState, LapseReason, Side } from './vocabulary.ts';

export interface CaseActor {
  readonly id: string;
  readonly side: Side;
  readonly roles: readonly string[];
}

export interface CaseFacts {
  readonly now: Date;
  readonly state: CaseState;
  readonly returnStates: readonly CaseState[];
  readonly law: CaseLaw;
  /** The requested state sees the case already. */
  readonly shared: boolean;
  readonly alertInForce: boolean;
  readonly requestReceived: boolean;
  readonly custody: CustodyState;
  /** Held for this case at some time. */
  readonly wasArrested: boolean;
  /** A custody decision, be it none, since the request was received. */
  readonly custodyDecided: boolean;
  /** By both sides. */
  readonly deathConfirmed: boolean;
  readonly checklist: readonly ChecklistItem[];
  readonly documents: readonly DocumentFacts[];
  readonly owed: readonly DocumentCode[];
  /** SHA-256 over the request file: as signed last, and as it stands. */
  readonly manifest: { readonly signed: string | null; readonly current: string | null };
  readonly checks: readonly GroundCheck[];
  readonly assurances: readonly string[];
  readonly transits: readonly string[];
  readonly openImpediments: number;
  readonly openWaivers: number;
  readonly reschedules: number;
  readonly clocks: readonly ClockState[];
  /** What one side or user has agreed to, for the other to carry out. */
  readonly agreements: readonly { readonly verb: CaseVerb; readonly side: Side; readonly by: string }[];
}

/** What a step brings with it, as far as the rules look at it. */
export interface StepWords {
  readonly given: readonly StepInput[];
  readonly lapse?: LapseReason | undefined;
  readonly consentRevoked?: boolean | undefined;
  /** Arrest, return: where the person is held then. */
  readonly custody?: CustodyState | undefined;
}
