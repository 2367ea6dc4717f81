// Draws the calibration curve of the kept figures: docs/calibration.svg.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalibrationStep } from '../../server/features/evaluation/pairs.ts';
import { projectPath } from '../../server/platform/paths.ts';

const SIZE = 400;
const EDGE = 50;

const file = join(import.meta.dirname, 'results', 'memory-50k.json');
const { details } = JSON.parse(readFileSync(file, 'utf8')) as {
  details: Record<string, { calibration: CalibrationStep[] }>;
};
const x = (value: number) => (EDGE + value * SIZE).toFixed(1);
const y = (value: number) => (EDGE + (1 - value) * SIZE).toFixed(1);

function curve(part: string, colour: string): string {
  const steps = details[part]?.calibration ?? [];
  const points = steps.map((step) => `${x(step.meanScore)},${y(step.shareTrue)}`);
  const dots = steps.map(
    (step) =>
      `<circle cx="${x(step.meanScore)}" cy="${y(step.shareTrue)}" r="${(2 + Math.log10(step.n)).toFixed(1)}" fill="${colour}"><title>${step.n} pairs, mean score ${step.meanScore.toFixed(3)}, true ${step.shareTrue.toFixed(3)}</title></circle>`,
  );
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>${dots.join('')}`;
}

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
  (tick) =>
    `<text x="${x(tick)}" y="${EDGE + SIZE + 18}" text-anchor="middle">${tick}</text>` +
    `<text x="${EDGE - 8}" y="${y(tick)}" text-anchor="end" dominant-baseline="middle">${tick}</text>`,
);
writeFileSync(
  projectPath('docs', 'calibration.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE + 2 * EDGE} ${SIZE + 2 * EDGE}" font-family="sans-serif" font-size="12">
<title>Score of a pair of names against the share of pairs that are one person</title>
<rect width="100%" height="100%" fill="#fff"/>
<rect x="${EDGE}" y="${EDGE}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#999"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#bbb" stroke-dasharray="4"/>
${ticks.join('\n')}
<text x="${EDGE + SIZE / 2}" y="${EDGE + SIZE + 38}" text-anchor="middle">mean score of a tenth</text>
<text x="14" y="${EDGE + SIZE / 2}" text-anchor="middle" transform="rotate(-90 14 ${EDGE + SIZE / 2})">share that is one person</text>
${curve('pairs.tuned', '#888')}
${curve('pairs.set-aside', '#0a5')}
<text x="${EDGE + 12}" y="${EDGE + 20}" fill="#888">people tuned on</text>
<text x="${EDGE + 12}" y="${EDGE + 38}" fill="#0a5">people set aside</text>
</svg>
`,
);
