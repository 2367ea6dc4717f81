// Shapes of training mode, taken from the contracts of the server; types only.

export type {
  AnswerView,
  ExerciseList,
  SheetList,
  SheetView,
} from '../../../server/features/training/contract.ts';
