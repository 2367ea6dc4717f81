// Colours, type and shapes of the screens: calm surfaces, one accent, and red, amber and green kept for verdicts.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#e9f5f1',
  '#d6e8e2',
  '#aed0c5',
  '#83b8a6',
  '#5fa38c',
  '#48967c',
  '#398a70',
  '#27705a',
  '#1d5a48',
  '#12352f',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 7,
  colors: { pine },
  fontFamily: "'Inter Variable', 'Noto Sans', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace",
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '650' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Table: { defaultProps: { verticalSpacing: 'xs', highlightOnHover: true } },
  },
});
