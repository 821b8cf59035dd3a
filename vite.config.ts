import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Languages the interface speaks: those of `src/texts`. */
const LANGUAGES = new Set(['en-US'])

/** The component library brings its own few words in thirty languages; only those the interface speaks are bundled. */
const ownLanguagesOnly: Plugin = {
  name: 'own-languages-only',
  enforce: 'pre',
  load: {
    filter: {
      id: /[\\/]node_modules[\\/](react-aria|react-stately|react-aria-components)[\\/].*[\\/]intl[\\/].*[a-z]{2}-[A-Z]{2}\.m?js$/,
    },
    handler: (id) => (LANGUAGES.has(/([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1] ?? '') ? null : 'export default {}'),
  },
}

/** `vite build` makes the browser application, `vite build --ssr` the local server that serves it. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [ownLanguagesOnly, react(), tailwindcss()],
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node20',
        ssr: true,
        rolldownOptions: { input: { main: at('./src/hosts/server/main.ts') } },
        copyPublicDir: false,
      }
    : { outDir: 'dist/app', target: 'es2022', manifest: true, assetsInlineLimit: 0 },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    environment: 'node',
    setupFiles: ['test/fixtures/unmount-components.ts'],
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    // A busy machine takes its time; what takes too long is measured by `npm run bench`.
    testTimeout: 30_000,
    reporters: ['default'],
  },
}))
