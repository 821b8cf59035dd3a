import { flowOf, log, loop } from '../fixtures/doc-builder.ts'
import {
  canvas,
  carry,
  dragInto,
  dropZones,
  entry,
  expectFlow,
  fitFlow,
  gap,
  middleOf,
  newIntegration,
  selectStep,
  settings,
  undoButton,
} from './support/designer-page.ts'
import { ITEMS, mixedFlow } from './support/mixed-flow.ts'
import { expect, test } from './support/test.ts'
import { node, openDocument } from './support/ui.ts'

test.describe('C5 building by dragging', () => {
  test('C5 drags HTTP Send request, a Branch and a Loop from the palette onto the canvas', async ({ page }) => {
    await newIntegration(page)
    await dragInto(page, entry(page, 'HTTP Send request'), 'after Start')
    await expect(node(page, 'Send request')).toBeVisible()
    await expect(settings(page).getByRole('textbox', { name: 'Step name' })).toHaveValue('Send request')
    await dragInto(page, entry(page, 'Branch'), 'after Send request')
    await dragInto(page, entry(page, 'Loop'), 'in Arm 1')
    await dragInto(page, entry(page, 'Flow Log message'), 'in Each item')
    await expectFlow(page, [
      'Send request',
      ['Branch', { 'Arm 1': [['Loop', { body: ['Log message'] }]], otherwise: [] }],
    ])
    await expect(node(page, 'Log message')).toBeVisible()
    await expect(undoButton(page)).toHaveAccessibleDescription('Add Log message')
  })

  test('C5 drags a step from one place to another, into an arm, and out of a loop', async ({ page }) => {
    await openDocument(page, mixedFlow())
    await fitFlow(page)
    await dragInto(page, node(page, 'Last'), 'after First')
    await dragInto(page, node(page, 'First'), 'in High')
    await dragInto(page, node(page, 'Inside'), 'after Check')
    await expectFlow(page, [
      'Last',
      ['Check', { High: ['First'], otherwise: ['Calm'] }],
      'Inside',
      ['Each', { body: ['Rest'] }],
    ])
    await expect(undoButton(page)).toHaveAccessibleDescription('Move Inside')
  })

  test('C5 drags a branch into a loop, with everything in it', async ({ page }) => {
    await openDocument(page, mixedFlow())
    await fitFlow(page)
    await dragInto(page, node(page, 'Check'), 'after Inside')
    await expectFlow(page, [
      'First',
      ['Each', { body: ['Inside', ['Check', { High: [], otherwise: ['Calm'] }], 'Rest'] }],
      'Last',
    ])
  })

  test('C5 drags all selected steps together, in the order of the flow', async ({ page }) => {
    await openDocument(page, flowOf(log('One'), log('Two'), log('Three'), log('Four')))
    await selectStep(page, 'Three')
    await selectStep(page, 'One', true)
    await dragInto(page, node(page, 'One'), 'after Four')
    await expectFlow(page, ['Two', 'Four', 'One', 'Three'])
    await undoButton(page).click()
    await expectFlow(page, ['One', 'Two', 'Three', 'Four'])
  })

  test('C5 lights up every place a step may go, marks the nearest, and cancels on Esc', async ({ page }) => {
    await openDocument(page, mixedFlow())
    await fitFlow(page)
    await expect(dropZones(page)).toHaveCount(0)
    const gaps = await canvas(page)
      .getByRole('button', { name: /^Add step (after|in) / })
      .count()
    const [high, rest] = [await middleOf(gap(page, 'in High')), await middleOf(gap(page, 'after Rest'))]

    await carry(page, node(page, 'First'), high)
    // The two gaps beside the step itself would change nothing.
    await expect(dropZones(page)).toHaveCount(gaps - 2)
    await expect(dropZones(page, 'refused')).toHaveCount(0)
    await expect(dropZones(page, 'target')).toHaveCount(1)
    await expect(dropZones(page, 'target')).toHaveText('Drop here')
    expect(await middleOf(dropZones(page, 'target'))).toEqual({
      x: expect.closeTo(high.x, -1),
      y: expect.closeTo(high.y, -1),
    })
    await page.mouse.move(rest.x, rest.y, { steps: 4 })
    await expect.poll(async () => Math.abs((await middleOf(dropZones(page, 'target'))).y - rest.y)).toBeLessThan(20)

    await page.keyboard.press('Escape')
    await expect(dropZones(page)).toHaveCount(0)
    await page.mouse.up()
    await expect(undoButton(page)).toBeDisabled()
    await expectFlow(page, [
      'First',
      ['Check', { High: [], otherwise: ['Calm'] }],
      ['Each', { body: ['Inside', 'Rest'] }],
      'Last',
    ])
  })

  test('C5 appends to the flow what is dropped on the empty canvas, and nothing what is dropped beside it', async ({
    page,
  }) => {
    await openDocument(page, flowOf(log('First'), log('Second')))
    const box = await canvas(page).boundingBox()
    const corner = { x: (box?.x ?? 0) + 80, y: (box?.y ?? 0) + 80 }
    await carry(page, entry(page, 'HTTP Send request'), corner)
    await expect(dropZones(page, 'target')).toHaveCount(1)
    await page.mouse.up()
    await expectFlow(page, ['First', 'Second', 'Send request'])

    await carry(page, node(page, 'First'), await middleOf(settings(page)))
    await expect(dropZones(page, 'target')).toHaveCount(0)
    await page.mouse.up()
    await expect(undoButton(page)).toHaveAccessibleDescription('Add Send request')
    await expectFlow(page, ['First', 'Second', 'Send request'])
  })

  test('C5 shows that a loop may not go into itself, and leaves it where it is', async ({ page }) => {
    await openDocument(page, flowOf(log('First'), loop('Each', ITEMS, log('Inside'), log('Rest')), log('Last')))
    await fitFlow(page)
    await carry(page, node(page, 'Each'), await middleOf(gap(page, 'after Inside')))
    await expect(dropZones(page, 'refused')).toHaveCount(3)
    await expect(dropZones(page, 'allowed').or(dropZones(page, 'target'))).toHaveCount(2)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expectFlow(page, ['First', ['Each', { body: ['Inside', 'Rest'] }], 'Last'])
    await expect(undoButton(page)).toBeDisabled()
  })

  test('C5 moves the canvas under a drag that reaches its edge', async ({ page }) => {
    await openDocument(page, flowOf(...'ABCDEFGHIJKLMN'.split('').map((letter) => log(`Step ${letter}`))))
    const box = await canvas(page).boundingBox()
    await expect(node(page, 'Step C')).toBeInViewport()
    const bottom = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) - 8 }
    await carry(page, node(page, 'Step A'), bottom)
    // The canvas goes on moving, so that what was at its top is out of view for good.
    await expect(node(page, 'Step C')).not.toBeInViewport()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(undoButton(page)).toBeDisabled()
  })
})
