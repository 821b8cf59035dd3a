import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { loadDocument } from '#format'
import type { IntegrationDoc } from '#domain'
import { outlineOf, type Outline } from '../../fixtures/doc-builder.ts'
import { expect } from './test.ts'
import { expectSaved, node } from './ui.ts'

/*
 * What a person does in the designer: adding, dragging and moving steps, filling in inputs, undoing. Names and roles only,
 * but for drop zones, which only a pointer sees.
 */

/** A point of the page. */
export interface Point {
  readonly x: number
  readonly y: number
}

export const canvas = (page: Page): Locator => page.getByRole('region', { name: 'Flow canvas' })
const palette = (page: Page): Locator => page.getByRole('region', { name: 'Step palette' })
export const settings = (page: Page): Locator => page.getByRole('region', { name: 'Step settings' })
export const outlineTree = (page: Page): Locator => page.getByRole('tree', { name: 'Flow outline' })

/** What can be added, in the palette; `HTTP Send request`, `Branch`. */
export const entry = (page: Page, name: string): Locator => palette(page).getByRole('option', { name, exact: true })

/** The `+` of a gap: `after Start`, `in Arm 1`. */
export const gap = (page: Page, where: string): Locator =>
  canvas(page).getByRole('button', { name: `Add step ${where}`, exact: true })

export const undoButton = (page: Page): Locator => page.getByRole('button', { name: 'Undo', exact: true })
export const redoButton = (page: Page): Locator => page.getByRole('button', { name: 'Redo', exact: true })

/** Opens an empty integration from the home screen. */
export async function newIntegration(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'New integration', exact: true }).click()
  await expect(node(page, 'Start')).toBeVisible()
}

/** The document as the Export button hands it over. The focus stays where it is, so that a test can look in between. */
export async function exportedDocument(page: Page): Promise<IntegrationDoc> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).dispatchEvent('click')
  const loaded = loadDocument(await readFile(await (await downloading).path(), 'utf8'))
  if (!loaded.ok) throw new Error(`The exported document cannot be loaded: ${JSON.stringify(loaded.error)}`)
  return loaded.value.doc
}

/**
 * The document as it is stored, once everything is. Past the application, so nothing moves, and without a download:
 * browsers start ten of them for a page that nobody presses anything in, and no more.
 */
export async function storedDocument(page: Page): Promise<IntegrationDoc> {
  await expectSaved(page)
  const text = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
    const database = await done(indexedDB.open('patchbay'))
    const id = location.pathname.split('/').at(-1) ?? ''
    const row: { readonly doc: unknown } = await done(
      database.transaction('documents').objectStore('documents').get(id),
    )
    database.close()
    return JSON.stringify(row.doc)
  })
  const loaded = loadDocument(text)
  if (!loaded.ok) throw new Error(`The stored document cannot be loaded: ${JSON.stringify(loaded.error)}`)
  return loaded.value.doc
}

/** The steps of the first flow are these, nested as they are drawn. */
export async function expectFlow(page: Page, outline: Outline): Promise<void> {
  await expect.poll(async () => outlineOf(await storedDocument(page))).toEqual(outline)
}

/** The middle of something that is shown. */
export async function middleOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox()
  if (!box) throw new Error(`${String(target)} is not shown`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Presses on something and carries it to a place, without letting go. */
export async function carry(page: Page, what: Locator, to: Point): Promise<void> {
  const from = await middleOf(what)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.move(to.x, to.y, { steps: 4 })
}

/** Drags something into a gap, which is marked before it is let go. */
export async function dragInto(page: Page, what: Locator, where: string): Promise<void> {
  await settled(what)
  await carry(page, what, await middleOf(gap(page, where)))
  await expect(page.getByText('Drop here', { exact: true })).toBeVisible()
  await page.mouse.up()
  await expect(dropZones(page)).toHaveCount(0)
}

/** The places that light up during a drag: those where it may be dropped, those that refuse, or the one it goes to. */
export const dropZones = (page: Page, state?: 'allowed' | 'refused' | 'target'): Locator =>
  canvas(page).locator(state === undefined ? '[data-drop-zone]' : `[data-drop-zone="${state}"]`)

/** Shows the whole flow: what is out of view is not drawn. */
export async function fitFlow(page: Page): Promise<void> {
  await page.getByRole('toolbar', { name: 'Canvas view' }).getByRole('button', { name: 'Fit flow' }).click()
  await expect(canvas(page).getByText('End', { exact: true })).toBeInViewport()
  await settled(node(page, 'Main trigger').or(node(page, 'Start')))
}

/** Waits until something has stopped moving. */
async function settled(what: Locator): Promise<void> {
  let before = ''
  await expect
    .poll(async () => {
      const now = JSON.stringify(await what.boundingBox())
      const isSame = now === before
      before = now
      return isSame
    })
    .toBe(true)
}

/** A press on a node where it does nothing but select: clear of the controls on it. */
export async function selectStep(page: Page, name: string, more = false): Promise<void> {
  await node(page, name).click({ position: { x: 24, y: 12 }, ...(more && { modifiers: ['Shift'] }) })
}

/** Gives a node of the canvas the focus, as coming in by Tab does. */
export async function focusStep(page: Page, name: string): Promise<void> {
  await selectStep(page, name)
  await node(page, name).focus()
  await expect(node(page, name)).toBeFocused()
}

/** Opens the menu of a step and chooses in it. */
export async function stepMenu(page: Page, name: string, item: string): Promise<void> {
  await node(page, name).click({ button: 'right', position: { x: 24, y: 12 } })
  await page.getByRole('menu', { name: 'Step actions' }).getByRole('menuitem', { name: item }).click()
}

/** Chooses a place in the dialog `Move to…`; `After Tell`, `At the start`, narrowed down by the arm it is in. */
export async function moveTo(page: Page, name: string, place: string | RegExp): Promise<void> {
  await stepMenu(page, name, 'Move to…')
  await page
    .getByRole('dialog', { name: `Move ${name} to…` })
    .getByRole('option', { name: place })
    .click()
}

/** An input of the step in the settings, by its label. */
export const input = (page: Page, label: string): Locator =>
  settings(page).getByRole('textbox', { name: label, exact: true })

/** Types into an input in place of what it holds. */
export async function fillInput(page: Page, label: string, text: string): Promise<void> {
  await input(page, label).fill(text)
}

/** Waits until an input holds a text. Whoever types before the code editor has loaded types into a plain field. */
export async function expectInput(page: Page, label: string, text: string): Promise<void> {
  const held = () =>
    input(page, label).evaluate((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : field.textContent,
    )
  await expect.poll(held).toBe(text)
}

/** Chooses how an input is given: `Text`, `Value`, `Expression`. */
export async function inputMode(page: Page, label: string, mode: string): Promise<void> {
  await settings(page)
    .getByRole('button', { name: `How ${label} is given: ` })
    .click()
  await page.getByRole('menuitemradio', { name: mode }).click()
}

/** Searches for a reference to put into an input, and takes the first that is found; `look` sees the picker before. */
export async function pickReference(
  page: Page,
  label: string,
  search: string,
  look?: (picker: Locator) => Promise<void>,
): Promise<void> {
  await settings(page)
    .getByRole('button', { name: `Insert reference into ${label}` })
    .click()
  const picker = page.getByRole('dialog', { name: 'Choose a reference' })
  await expect(picker.getByRole('searchbox', { name: 'Search references' })).toBeFocused()
  await look?.(picker)
  await page.keyboard.type(search)
  await expect(picker.getByRole('status')).toContainText('match')
  await page.keyboard.press('Enter')
  await expect(picker).toHaveCount(0)
}
