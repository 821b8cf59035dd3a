/**
 * Measures the JavaScript that a first visit loads, in gzip bytes, from the manifest of a build (`npm run build`).
 *
 *   node test/bench/size.mjs [--update]
 *
 * Fails when a page is over its budget or more than 3 % over the committed baseline; `--update` writes the baseline.
 * Workers are not counted: they load beside the page, after it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const APP = fileURLToPath(new URL('../../dist/app/', import.meta.url))
const BASELINE = fileURLToPath(new URL('size-baseline.json', import.meta.url))
const TOLERANCE = 1.03
const KILOBYTE = 1024

/** What each page loads: the entry, and the lazily imported modules of its route, as the manifest names them. */
const PAGES = {
  home: {
    budget: 280 * KILOBYTE,
    modules: ['index.html', 'src/hosts/app/render-app.tsx', 'src/designer/home/home-screen.tsx'],
  },
  designer: {
    budget: 480 * KILOBYTE,
    modules: ['index.html', 'src/hosts/app/render-app.tsx', 'src/designer/shell/designer-screen.tsx'],
  },
}

function readManifest() {
  const path = join(APP, '.vite/manifest.json')
  if (!existsSync(path)) throw new Error('There is no build to measure: run `npm run build`.')
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The files of some modules with everything they import statically. */
function closureOf(manifest, modules) {
  const seen = new Set()
  const add = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const next of manifest[key].imports ?? []) add(next)
  }
  for (const key of modules) {
    if (!(key in manifest)) throw new Error(`${key} is not in the manifest: correct PAGES in test/bench/size.mjs.`)
    add(key)
  }
  return [...new Set([...seen].map((key) => manifest[key].file))].filter((file) => file.endsWith('.js'))
}

const gzipSize = (file) => gzipSync(readFileSync(join(APP, file)), { level: 9 }).length

const kilobytes = (bytes) => `${(bytes / KILOBYTE).toFixed(1)} KB`

function measure() {
  const manifest = readManifest()
  return Object.fromEntries(
    Object.entries(PAGES).map(([page, { modules }]) => [
      page,
      closureOf(manifest, modules).reduce((sum, file) => sum + gzipSize(file), 0),
    ]),
  )
}

function complaintsOf(sizes, baseline) {
  return Object.entries(sizes).flatMap(([page, bytes]) => {
    const { budget } = PAGES[page]
    const before = baseline[page]
    if (bytes > budget) return [`${page}: ${kilobytes(bytes)} is over the budget of ${kilobytes(budget)}`]
    if (before === undefined) return [`${page}: no baseline; write one with \`npm run size -- --update\``]
    if (bytes > before * TOLERANCE) return [`${page}: ${kilobytes(bytes)} is more than 3 % over ${kilobytes(before)}`]
    return []
  })
}

const sizes = measure()
for (const [page, bytes] of Object.entries(sizes)) {
  console.log(`${page}: ${kilobytes(bytes)} of ${kilobytes(PAGES[page].budget)} JavaScript (gzip)`)
}
if (process.argv.includes('--update')) writeFileSync(BASELINE, `${JSON.stringify(sizes, null, 2)}\n`)
const baseline = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {}
const complaints = complaintsOf(sizes, baseline)
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length > 0 ? 1 : 0
