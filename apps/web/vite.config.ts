import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { firstLoad } from './first-load.ts'
import { themeCss } from './theme-css.ts'

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '3001'}`

export default defineConfig(({ mode }) => ({
  plugins: [react(), themeCss(), firstLoad()],
  server: {
    host: '127.0.0.1',
    // The browser's own Origin is passed on, and the API compares it with Host: so Host stays the browser's too.
    proxy: { '/api': { target: api, ws: true, changeOrigin: false } },
  },
  build: {
    outDir: 'dist',
    sourcemap: true,
    // The first that know light-dark(): its stand-in for older ones follows `color-scheme` only where both are in one file.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        // Few files rather than ninety: what React is, what the first picture needs, and what several later ones share.
        // React changes more seldom than we do, so a deploy leaves it in people's caches.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/u, priority: 3 },
            { name: 'first', tags: ['$initial'], priority: 2 },
            { name: 'later', minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['../../.ci/same-examples.ts'],
    maxWorkers: 2,
    // How many random interleavings the live cache is held to: `pnpm converge` tries many.
    provide: { interleavings: Number(process.env['INTERLEAVINGS'] ?? (mode === 'converge' ? 100_000 : 2_200)) },
  },
}))
