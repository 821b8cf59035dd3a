import type { Page } from '@playwright/test'
import { saveDocument } from '#format'
import { literal, type IntegrationDoc, type StepId } from '#domain'
import {
  arm,
  branch,
  docOf,
  expr,
  flow,
  http,
  log,
  loop,
  ref,
  slot,
  stepId,
  template,
} from '../fixtures/doc-builder.ts'
import { exportedDocument } from './support/designer-page.ts'
import { readStorage } from './support/read-storage.ts'
import { expect, test } from './support/test.ts'
import { expectSaved, importText, node, openDocument } from './support/ui.ts'

const sample = (): IntegrationDoc =>
  docOf({
    name: 'Sample',
    flows: [
      flow(
        'Main',
        http('Ask', { slot: 'Shop', inputs: { url: literal('customers') } }),
        loop('Each', ref('Ask', 'body'), log('Tell', template('Hello ', ref('Each', 'currentItem', 'name')))),
        branch('Check', arm('High', log('Shout', expr('"A" & "B"')))),
      ),
      flow('Other', log('Whisper')),
    ],
    slots: [slot('Shop', 'http', 'a-shop-elsewhere')],
  })

/** The sample's file with its records changed in a way the application itself never would. */
function broken(change: (doc: { -readonly [K in keyof IntegrationDoc]: IntegrationDoc[K] }) => void): string {
  const doc = structuredClone(sample())
  change(doc)
  return JSON.stringify({ $format: 'patchbay/integration', ...doc }, null, 2)
}

const withBody = (doc: IntegrationDoc, step: StepId, body: readonly StepId[]) => ({
  ...doc.steps,
  [step]: { ...doc.steps[step]!, arms: [{ id: 'body', name: '', body }] },
})

const text = () => saveDocument(sample())

/** Files that are refused, and what is said. */
const REFUSED: Readonly<Record<string, readonly [file: string | Buffer, says: string | RegExp]>> = {
  'empty.json': ['', 'The file is empty.'],
  'half.json': [
    '{"$format": "patchbay/integration",\n  "flows": ',
    /not JSON: it cannot be read at line 2, column \d+/,
  ],
  'other.json': ['{"openapi": "3.1.0"}', 'The file is JSON, but not an integration of Patchbay.'],
  'new.json': [broken((doc) => Object.assign(doc, { schemaVersion: 99 })), /newer Patchbay \(format 99/],
  'mark.json': [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text())]), 'byte order mark'],
  'latin.json': [Buffer.concat([Buffer.from(text()), Buffer.from([0xe9])]), 'The file could not be read'],
  'twice.json': [
    text().replace('"name": "Sample"', '"name": "Sample",\n  "name": "Sample"'),
    /The key “name” is there twice at line 6, column \d+/,
  ],
  'surrogate.json': [text().replace('"Sample"', String.raw`"\ud83d"`), /line 5, column \d+ holds half a character/],
  'proto.json': [
    text().replace('"name": "Sample"', '"name": "Sample",\n  "__proto__": {"isAdmin": true}'),
    /The key “__proto__” at line 6, column \d+ is not allowed/,
  ],
  'deep.json': [`{"a": ${'['.repeat(100_000)}`, /nests more than \d+ deep at line 1/],
  'dangling.json': [
    broken((doc) => {
      const { [stepId('Shout')]: _, ...steps } = doc.steps
      doc.steps = steps
    }),
    `names the step ${stepId('Shout')}, which is not there`,
  ],
  'slot.json': [
    broken((doc) => {
      doc.slots = {}
    }),
    /names the connection slot slot_shop\w*, which is not there/,
  ],
  'two-places.json': [
    broken((doc) => {
      doc.steps = withBody(doc, stepId('Each'), [stepId('Tell'), stepId('Shout')])
    }),
    `the step ${stepId('Shout')} is in two places`,
  ],
  'cycle.json': [
    broken((doc) => {
      const main = doc.flows[doc.flowOrder[0]!]!
      doc.flows = { ...doc.flows, [main.id]: { ...main, body: main.body.filter((id) => id !== stepId('Each')) } }
      doc.steps = withBody(doc, stepId('Each'), [stepId('Tell'), stepId('Each')])
    }),
    `the step ${stepId('Each')} contains itself`,
  ],
  'extra.json': [broken((doc) => Object.assign(doc, { apiKey: 'sk' })), 'The file holds “apiKey” at /'],
  'kind.json': [
    text().replace('"kind": "template"', '"kind": "script"'),
    /is not a valid integration: steps\.step_tell/,
  ],
  'large.json': [`"${'x'.repeat(20_000_001)}"`, /has 20000003 bytes; at most 20000000/],
  'huge.json': [Buffer.alloc(25_000_001, ' '), 'The file is larger than 25 MB'],
}

/** What is stored, but for what the browser itself counts. */
const stored = async (page: Page): Promise<string> => (await readStorage(page)).indexedDb

test.describe('Bad input', () => {
  test('Bad input: a file that is refused says why and where, and nothing else changes or is asked for', async ({
    page,
  }) => {
    test.slow()
    await openDocument(page, { ...sample(), name: 'The one there is' })
    await page.getByRole('link', { name: 'All integrations' }).click()
    await expect(page.getByRole('link', { name: 'The one there is' })).toBeVisible()
    const before = await stored(page)
    const requests: string[] = []
    page.context().on('request', (request) => requests.push(new URL(request.url()).pathname))

    for (const [name, [file, says]] of Object.entries(REFUSED)) {
      await test.step(name, async () => {
        await importText(page, file, name)
        const refusal = page.getByRole('alert').filter({ hasText: `${name} cannot be imported` })
        await expect(refusal).toContainText(says)
        await expect(page).toHaveURL('/')
      })
    }

    await expect(page.getByRole('region', { name: 'Integrations' }).getByRole('listitem')).toHaveCount(1)
    expect(await stored(page)).toBe(before)
    // The worker that parses is a part of the application.
    expect(requests.filter((path) => !/^\/(workers|assets)\//.test(path))).toEqual([])
    expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false)
  })

  test('Bad input: after a refusal the next file is imported, and the message goes', async ({ page }) => {
    await page.goto('/')
    await importText(page, '{', 'half.json')
    await expect(page.getByRole('alert')).toContainText('half.json cannot be imported')
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await importText(page, text())
    await expect(node(page, 'Ask')).toBeVisible()
  })

  test('Bad input: opening a document is inert, whatever is in it', async ({ page, realApiWithCors: api }) => {
    const requests: string[] = []
    page.context().on('request', (request) => requests.push(request.url()))
    const markup = `<img src="${api.url}/pixel" onerror="window.hacked = true"><b>bold</b>`
    await openDocument(
      page,
      docOf({
        name: markup,
        flows: [
          flow('Main', {
            ...http('Ask', { inputs: { url: literal(`${api.url}/customers`) } }),
          }),
        ],
      }),
    )
    await node(page, 'Ask').click({ position: { x: 24, y: 12 } })
    await expect(page.getByRole('region', { name: 'Step settings' })).toContainText('URL')
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(requests.filter((url) => url.startsWith(api.url))).toEqual([])
    expect(api.requests).toEqual([])
  })
})

test.describe('import and export', () => {
  test('M4 what is exported comes back the same, as a copy beside the one there is, and says what it misses', async ({
    page,
  }) => {
    await openDocument(page, sample())
    await expect(page.getByText('Connections to create: a-shop-elsewhere')).toBeVisible()
    await expectSaved(page)
    const first = await exportedDocument(page)
    expect(first).toEqual(sample())

    await page.getByRole('link', { name: 'All integrations' }).click()
    await importText(page, saveDocument(first))
    await expect(node(page, 'Ask')).toBeVisible()
    const second = await exportedDocument(page)
    expect(second.id).not.toBe(first.id)
    expect({ ...second, id: first.id }).toEqual(first)

    await page.getByRole('link', { name: 'All integrations' }).click()
    await expect(page.getByRole('link', { name: 'Sample', exact: true })).toHaveCount(2)
  })
})
