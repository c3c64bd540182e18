import { convertCssVariables, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'
import { cssVariables, theme } from './src/app/theme.ts'

const id = 'virtual:theme.css'

/**
 * The theme as a static stylesheet. Mantine would write it into a <style> element at run time, which a strict
 * Content-Security-Policy refuses; made at build time it is a file like any other, and the first paint has it.
 */
export const themeCss = (): Plugin => ({
  name: 'theme-css',
  resolveId: (source) => (source === id ? `\0${id}` : undefined),
  load: (resolved) =>
    resolved === `\0${id}` ? convertCssVariables(cssVariables(mergeMantineTheme(DEFAULT_THEME, theme))) : undefined,
})
