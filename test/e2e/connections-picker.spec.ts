import {
  entry,
  storedDocument,
  middleOf,
  newIntegration,
  redoButton,
  selectStep,
  settings,
  undoButton,
} from './support/designer-page.ts'
import {
  card,
  chip,
  chooseAuthType,
  choicesOf,
  connectButton,
  dropdown,
  expectConnection,
  field,
  fillFields,
  openConnections,
  openForm,
  openNewDialog,
  picker,
  pickConnection,
  requesting,
} from './support/connections.ts'
import { expect, test } from './support/test.ts'
import { NOWHERE, withoutAuth } from './support/typed-connections.ts'
import { choose, connectStep, expectSaved, node, openDocument, openPicker } from './support/ui.ts'

const three = () => requesting({ First: 'a', Second: 'b', Third: 'c' })

test.describe('the connection on a node', () => {
  test('C1 a step makes a connection on its node and the next one picks it on its own, without leaving the node', async ({
    page,
  }) => {
    await openDocument(page, three())
    const address = page.url()
    await connectStep(page, 'First', withoutAuth('Sandbox - Shop'))
    await expect(picker(page)).toBeHidden()

    await openPicker(page, 'Second')
    // A modal dialog would take the rest of the page away from whoever reads the page aloud.
    await expect(node(page, 'First')).toBeVisible()
    const [at, node2] = [await picker(page).boundingBox(), await node(page, 'Second').boundingBox()]
    const gaps = [
      at!.x - (node2!.x + node2!.width),
      node2!.x - (at!.x + at!.width),
      at!.y - (node2!.y + node2!.height),
      node2!.y - (at!.y + at!.height),
    ]
    expect(Math.max(...gaps), 'pixels between node and picker').toBeLessThanOrEqual(16)
    await picker(page).getByRole('option', { name: 'Sandbox - Shop' }).click()
    await expectConnection(page, 'Second', 'Sandbox - Shop')
    await expect(picker(page)).toBeHidden()
    await expect(chip(page, 'Second')).toBeFocused()
    expect(page.url()).toBe(address)
    await expectConnection(page, 'Third', null)
  })

  test('C1 opened again while it fades away, the picker begins anew', async ({ page }) => {
    await openDocument(page, three())
    await page.evaluate(() => {
      const slow = new CSSStyleSheet()
      slow.replaceSync('.float-motion { transition: opacity 60s !important }')
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, slow]
    })
    const form = await openForm(page, 'First')
    await chooseAuthType(page, form, /^None/)
    await fillFields(form, { 'Connection name': 'Sandbox - Shop', 'Base URL': NOWHERE })
    await connectButton(form).click()
    await expectConnection(page, 'First', 'Sandbox - Shop')
    await chip(page, 'First').click()
    await expect(picker(page).getByRole('option', { name: 'Sandbox - Shop' })).toBeVisible()
  })

  test('P02 a step added in the designer gets its connection there, and the Connections page lists it', async ({
    page,
  }) => {
    await newIntegration(page)
    await entry(page, 'HTTP Send request').click()
    await connectStep(page, 'Send request', withoutAuth('Sandbox - Shop'))
    await expectSaved(page)
    await openConnections(page)
    await expect(card(page, 'Sandbox - Shop')).toContainText('(1 step)')
  })

  test('P16 a step that needs a connection offers those of its connector, and no others', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Use template Customer digest' }).click()
    const demo = ((await chip(page, 'List customers').getAttribute('aria-label')) ?? '').replace('Connection: ', '')
    expect(demo).not.toBe('')
    await newIntegration(page)
    await entry(page, 'HTTP Send request').click()
    await openForm(page, 'Send request')
    await fillFields(picker(page), { 'Connection name': 'Plain HTTP', 'Base URL': NOWHERE })
    await connectButton(picker(page)).click()
    await page.getByRole('button', { name: 'Later' }).click()

    await entry(page, 'Demo API List reports').click()
    await expectConnection(page, 'List reports', null)
    await expect(node(page, 'List reports')).toHaveAccessibleDescription(/1 problem/)
    await openPicker(page, 'List reports')
    await expect(picker(page).getByRole('option')).toHaveCount(1)
    await picker(page).getByRole('option', { name: demo }).click()
    await expectConnection(page, 'List reports', demo)
    await expect(node(page, 'List reports')).not.toHaveAccessibleDescription(/problem/)
  })

  test('P17 without a connection there is the form at once, with a choice of types as on the Connections page', async ({
    page,
  }) => {
    await openDocument(page, three())
    await openPicker(page, 'First')
    await expect(picker(page)).toContainText('No connection fits this step yet')
    await expect(picker(page).getByRole('option')).toHaveCount(0)
    await dropdown(picker(page), 'Authentication type').click()
    const types = [
      /^API key/,
      /^OAuth 2/,
      /^Bearer/,
      /^Basic/,
      /^OAuth 1/,
      /^Signed JWT/,
      /^AWS/,
      /^Client certificate/,
      /^Custom/,
      /^None/,
    ]
    await expect(choicesOf(page, 'Authentication type')).toHaveText(types)
    await page.getByRole('option', { name: /^Bearer/ }).click()
    await expect(field(picker(page), 'Token')).toBeVisible()

    await openConnections(page)
    const dialog = await openNewDialog(page)
    await dropdown(dialog, 'Authentication type').click()
    await expect(choicesOf(page, 'Authentication type')).toHaveText(types)
  })

  test('P18 the step editor shows the connection, switches its step to another one, and makes one', async ({
    page,
  }) => {
    await openDocument(page, three())
    await connectStep(page, 'First', withoutAuth('Sandbox - Shop'))
    await connectStep(page, 'Second', withoutAuth('Production - Shop'))
    await selectStep(page, 'First')
    await settings(page).getByRole('button', { name: 'Connection: Sandbox - Shop' }).click()
    await picker(page).getByRole('option', { name: 'Production - Shop' }).click()
    await expectConnection(page, 'First', 'Production - Shop')

    await settings(page).getByRole('button', { name: 'Connection: Production - Shop' }).click()
    await picker(page).getByRole('button', { name: 'New connection' }).click()
    await fillFields(picker(page), { 'Connection name': 'Staging - Shop', 'Base URL': 'https://staging.example.com' })
    await connectButton(picker(page)).click()
    await expectConnection(page, 'First', 'Staging - Shop')
    await expect(settings(page).getByRole('button', { name: 'Connection: Staging - Shop' })).toBeVisible()
    await expectConnection(page, 'Second', 'Production - Shop')
  })

  test('P18 switching one step leaves the others as they are, also those that shared its connection', async ({
    page,
  }) => {
    await openDocument(page, three())
    await connectStep(page, 'First', withoutAuth('Sandbox - Shop'))
    await pickConnection(page, 'Second', 'Sandbox - Shop')
    await connectStep(page, 'Third', withoutAuth('Production - Shop'))
    await pickConnection(page, 'First', 'Production - Shop')
    await expectConnection(page, 'Second', 'Sandbox - Shop')
    await expectConnection(page, 'Third', 'Production - Shop')

    await openPicker(page, 'Second')
    await picker(page).getByRole('button', { name: 'Use no connection' }).click()
    await expectConnection(page, 'Second', null)
    await expectConnection(page, 'First', 'Production - Shop')
    await expectSaved(page)
    await page.reload()
    await expectConnection(page, 'First', 'Production - Shop')
    await expectConnection(page, 'Second', null)
    await expectConnection(page, 'Third', 'Production - Shop')
  })

  test('C1 a new connection is selected at once, and a second step is offered it first, ready for Enter', async ({
    page,
  }) => {
    await openDocument(page, three())
    // Made for a step that then gives it back: it is in the workspace, and not used here. By name it would come first.
    await connectStep(page, 'First', withoutAuth('Another - Shop'))
    await undoButton(page).click()
    await expectConnection(page, 'First', null)
    await connectStep(page, 'First', withoutAuth('Sandbox - Shop'))
    await openPicker(page, 'Second')
    const options = picker(page).getByRole('option')
    await expect(options).toHaveCount(2)
    await expect(options.first()).toContainText('Sandbox - Shop')
    await expect(options.first()).toBeFocused()
    await expect(picker(page).getByRole('group', { name: 'Used in this integration' }).getByRole('option')).toHaveCount(
      1,
    )
    await page.keyboard.press('Enter')
    await expectConnection(page, 'Second', 'Sandbox - Shop')
    await expect(picker(page)).toBeHidden()
  })

  test('C1 undo takes back binding and slot together, the connection stays in the workspace, redo brings both again', async ({
    page,
  }) => {
    await openDocument(page, three())
    await connectStep(page, 'First', withoutAuth('Sandbox - Shop'))
    const made = await storedDocument(page)
    expect(Object.values(made.slots).map(({ connection }) => connection)).toEqual(['sandbox-shop'])

    await undoButton(page).click()
    await expectConnection(page, 'First', null)
    expect((await storedDocument(page)).slots).toEqual({})
    await expect(undoButton(page)).toBeDisabled()
    await openPicker(page, 'First')
    await expect(picker(page).getByRole('option', { name: 'Sandbox - Shop' })).toBeVisible()
    await page.keyboard.press('Escape')

    await redoButton(page).click()
    await expectConnection(page, 'First', 'Sandbox - Shop')
    expect((await storedDocument(page)).slots).toEqual(made.slots)
    await openConnections(page)
    await expect(card(page, 'Sandbox - Shop')).toBeVisible()
  })
})

test.describe('a half-filled form', () => {
  const HALF = { 'Connection name': 'Sandbox - Shop', 'Base URL': 'https://api.exam', 'API key': 'half-a-key' }

  test('C1 Escape and a click on the canvas keep a half-filled form, its secret too, until it is connected', async ({
    page,
  }) => {
    await openDocument(page, three())
    const form = await openForm(page, 'First')
    await fillFields(form, { ...HALF, 'Header name': 'X-API-Key' })
    await page.keyboard.press('Escape')
    await expect(picker(page)).toBeHidden()
    await openPicker(page, 'First')
    for (const [label, text] of Object.entries(HALF)) {
      await expect(field(form, label)).toHaveValue(text)
    }

    const region = await page.getByRole('region', { name: 'Flow canvas' }).boundingBox()
    await page.mouse.click(region!.x + 30, region!.y + 200)
    await expect(picker(page)).toBeHidden()
    await openPicker(page, 'First')
    await expect(field(form, 'API key')).toHaveValue('half-a-key')
    await expect(field(form, 'Header name')).toHaveValue('X-API-Key')

    // Another step's form is another form.
    await page.keyboard.press('Escape')
    await openPicker(page, 'Second')
    await expect(field(form, 'Connection name')).toHaveValue('')
    await page.keyboard.press('Escape')

    await openPicker(page, 'First')
    await field(form, 'Base URL').fill(NOWHERE)
    await connectButton(form).click()
    await expectConnection(page, 'First', 'Sandbox - Shop')
    await openPicker(page, 'First')
    await picker(page).getByRole('button', { name: 'New connection' }).click()
    await expect(field(picker(page), 'Connection name')).toHaveValue('')
    await expect(field(picker(page), 'API key')).toHaveValue('')
  })

  test('C1 the form stays open while the canvas moves under it, and stays beside its chip', async ({ page }) => {
    await openDocument(page, three())
    const form = await openForm(page, 'First')
    await fillFields(form, HALF)
    const distance = async () => {
      const [a, b] = [await middleOf(chip(page, 'First')), await middleOf(picker(page))]
      return Math.round(b.y - a.y)
    }
    const before = await middleOf(chip(page, 'First'))
    const gap = await distance()
    const region = await page.getByRole('region', { name: 'Flow canvas' }).boundingBox()
    await page.mouse.move(region!.x + 30, region!.y + 200)
    await page.mouse.wheel(0, 40)
    // Far enough to see whether the form has come along.
    await expect.poll(async () => (await middleOf(chip(page, 'First'))).y).toBeLessThan(before.y - 10)
    await expect(field(form, 'Connection name')).toHaveValue('Sandbox - Shop')
    await expect.poll(async () => Math.abs((await distance()) - gap)).toBeLessThanOrEqual(2)
  })

  test('P17 going back to the list keeps what is typed, and the dropdowns keep the form open', async ({ page }) => {
    await openDocument(page, three())
    await connectStep(page, 'First', withoutAuth('Sandbox - Shop'))
    const form = await openForm(page, 'Second')
    await form.getByRole('button', { name: 'Auth method', exact: true }).click()
    await choose(page, dropdown(form, 'Auth method'), 'New auth method')
    await choose(page, dropdown(form, 'Authentication type'), /^Basic/)
    await fillFields(form, { 'Connection name': 'Production - Shop', Username: 'ada' })
    await form.getByRole('button', { name: 'Back to the list' }).click()
    await expect(picker(page).getByRole('option', { name: 'Sandbox - Shop' })).toBeVisible()
    await picker(page).getByRole('button', { name: 'New connection' }).click()
    await expect(field(form, 'Connection name')).toHaveValue('Production - Shop')
    await expect(field(form, 'Username')).toHaveValue('ada')
  })
})
