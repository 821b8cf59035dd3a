/**
 * The test command: unit tests (Vitest), then browser tests (Playwright) against a fresh build.
 *
 *   node test/run.mjs [--only unit|e2e] [--no-build] [arguments for the one runner]
 *
 * Ends with a line `N passed, N failed`; fails when a test failed, a runner broke, or nothing ran.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './e2e/support/find-browser.mjs'
import { installBrowser } from './e2e/support/install-browser.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const binOf = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file)

/** Runs a Node program in the foreground and gives its exit code; a program that was killed counts as failed. */
function runNode(parameters, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** A report, or `undefined` when its runner broke before writing one. */
async function readReport(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** A runner that broke without a failing test still counts as one failure. */
const settle = (code, passed, failed) => ({ passed, failed: failed === 0 && code !== 0 ? 1 : failed })

async function runUnit(folder, extra) {
  const file = join(folder, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runNode([binOf('vitest', 'vitest.mjs'), 'run', ...reporters, ...extra])
  const report = await readReport(file)
  const broken = report?.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0) ?? []
  return settle(code, report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + broken.length)
}

const build = async () => {
  const vite = binOf('vite', 'bin/vite.js')
  return (await runNode([vite, 'build'])) === 0 && (await runNode([vite, 'build', '--ssr'])) === 0
}

async function runE2e(folder, extra, withBuild) {
  const browser = findBrowser() ?? installBrowser()
  if (browser === undefined) {
    console.error('There is no browser, and none could be installed: the browser tests did not run.')
    return { passed: 0, failed: 1 }
  }
  if (withBuild && !(await build())) {
    console.error('The build failed: the browser tests did not run.')
    return { passed: 0, failed: 1 }
  }
  console.log(`Browser tests run in ${browser}`)
  const file = join(folder, 'e2e.json')
  const parameters = ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json', ...extra]
  const code = await runNode([binOf('@playwright/test', 'cli.js'), ...parameters], {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  const report = await readReport(file)
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {}
  return settle(code, expected + flaky, unexpected + (report?.errors.length ?? 0))
}

function readArguments(given) {
  const rest = [...given]
  const noBuild = rest.indexOf('--no-build')
  if (noBuild >= 0) rest.splice(noBuild, 1)
  const at = rest.indexOf('--only')
  const only = at >= 0 ? rest.splice(at, 2)[1] : undefined
  if (at >= 0 && only !== 'unit' && only !== 'e2e') throw new Error('--only takes unit or e2e')
  if (only === undefined && rest.length > 0) throw new Error(`${rest.join(' ')}: arguments for a runner need --only`)
  return { only, withBuild: noBuild < 0, extra: rest }
}

async function main() {
  const { only, withBuild, extra } = readArguments(process.argv.slice(2))
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-tests-'))
  const parts = []
  try {
    if (only !== 'e2e') parts.push(await runUnit(folder, extra))
    if (only !== 'unit') parts.push(await runE2e(folder, extra, withBuild))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const passed = parts.reduce((sum, part) => sum + part.passed, 0)
  const failed = parts.reduce((sum, part) => sum + part.failed, 0)
  if (passed + failed === 0) console.error('No test ran.')
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
