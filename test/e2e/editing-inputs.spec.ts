import type { Locator, Page } from '@playwright/test'
import { literal } from '#domain'
import { action, arm, branch, flowOf, http, log, loop, ref, setFields } from '../fixtures/doc-builder.ts'
import {
  storedDocument,
  fillInput,
  input,
  inputMode,
  newIntegration,
  pickReference,
  selectStep,
  settings,
  expectInput,
} from './support/designer-page.ts'
import { readStorage } from './support/read-storage.ts'
import { expect, test } from './support/test.ts'
import { choose, executions, expectSaved, failure, node, openDocument, openTab, runTo, startRun } from './support/ui.ts'

const liveValue = (page: Page): Locator => settings(page).getByRole('note', { name: 'Live value' })

const person = () => flowOf(setFields('Make', { name: 'Ada', town: 'London' }), log('Greet'))

/** What an input of a step holds in the document. */
async function inputOf(page: Page, step: string, key: string): Promise<unknown> {
  const { steps } = await storedDocument(page)
  const found = Object.values(steps).find(({ name }) => name === step)
  return found?.kind === 'action' ? found.inputs[key] : undefined
}

test.describe('item 5: mapping an earlier output into an input', () => {
  test('item 5 picks a reference over the real output of the last run; a chip in the text, its live value below', async ({
    page,
  }) => {
    await openDocument(page, person())
    await runTo(page, 'Succeeded')
    await selectStep(page, 'Greet')
    await input(page, 'Message').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Hello ')
    await pickReference(page, 'Message', 'name', async (picker) => {
      // The value is that of the run, and says so.
      await expect(picker.getByRole('row', { name: /^Make/ })).toContainText('this run')
      await expect(picker.getByRole('row', { name: /^name/ })).toContainText('Ada')
    })
    await expect(input(page, 'Message')).toContainText('Hello')
    await expect(input(page, 'Message')).toContainText('Make')
    await expect(liveValue(page)).toContainText('Hello Ada')
    await expect(liveValue(page)).toContainText('this run')
    expect(await inputOf(page, 'Greet', 'message')).toMatchObject({
      kind: 'template',
      parts: [
        { kind: 'text', text: 'Hello ' },
        { kind: 'reference', path: ['name'] },
      ],
    })

    await runTo(page, 'Succeeded')
    await executions(page, 'Greet').getByRole('button').click()
    await expect(await openTab(page, 'Logs')).toContainText('Hello Ada')
  })

  test('item 5 picks over the sample before the first run, and the live value says that it is one', async ({
    page,
  }) => {
    await openDocument(page, flowOf(action('List', 'demo', 'list-customers'), log('Greet', literal(''))))
    await selectStep(page, 'Greet')
    await pickReference(page, 'Message', 'email', async (picker) => {
      await expect(picker.getByRole('row').first()).toBeVisible()
    })
    await expect(liveValue(page)).toContainText('sample')
  })

  test('item 5 picks by keyboard alone: Ctrl+Space in the input, arrows in the tree, Enter', async ({ page }) => {
    await openDocument(page, person())
    await runTo(page, 'Succeeded')
    await selectStep(page, 'Greet')
    await input(page, 'Message').fill('')
    await input(page, 'Message').press('Control+Space')
    const picker = page.getByRole('dialog', { name: 'Choose a reference' })
    await expect(picker.getByRole('searchbox')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(picker.getByRole('row', { name: /^Make/ })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(picker.getByRole('row', { name: /^town/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(picker).toHaveCount(0)
    await expect(liveValue(page)).toContainText('London')
  })

  test('item 5 an expression shows where it breaks, stays editable, and gives its live value once it is whole', async ({
    page,
  }) => {
    await openDocument(page, person())
    await runTo(page, 'Succeeded')
    await selectStep(page, 'Greet')
    await inputMode(page, 'Message', 'Expression')
    await fillInput(page, 'Message', '$uppercase("a" & ')
    await expect(settings(page)).toContainText(/This cannot be read.*character \d+/)
    await expectSaved(page)
    await page.reload()
    await selectStep(page, 'Greet')
    await expectInput(page, 'Message', '$uppercase("a" & ')
    await fillInput(page, 'Message', '$uppercase("a" & "b")')
    await expect(settings(page)).not.toContainText('This cannot be read')
    await expect(liveValue(page)).toContainText('AB')
    await runTo(page, 'Succeeded')
    await executions(page, 'Greet').getByRole('button').click()
    await expect(await openTab(page, 'Logs')).toContainText('AB')
  })

  test('item 5 half-typed values survive a reload and refuse to run, saying which input of which step', async ({
    page,
  }) => {
    await openDocument(page, person())
    await selectStep(page, 'Greet')
    await inputMode(page, 'Message', 'Expression')
    await fillInput(page, 'Message', '$sum(')
    await expectSaved(page)
    await page.reload()
    await expect(node(page, 'Greet')).toHaveAccessibleDescription(/1 problem/)
    await startRun(page)
    await expect(failure(page)).toContainText('An input is only half typed')
    await expect(executions(page, 'Greet')).toContainText('Failed')
    await selectStep(page, 'Greet')
    await expectInput(page, 'Message', '$sum(')
    await expect(settings(page)).toContainText('“Message” of Greet is only half typed')
  })

  test('item 5 a live value that is missing says why, and one of another type says so', async ({ page }) => {
    await openDocument(
      page,
      flowOf(
        setFields('Make', { name: 'Ada' }),
        log('Greet', ref('Make', 'nickname')),
        http('Call', { inputs: { timeoutSeconds: ref('Make', 'name') } }),
      ),
    )
    await runTo(page, 'Failed')
    await selectStep(page, 'Greet')
    await expect(settings(page)).toContainText('nickname is not in the result of Make')
    await selectStep(page, 'Call')
    await expect(settings(page).getByText('This is text, but a number is expected.')).toBeAttached()
  })
})

test.describe('item 5: inputs of every type', () => {
  test('item 5 boolean, number, choice, fields and JSON keep their types, by hand and after a reload', async ({
    page,
  }) => {
    await openDocument(page, flowOf(http('Call')))
    await selectStep(page, 'Call')
    const step = settings(page)
    await choose(page, step.getByRole('button', { name: /Method$/ }).last(), 'POST')
    await choose(page, step.getByRole('button', { name: /Body type$/ }).last(), 'JSON')
    await fillInput(page, 'JSON body', '{"a": [1, true]}')
    const headers = step.getByRole('group', { name: 'Headers' })
    await headers.getByRole('button', { name: 'Add row' }).click()
    await headers.getByRole('textbox', { name: 'Key of row 1' }).fill('X-Trace')
    await headers.getByRole('textbox', { name: 'Value of X-Trace' }).fill('yes')
    await step.getByRole('button', { name: 'More', exact: true }).click()
    await step.getByRole('textbox', { name: 'Timeout in seconds' }).fill('12.5')
    await step.getByRole('switch', { name: 'Fail on error status' }).press('Space')
    await expectSaved(page)
    await page.reload()
    await selectStep(page, 'Call')
    await expect(input(page, 'JSON body')).toContainText('"a"')

    expect(await inputOf(page, 'Call', 'method')).toEqual(literal('POST'))
    expect(await inputOf(page, 'Call', 'jsonBody')).toEqual(literal({ a: [1, true] }))
    expect(await inputOf(page, 'Call', 'timeoutSeconds')).toEqual(literal(12.5))
    expect(await inputOf(page, 'Call', 'failOnStatus')).toEqual(literal(false))
    expect(await inputOf(page, 'Call', 'headers')).toEqual({
      kind: 'fields',
      rows: [{ key: 'X-Trace', value: literal('yes') }],
    })
  })

  test('item 5 a number that is none yet is kept as typed, over a reload, and is a problem', async ({ page }) => {
    await openDocument(page, flowOf(http('Call')))
    await selectStep(page, 'Call')
    await settings(page).getByRole('button', { name: 'More', exact: true }).click()
    const seconds = settings(page).getByRole('textbox', { name: 'Timeout in seconds' })
    await seconds.fill('12,x')
    await expect(settings(page)).toContainText('“12,x” is not a number')
    await expectSaved(page)
    await page.reload()
    await expect(node(page, 'Call')).toHaveAccessibleDescription(/1 problem/)
    await selectStep(page, 'Call')
    await expect(settings(page)).toContainText('“Timeout in seconds” of Call is only half typed')
  })

  test('item 5 JSON that no document can hold says why, survives a reload as it was typed and refuses to run', async ({
    page,
  }) => {
    const json = '{"id": 1, "__proto__": {}}'
    await openDocument(
      page,
      flowOf(http('Call', { inputs: { bodyType: literal('json'), jsonBody: literal({ id: 1 }) } })),
    )
    await selectStep(page, 'Call')
    await fillInput(page, 'JSON body', json)
    await expect(settings(page)).toContainText('The key “__proto__” is not allowed')
    await expectSaved(page)
    await page.reload()
    await selectStep(page, 'Call')
    await expectInput(page, 'JSON body', json)
    await expect(settings(page)).toContainText('The key “__proto__” is not allowed')
    await startRun(page)
    await expect(failure(page)).toContainText('An input is only half typed')
  })

  test('item 5 a text with half a character stays on the screen, and the input says that it is not saved', async ({
    page,
  }) => {
    await openDocument(page, person())
    await selectStep(page, 'Greet')
    await input(page, 'Message').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', `Hi ${String.fromCharCode(0xd8_3d)}`)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await page.keyboard.type('there')
    await expect(input(page, 'Message')).toHaveAttribute('aria-invalid', 'true')
    await expect(input(page, 'Message')).toHaveAccessibleDescription(/half a character.* It is not saved/)
    expect(await inputOf(page, 'Greet', 'message')).toEqual(literal('hello'))

    // Without it the rest is taken.
    for (let back = 'there'.length; back > 0; back -= 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await expect(input(page, 'Message')).not.toHaveAttribute('aria-invalid', 'true')
    expect(await inputOf(page, 'Greet', 'message')).toEqual(literal('Hi there'))
  })

  test('item 5 the problems list names the input and opens its step, in another flow too', async ({ page }) => {
    await newIntegration(page)
    await page.getByRole('searchbox', { name: 'Search steps' }).fill('send request')
    await page.getByRole('option', { name: 'HTTP Send request' }).click()
    await page.getByRole('button', { name: /^Flow: / }).click()
    await page.getByRole('menuitem', { name: 'Add flow' }).click()
    await expect(node(page, 'Send request')).toHaveCount(0)
    await page.getByRole('button', { name: '1 problem', exact: true }).click()
    await page
      .getByRole('list', { name: 'Problems' })
      .getByRole('button', { name: /“URL” of Send request is empty/ })
      .click()
    await expect(page.getByRole('button', { name: 'Flow: Flow 1' })).toBeVisible()
    await expect(settings(page).getByRole('textbox', { name: 'Step name' })).toHaveValue('Send request')
    await settings(page).getByRole('region', { name: '1 problem' }).getByRole('button', { name: 'Show' }).click()
    await expect(input(page, 'URL')).toBeFocused()
    await page.keyboard.type('https://api.test')
    await expect(page.getByRole('button', { name: '0 problems' })).toBeVisible()
  })
})

test.describe('item 3 and 6: control steps, set up by hand and run', () => {
  test('item 5 a loop over the items of an earlier step gives each its current item; a break ends it', async ({
    page,
  }) => {
    await openDocument(
      page,
      flowOf(
        setFields('Make', { people: literal(['Ada', 'Grace', 'Edsger']) }),
        loop('Each', literal(null), log('Greet')),
      ),
    )
    await runTo(page, 'Succeeded')
    await selectStep(page, 'Each')
    await pickReference(page, 'Items', 'people')
    await selectStep(page, 'Greet')
    await fillInput(page, 'Message', '')
    await pickReference(page, 'Message', 'currentItem')
    await runTo(page, 'Succeeded')
    await expect(executions(page, 'Greet')).toHaveCount(3)
    await executions(page, 'Greet').nth(1).getByRole('button').click()
    await expect(await openTab(page, 'Logs')).toContainText('Grace')

    await selectStep(page, 'Greet')
    await page.getByRole('option', { name: 'Break loop', exact: true }).click()
    await runTo(page, 'Succeeded')
    await expect(executions(page, 'Greet')).toHaveCount(1)
  })

  test('item 5 a branch on a condition and by value takes the arm that fits', async ({ page }) => {
    await openDocument(
      page,
      flowOf(
        setFields('Make', { total: literal(20) }),
        branch('Check', arm('High', log('Much')), arm('otherwise', log('Little'))),
      ),
    )
    await runTo(page, 'Succeeded')
    await selectStep(page, 'Check')
    const step = settings(page)
    await choose(page, step.getByRole('button', { name: /Comparison of condition 1/ }), 'is greater than')
    await pickReference(page, 'Left side of condition 1', 'total')
    await input(page, 'Right side of condition 1').fill('50')
    await runTo(page, 'Succeeded')
    await expect(executions(page, 'Little')).toContainText('Succeeded')
    await expect(executions(page, 'Much')).toHaveCount(0)

    await step.getByText('A value', { exact: true }).click()
    await pickReference(page, 'Value to compare', 'total')
    await input(page, 'Taken when the value is').fill('20')
    await runTo(page, 'Succeeded')
    await expect(executions(page, 'Much')).toContainText('Succeeded')
    await expect(executions(page, 'Little')).toHaveCount(0)
  })

  test('item 5 Stop ends the run as failed with its message, and what comes after does not run', async ({ page }) => {
    await openDocument(page, flowOf(log('Before'), log('After')))
    await selectStep(page, 'Before')
    await page.getByRole('option', { name: 'Stop', exact: true }).click()
    await settings(page).getByRole('radio', { name: 'Error', exact: true }).click()
    await fillInput(page, 'Message', 'Nothing to do today')
    await runTo(page, 'Failed')
    await expect(failure(page)).toContainText('Nothing to do today')
    await expect(executions(page, 'After')).toHaveCount(0)
  })

  test('item 5 a webhook trigger runs with a saved, edited test payload', async ({ page }) => {
    await newIntegration(page)
    await selectStep(page, 'Start')
    await settings(page).getByRole('button', { name: 'Replace trigger' }).click()
    await page.getByRole('menuitem', { name: /^Webhook trigger/ }).click()
    await settings(page).getByRole('button', { name: 'Add payload' }).click()
    await settings(page).getByRole('textbox', { name: 'Payload name' }).fill('An order')
    await input(page, 'Payload').fill('{"body": {"order": 17}}')
    await selectStep(page, 'Webhook trigger')
    await page.getByRole('option', { name: 'Flow Log message', exact: true }).click()
    await pickReference(page, 'Message', 'order')
    await runTo(page, 'Succeeded')
    await executions(page, 'Log message').getByRole('button').click()
    await expect(await openTab(page, 'Logs')).toContainText('17')

    await expectSaved(page)
    await page.reload()
    await selectStep(page, 'Webhook trigger')
    await expect(settings(page).getByRole('button', { name: /Run with/ })).toContainText('An order')
    await input(page, 'Payload').fill('{"body": {"order": 18}}')
    await runTo(page, 'Succeeded')
    await executions(page, 'Log message').getByRole('button').click()
    await expect(await openTab(page, 'Logs')).toContainText('18')
  })

  test('item 5 a half-typed test payload survives a reload; runs start with what was complete last', async ({
    page,
  }) => {
    await newIntegration(page)
    await selectStep(page, 'Start')
    await settings(page).getByRole('button', { name: 'Add payload' }).click()
    await input(page, 'Payload').fill('{"order": 17}')
    await input(page, 'Payload').fill('{"order": 18, "li')
    await expect(settings(page)).toContainText('runs start with what was complete last')
    await expect.poll(async () => (await readStorage(page)).indexedDb).toContain('\\"li')
    await page.reload()
    await selectStep(page, 'Start')
    await expectInput(page, 'Payload', '{"order": 18, "li')
    await runTo(page, 'Succeeded')
    await executions(page, 'Start').getByRole('button').click()
    await expect(await openTab(page, 'Output')).toContainText('17')
  })
})
