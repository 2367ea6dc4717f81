// Traces of training mode: who looked at the exercises and what came of an attempt.

export interface TrainingEvents {
  'training.viewed': { attempts: number };
  'training.printed': { userId: string; attempts: number };
  'training.answered': { exercise: string; right: number; total: number };
}
