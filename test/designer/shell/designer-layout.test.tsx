// @vitest-environment jsdom
import '../fields/editor-gaps.ts'
import { literal } from '#domain'
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { FlowCanvas } from '../../../src/designer/canvas/flow-canvas.tsx'
import { loadCodeView } from '../../../src/designer/fields/code/load-code-view.ts'
import type * as Fields from '../../../src/designer/inspector/step-input.tsx'
import { Inspector } from '../../../src/designer/inspector/inspector.tsx'
import { ProblemsButton } from '../../../src/designer/shell/problems-button.tsx'
import { arm, branch, flowOf, http, log, loopTimes, ref, stepId, template } from '../../fixtures/doc-builder.ts'
import { openEditor } from '../steps/open-editor.tsx'
import { Counted, rendered } from './render-counts.tsx'

vi.setConfig({ testTimeout: 60_000 })

/*
 * The real canvas, settings and problems count over the real workbench. A profiler stands around every node and every
 * field: what renders to the same picture is seen too.
 */
const { counting } = vi.hoisted(() => ({ counting: () => import('./render-counts.tsx') }))
vi.mock('../../../src/designer/canvas/step-node.tsx', async (load) => (await counting()).countNodes(await load()))
vi.mock('../../../src/designer/canvas/arm-node.tsx', async (load) => (await counting()).countNodes(await load()))
vi.mock('../../../src/designer/canvas/frame-node.tsx', async (load) => (await counting()).countNodes(await load()))
vi.mock('../../../src/designer/canvas/loop-end-node.tsx', async (load) => (await counting()).countNodes(await load()))
vi.mock('../../../src/designer/canvas/end-node.tsx', async (load) => (await counting()).countNodes(await load()))
vi.mock('../../../src/designer/inspector/step-input.tsx', async (load) => {
  const { StepInput } = await load<typeof Fields>()
  return { StepInput: (await counting()).counted(StepInput, ({ spec }) => `field ${spec.key}`) }
})

const nodeOf = (name: string) => `node ${stepId(name)}`

/** A step of each sort around the one that is edited, which two refer to; it and another have a problem. */
const doc = flowOf(
  log('Note', literal('')),
  branch('Check', arm('Good', log('Tell', template('got ', ref('Note'))))),
  loopTimes('Repeat', 3, http('Send')),
  log('Empty', literal('')),
  log('Done', ref('Note')),
)

async function openDesigner() {
  await loadCodeView()
  const { store, user, select } = await openEditor(
    doc,
    <>
      <Counted name="problems">
        <ProblemsButton />
      </Counted>
      <FlowCanvas onOpenSettings={() => undefined} />
      <Inspector />
    </>,
  )
  select('Note')
  const settings = within(await screen.findByRole('region', { name: 'Step settings' }))
  await waitFor(() => expect(rendered).toContain(nodeOf('Send')))
  await user.click(settings.getByRole('textbox', { name: 'Message' }))
  return {
    store,
    /** What renders while something is done. */
    renderedBy: async (act: () => unknown) => {
      rendered.clear()
      await act()
      return [...rendered].toSorted()
    },
    type: (text: string) => user.keyboard(text),
  }
}

it('PERF typing in an input renders that field, its node and the problems count, and no other node or field', async () => {
  const { store, type, renderedBy } = await openDesigner()
  const meant = ['field message', nodeOf('Note'), 'problems']
  const problems = () => screen.getByRole('button', { name: /problem/ }).textContent
  expect(problems()).toBe('2')
  // The first letter takes a problem away, those after it change nothing but the input.
  expect(await renderedBy(() => type('H'))).toEqual(meant)
  expect(problems()).toBe('1')
  expect(await renderedBy(() => type('ello'))).toEqual(meant)
  expect(store.getState().doc.steps[stepId('Note')]).toMatchObject({ inputs: { message: literal('Hello') } })
})

it('PERF renaming a step renders no other node', async () => {
  const { store, renderedBy } = await openDesigner()
  const rename = () =>
    act(() => {
      store.getState().dispatch({ type: 'step/update', id: stepId('Done'), changes: { name: 'Finished' } })
    })
  expect((await renderedBy(rename)).filter((name) => name.startsWith('node'))).toEqual([nodeOf('Done')])
})
