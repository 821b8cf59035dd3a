import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const LINUX = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium']
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']

/** Where a Chromium or Chrome may be, the most explicit place first. */
function candidates() {
  const { CHROMIUM_PATH, HOME = '', LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': programFilesX86 } = process.env
  const folders = {
    linux: ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => LINUX.map((name) => join(folder, name))),
    darwin: ['/Applications', join(HOME, 'Applications')].flatMap((folder) => MAC.map((name) => join(folder, name))),
    win32: [PROGRAMFILES, programFilesX86, LOCALAPPDATA].flatMap((folder) =>
      folder === undefined ? [] : WINDOWS.map((name) => join(folder, name)),
    ),
  }
  const installed = folders[process.platform] ?? []
  return [CHROMIUM_PATH, ...installed, chromium.executablePath()].filter((path) => path)
}

/** Ubuntu's `chromium-browser` may be a stub that only advises to install a snap: what cannot tell its version is no browser. */
function answers(path) {
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0
}

/** The path of a Chromium or Chrome on this machine, or `undefined`. `CHROMIUM_PATH` wins. */
export function findBrowser() {
  return candidates().find((path) => existsSync(path) && answers(path))
}
