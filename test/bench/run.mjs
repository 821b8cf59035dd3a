/**
 * Measures what the application promises to be fast at, and prints it as JSON: times in milliseconds.
 *
 *   node test/bench/run.mjs [--only edit|browser] [--no-build]
 *
 * Builds what it measures into a folder of its own. `load` is the load of the machine before and after: on a busy one only
 * `min` says something about the code.
 */
import { existsSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { findBrowser } from '../e2e/support/find-browser.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
// Below node_modules, where what is built finds the packages it imports.
const BUILT = join(ROOT, 'node_modules/.cache/patchbay-bench')
const FIGURES = join(BUILT, 'figures')

const quiet = { root: ROOT, logLevel: 'error' }

/** The figures themselves are TypeScript and import the sources: one bundle for Node. */
async function buildFigures() {
  const input = Object.fromEntries(
    ['edit-figures', 'browser-figures'].map((name) => [name, join(ROOT, `test/bench/${name}.ts`)]),
  )
  await build({
    ...quiet,
    configFile: false,
    build: { ssr: true, outDir: FIGURES, emptyOutDir: true, target: 'node20', rolldownOptions: { input } },
  })
}

/** The application and its server, side by side as in `dist`. */
async function buildApp() {
  await build({ ...quiet, build: { outDir: join(BUILT, 'app'), emptyOutDir: true } })
  await build({ ...quiet, build: { ssr: true, outDir: join(BUILT, 'server'), emptyOutDir: true } })
}

const figuresOf = (name) => import(pathToFileURL(join(FIGURES, `${name}.js`)).href)

const loads = () => loadavg().map((load) => Math.round(load * 100) / 100)

function machine() {
  const [cpu] = cpus()
  return {
    node: process.version,
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
  }
}

function readArguments(given) {
  const at = given.indexOf('--only')
  const only = at >= 0 ? given[at + 1] : undefined
  if (at >= 0 && only !== 'edit' && only !== 'browser') throw new Error('--only takes edit or browser')
  return { only, withBuild: !given.includes('--no-build') || !existsSync(FIGURES) }
}

async function main() {
  const { only, withBuild } = readArguments(process.argv.slice(2))
  if (withBuild) {
    await buildFigures()
    if (only !== 'edit') await buildApp()
  }
  const before = loads()
  const figures = {}
  if (only !== 'browser') figures.edit = (await figuresOf('edit-figures')).editFigures()
  if (only !== 'edit') {
    const browser = findBrowser()
    if (browser === undefined)
      throw new Error('There is no Chromium or Chrome: set CHROMIUM_PATH, or give --only edit.')
    const { browserFigures } = await figuresOf('browser-figures')
    figures.browser = await browserFigures({ browser, server: join(BUILT, 'server/main.js') })
  }
  console.log(JSON.stringify({ machine: machine(), load: { before, after: loads() }, ...figures }, null, 2))
}

try {
  await main()
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
