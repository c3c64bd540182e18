import {
  createTheme,
  type CSSVariablesResolver,
  defaultCssVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef1fd',
  '#dfe4fb',
  '#bfc9f6',
  '#9babf1',
  '#7a8eec',
  '#5469dc',
  '#4059cf',
  '#344ab2',
  '#2a3c91',
  '#212f71',
]

const gray: MantineColorsTuple = [
  '#f7f8f9',
  '#f0f1f3',
  '#e5e7ea',
  '#d6d9de',
  '#bdc2c9',
  '#979ea9',
  '#666e7a',
  '#4c535d',
  '#343a42',
  '#1b1f25',
]

const dark: MantineColorsTuple = [
  '#e2e4e8',
  '#c1c6ce',
  '#9ba2ae',
  '#767e8b',
  '#3a4049',
  '#2c3138',
  '#23272d',
  '#1a1d22',
  '#15181c',
  '#101215',
]

/** Calm and dense: one family of greys, one accent, small type on a grid of four pixels. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 5 },
  colors: { ink, gray, dark },
  black: '#1b1f25',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '999px' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.125rem', lineHeight: '1.4' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  shadows: {
    sm: '0 1px 2px rgb(16 18 21 / 8%)',
    md: '0 1px 2px rgb(16 18 21 / 8%), 0 6px 20px -4px rgb(16 18 21 / 14%)',
    xl: '0 2px 4px rgb(16 18 21 / 8%), 0 20px 48px -12px rgb(16 18 21 / 28%)',
  },
  components: {
    // Plain objects rather than `Modal.extend`: naming a component here would put it into the first load.
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Button: { defaultProps: { size: 'xs' } },
    // The page itself never scrolls, and what locks its scrolling writes a <style> that the security policy refuses.
    Drawer: {
      defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.4 }, transitionProps: { duration: 120 } },
    },
    Modal: {
      defaultProps: {
        lockScroll: false,
        overlayProps: { backgroundOpacity: 0.4 },
        transitionProps: { duration: 120, transition: 'fade' },
        yOffset: '10vh',
      },
      styles: {
        content: { border: '1px solid var(--desk-line)' },
        title: { fontSize: '0.9375rem', fontWeight: 600 },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 100 } } },
    ...sizedInputs(),
  },
})

/** Mantine's variables, with our greys where its own would be too pale to read or too loud. */
export const cssVariables: CSSVariablesResolver = (merged) => {
  const { variables, light, dark: darkOnes } = defaultCssVariablesResolver(merged)
  return {
    variables,
    light: {
      ...light,
      '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
      '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
      '--mantine-color-error': '#c02626',
    },
    dark: {
      ...darkOnes,
      '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
      '--mantine-color-anchor': 'var(--mantine-color-ink-3)',
      '--mantine-color-error': '#f58a8a',
    },
  }
}

/** Every field is as tall as a small button: they stand in one line. */
function sizedInputs() {
  const small = { defaultProps: { size: 'xs' } }
  return {
    Input: small,
    TextInput: small,
    PasswordInput: small,
    Textarea: small,
    Select: small,
    MultiSelect: small,
    TagsInput: small,
    SegmentedControl: small,
    Switch: small,
  }
}
