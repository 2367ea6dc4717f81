// One kind of filter as check boxes: values of the persons found with their counts, chosen ones always among them.
import { Checkbox, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

const MOST = 7;

export function FacetGroup({
  label,
  counts,
  all = [],
  chosen,
  onChange,
  labelOf,
  children,
}: {
  label: string;
  /** Null before anything was searched. */
  counts: readonly { readonly value: string; readonly count: number }[] | null;
  /** Offered before anything was searched. */
  all?: readonly string[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
  labelOf(value: string): string;
  children?: ReactNode;
}) {
  const offered = counts?.map(({ value }) => value) ?? all;
  const shown = [...new Set([...chosen, ...offered.slice(0, MOST)])];
  if (shown.length === 0 && !children) return null;
  return (
    <Checkbox.Group label={label} value={[...chosen]} onChange={onChange} labelProps={{ fz: 'sm' }}>
      <Stack gap={7} mt={6}>
        {shown.map((value) => {
          const count = counts?.find((one) => one.value === value)?.count;
          return (
            <Group key={value} justify="space-between" wrap="nowrap" gap="xs">
              <Checkbox size="xs" value={value} label={labelOf(value)} />
              {count !== undefined && (
                <Text size="xs" c="dimmed">
                  {count}
                </Text>
              )}
            </Group>
          );
        })}
        {children}
      </Stack>
    </Checkbox.Group>
  );
}
