import { createBuiltinCatalog } from '#connectors'
import { childrenOf, diffDocs, literal, validate, type IntegrationDoc, type StepOf } from '#domain'
import { applyOperation, createHistory, labelOf, recordEntry, type Operation } from '#operations'
import { createLayoutMemo } from '../../src/designer/canvas/layout/create-layout-memo.ts'
import { layoutFlow, type LayoutOptions } from '../../src/designer/canvas/layout/layout-flow.ts'
import { accepted } from '../fixtures/accepted.ts'
import { flowId } from '../fixtures/doc-builder.ts'
import { largeDoc } from '../fixtures/large-doc.ts'
import { connection, workspaceOf } from '../fixtures/workspace-builder.ts'
import { timed, type Figure } from './figure.ts'

/** All steps in one flow: the largest picture such a document can have. */
const STEPS = 2000
const FLOW = flowId('f000')
const SAMPLES = 200
const WARM_UP = 60

const options: LayoutOptions = {
  collapsed: new Set(),
  hasChip: (step) => step.kind === 'action' && step.connector.key === 'http',
}

/** What the workbench and the canvas do with an edit, one after the other, without drawing. */
function createEditor(doc: IntegrationDoc): {
  readonly doc: () => IntegrationDoc
  readonly edit: (op: Operation) => void
} {
  const catalog = createBuiltinCatalog()
  const workspace = workspaceOf([connection('Shop')])
  const layout = createLayoutMemo()
  let current = doc
  let history = createHistory()
  let clock = 0
  const look = () => {
    validate(current, workspace, catalog)
    layout(current, FLOW, options)
  }
  look()
  return {
    doc: () => current,
    edit: (op) => {
      const next = accepted(applyOperation(current, op))
      history = recordEntry(history, {
        label: labelOf(current, [op]),
        mergeKey: null,
        diff: [...diffDocs(current, next)],
        selectionBefore: [],
        selectionAfter: [],
        at: (clock += 1000),
      })
      current = next
      look()
    },
  }
}

/** An input of another step is set each time: nothing moves. */
function inputEdits(doc: IntegrationDoc): Figure {
  const editor = createEditor(doc)
  const actions = Object.values(doc.steps).filter((step): step is StepOf<'action'> => step.kind === 'action')
  return timed(SAMPLES, WARM_UP, (round) => {
    const step = actions[(round * 37) % actions.length]
    if (step) editor.edit({ type: 'step/set-input', id: step.id, input: 'message', value: literal(`Text ${round}`) })
  })
}

/** A step at the top of the flow moves to the flow's beginning: everything below is somewhere else. */
function moveEdits(doc: IntegrationDoc): Figure {
  const editor = createEditor(doc)
  return timed(SAMPLES, WARM_UP, (round) => {
    const body = childrenOf(editor.doc(), { flow: FLOW })
    const id = body[1 + ((round * 37) % (body.length - 1))]
    if (id) editor.edit({ type: 'step/move', id, to: { place: { flow: FLOW }, index: 0 } })
  })
}

/** As when a document is opened: what is known of a step hangs on its record, so each round has records of its own. */
function coldValidation(doc: IntegrationDoc): Figure {
  const [samples, warmUp] = [30, 10]
  const copies = Array.from({ length: samples + warmUp }, () => structuredClone(doc))
  const [workspace, catalog] = [workspaceOf(), createBuiltinCatalog()]
  return timed(samples, warmUp, (round) => validate(copies[round] ?? doc, workspace, catalog))
}

/** Figures that need no browser. */
export function editFigures() {
  const doc = largeDoc(STEPS, STEPS)
  return {
    steps: Object.keys(doc.steps).length,
    'edit of an input + validate + layout + history': inputEdits(doc),
    'move of a step + validate + layout + history': moveEdits(doc),
    'layout from cold': timed(50, 10, () => layoutFlow(doc, FLOW, options)),
    'validation from cold': coldValidation(doc),
  }
}
