// A whole day of the calendar, typed or chosen with what the browser offers.
import { TextInput, type TextInputProps } from '@mantine/core';

export function DayInput({
  value,
  onChange,
  ...field
}: Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  value: string | null;
  onChange(value: string): void;
}) {
  return (
    <TextInput
      {...field}
      type="date"
      min="1850-01-01"
      max="2199-12-31"
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
