import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

/** What a colour says. Nothing on a screen is coloured without one of these meanings. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

/** The theme colour that stands for each tone. */
export const toneColor: Readonly<Record<Tone, string>> = {
  neutral: 'gray',
  info: 'blue',
  good: 'green',
  warn: 'yellow',
  bad: 'red',
};

/** Ten shades from light to dark, as one line. */
const shades = (line: string) => line.split(' ') as unknown as MantineColorsTuple;

const colors = {
  teal: shades('#eef6f6 #d8eaea #b2d5d5 #86bcbd #5fa9ab #38898c #257276 #1a5d62 #154c51 #0f393e'),
  sand: shades('#fbf7ef #f4eadb #e8d5b6 #dabd8c #cda667 #bf904a #a47638 #84602f #684c28 #4d391f'),
  gray: shades('#f6f8f9 #eef1f3 #e1e6ea #cdd5db #b1bcc4 #8896a1 #5f6e7a #4c5a66 #333f49 #1d2730'),
  dark: shades('#d6dde2 #b6c1c8 #98a5ae #72808a #3d4a54 #2c3841 #222c34 #182026 #12191e #0c1115'),
  yellow: shades('#fdf6e3 #faeac0 #f4d88a #ecc253 #dfab2b #c8921a #9a6b0f #7d550b #624208 #4a3206'),
  red: shades('#fcf0ee #f8dcd8 #f0b8b1 #e79c93 #e08379 #cb5449 #b63c32 #982e26 #78231d #591a15'),
  green: shades('#eef7f0 #d6ecdc #aed9bb #82c296 #63b27d #3e915b #2d7748 #23603a #1b4b2e #133722'),
  blue: shades('#eef4fa #d9e6f3 #b2cce6 #8fb5da #74a3d0 #4379b0 #316296 #274f7a #1e3d5f #162d46'),
};

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Hebrew", sans-serif';

/** The look of Dunlin: slate and deep teal, dense, system fonts, state as the only colour. */
export const theme: MantineThemeOverride = createTheme({
  colors,
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  white: '#ffffff',
  black: '#1d2730',
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '16px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, multiline: true, maw: 320 } },
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 600 } },
    },
  },
});

/** Tinted grounds and their texts in the dark: the same meaning, a quiet glow. */
const darkTones = Object.fromEntries(
  (['teal', 'gray', 'blue', 'green', 'yellow', 'red'] as const).flatMap((name) => [
    [`--mantine-color-${name}-light`, `color-mix(in srgb, ${colors[name][5]} 22%, transparent)`],
    [
      `--mantine-color-${name}-light-hover`,
      `color-mix(in srgb, ${colors[name][5]} 32%, transparent)`,
    ],
    [`--mantine-color-${name}-light-color`, colors[name][2]],
  ]),
);

/** Mantine's greys for secondary text are too pale for WCAG 2.2 AA (1.4.3); these are not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--dunlin-ground': '#f2f5f6',
    '--dunlin-focus': 'var(--mantine-color-teal-6)',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-6)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-red-6)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-8)',
    '--mantine-color-yellow-light-color': 'var(--mantine-color-yellow-8)',
    '--mantine-color-yellow-light': 'var(--mantine-color-yellow-0)',
    '--mantine-color-red-light': 'var(--mantine-color-red-0)',
  },
  dark: {
    '--dunlin-ground': '#10161a',
    '--dunlin-focus': 'var(--mantine-color-teal-3)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-anchor': 'var(--mantine-color-teal-3)',
    ...darkTones,
  },
});
