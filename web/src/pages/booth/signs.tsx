// The shape of each verdict: told apart without colour, from a distance, and in a mirror.
import type { ReactNode } from 'react';
import type { Outcome } from './use-check.ts';

const SIGNS: Readonly<Record<Outcome, ReactNode>> = {
  // A circle with a tick.
  CLEAR: (
    <>
      <circle cx="50" cy="50" r="44" />
      <path d="M29 52 L44 67 L72 35" />
    </>
  ),
  // A diamond with a question.
  POSSIBLE: (
    <>
      <path d="M50 4 L96 50 L50 96 L4 50 Z" />
      <path d="M38 42 C38 26 62 26 62 42 C62 53 50 52 50 62 M50 73 L50 74" />
    </>
  ),
  // An octagon, as on every road, with a raised bar.
  HIT: (
    <>
      <path d="M32 5 L68 5 L95 32 L95 68 L68 95 L32 95 L5 68 L5 32 Z" />
      <path d="M50 24 L50 58 M50 73 L50 75" />
    </>
  ),
  // A sheet with a folded corner, struck out.
  DOCUMENT_PROBLEM: (
    <>
      <path d="M22 6 L62 6 L80 24 L80 94 L22 94 Z M62 6 L62 24 L80 24" />
      <path d="M37 46 L65 74 M65 46 L37 74" />
    </>
  ),
  // A broken line: two ends that do not meet.
  UNAVAILABLE: (
    <>
      <path d="M6 50 L30 50 M70 50 L94 50" />
      <path d="M30 32 L30 68 M70 32 L70 68 M42 78 L58 22" />
    </>
  ),
};

export function Sign({ outcome, className }: { outcome: Outcome; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 100 100"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {SIGNS[outcome]}
    </svg>
  );
}
