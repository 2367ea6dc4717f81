// Small pictures of numbers, drawn by ourselves: bars, columns by day, a funnel; each is a table for those who do not see it.
import { Box, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './charts.module.css';

export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  /** What is wrong among them, drawn apart. */
  readonly part?: number;
  /** The number in words, such as an amount with its currency. */
  readonly text?: string;
}

interface ChartProps {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  /** Heads of the table: what a point is, what is counted, what the part is. */
  readonly heads: readonly [string, string, string?];
}

function Spoken({ title, points, heads }: ChartProps) {
  const withPart = heads[2] !== undefined;
  return (
    <VisuallyHidden>
      <Table>
        <Table.Caption>{title}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{heads[0]}</Table.Th>
            <Table.Th scope="col">{heads[1]}</Table.Th>
            {withPart && <Table.Th scope="col">{heads[2]}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map(({ label, value, part, text }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td>{text ?? value}</Table.Td>
              {withPart && <Table.Td>{part ?? 0}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </VisuallyHidden>
  );
}

const largest = (points: readonly ChartPoint[]): number => Math.max(1, ...points.map(({ value }) => value));

/** Lying bars, the label above each; the part is hatched, so that colour is not its only sign. */
export function Bars({
  title,
  points,
  heads,
  action,
}: ChartProps & { action?: (point: ChartPoint) => ReactNode }) {
  const most = largest(points);
  return (
    <figure className={styles['figure']}>
      <Spoken title={title} points={points} heads={heads} />
      <Box aria-hidden={action ? undefined : true}>
        {points.map((point) => (
          <Box key={point.label} mb={8}>
            <Group justify="space-between" gap="xs" wrap="nowrap" mb={2}>
              {action ? action(point) : <Text size="sm">{point.label}</Text>}
              <Text size="sm" fw={600}>
                {point.text ?? point.value}
                {point.part ? ` · ${heads[2] ?? ''} ${point.part}` : ''}
              </Text>
            </Group>
            <Box className={styles['track']} aria-hidden>
              <Group gap={0} h="100%" wrap="nowrap">
                <Box
                  className={`${styles['fill']} ${styles['hatched']}`}
                  style={{
                    width: `${((point.part ?? 0) / most) * 100}%`,
                    display: point.part ? 'block' : 'none',
                  }}
                />
                <Box
                  className={styles['fill']}
                  style={{ width: `${((point.value - (point.part ?? 0)) / most) * 100}%` }}
                />
              </Group>
            </Box>
          </Box>
        ))}
      </Box>
    </figure>
  );
}

const WIDE = 640;
const HIGH = 150;

/** Standing columns, one per day; the highest and the last carry their number. */
export function Columns({ title, points, heads }: ChartProps) {
  const most = largest(points);
  const step = WIDE / Math.max(1, points.length);
  const top = points.findIndex(({ value }) => value === most);
  const every = Math.ceil(points.length / 8);
  return (
    <figure className={styles['figure']}>
      <Spoken title={title} points={points} heads={heads} />
      <svg viewBox={`0 0 ${WIDE} ${HIGH + 40}`} width="100%" aria-hidden focusable="false">
        <title>{title}</title>
        <line x1={0} x2={WIDE} y1={HIGH + 16} y2={HIGH + 16} className={styles['axis']} />
        {points.map(({ label, value, part = 0 }, index) => {
          const height = (value / most) * HIGH;
          const wrong = (part / most) * HIGH;
          const x = index * step + step * 0.15;
          return (
            <g key={label}>
              <rect
                x={x}
                y={HIGH + 16 - height}
                width={step * 0.7}
                height={height}
                rx={2}
                className={styles['bar']}
              />
              {part > 0 && (
                <rect
                  x={x}
                  y={HIGH + 16 - wrong}
                  width={step * 0.7}
                  height={wrong}
                  className={styles['warn']}
                />
              )}
              {value > 0 && (index === top || index === points.length - 1) && (
                <text
                  x={x + step * 0.35}
                  y={HIGH + 10 - height}
                  textAnchor="middle"
                  className={styles['value']}
                >
                  {value}
                </text>
              )}
              {index % every === 0 && (
                <text
                  x={index === 0 ? 0 : x + step * 0.35}
                  y={HIGH + 33}
                  textAnchor={index === 0 ? 'start' : 'middle'}
                  className={styles['label']}
                >
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** Stands in half a page: drawn narrower, so that its words are not made small. */
const NARROW = 420;

/** How much of what came in at the top comes out at the bottom. */
export function Funnel({ title, points, heads }: ChartProps) {
  const most = largest(points);
  const row = 46;
  return (
    <figure className={styles['figure']}>
      <Spoken title={title} points={points} heads={heads} />
      <svg viewBox={`0 0 ${NARROW} ${points.length * row}`} width="100%" aria-hidden focusable="false">
        <title>{title}</title>
        {points.map(({ label, value, text }, index) => {
          // Nothing leaves its rail empty; a little is still seen.
          const width = value === 0 ? 0 : Math.max(6, (value / most) * NARROW);
          return (
            <g key={label}>
              <rect
                x={0}
                y={index * row + 18}
                width={NARROW}
                height={row - 22}
                rx={4}
                className={styles['rail']}
              />
              <rect
                x={(NARROW - width) / 2}
                y={index * row + 18}
                width={width}
                height={row - 22}
                rx={4}
                className={styles['bar']}
              />
              <text x={0} y={index * row + 13} className={styles['label']}>
                {label}
              </text>
              <text x={NARROW} y={index * row + 13} textAnchor="end" className={styles['value']}>
                {text ?? value}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
