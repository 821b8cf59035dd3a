import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findBrowser } from './find-browser.mjs'

const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')

const isRoot = () => process.getuid?.() === 0

/** Whether apt-get can install a package here without asking. */
function hasApt() {
  if (process.platform !== 'linux' || !isRoot() || !existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function run(command, parameters) {
  console.log(`> ${command} ${parameters.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

function installPackage() {
  const packages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
}

/** Playwright's own download, with the system libraries it needs where they may be installed. */
const download = () => run(process.execPath, [playwright, 'install', ...(hasApt() ? ['--with-deps'] : []), 'chromium'])

/** Says that there is no browser, installs one and gives its path, or `undefined` when that failed. */
export function installBrowser() {
  console.log('No Chromium or Chrome was found on this machine; installing one for the browser tests.')
  console.log('(Set CHROMIUM_PATH to use a browser that is somewhere else.)')
  if (hasApt() && installPackage()) {
    const installed = findBrowser()
    if (installed !== undefined) return installed
  }
  return download() ? findBrowser() : undefined
}
