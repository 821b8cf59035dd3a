import { MAX_NESTING } from '#domain'
import { applyOperation, type Operation } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../../fixtures/accepted.ts'
import {
  arm,
  branch,
  flowOf,
  http,
  inArm,
  inFlow,
  log,
  loop,
  manual,
  outlineOf,
  ref,
  stepId,
  stepsOf,
} from '../../fixtures/doc-builder.ts'

const add = (built: Parameters<typeof stepsOf>[0], to: { place: unknown; index: number }): Operation =>
  ({ type: 'step/add', steps: stepsOf(built), to }) as Operation

describe('step/add', () => {
  const doc = flowOf(http('Get'), branch('Check', arm('High', log('Tell'))))

  it('S1 puts a step at the position and moves the others down', () => {
    const next = accepted(applyOperation(doc, add(log('New'), inFlow(1))))
    expect(outlineOf(next)).toEqual(['Get', 'New', ['Check', { High: ['Tell'], otherwise: [] }]])
    expect(next.steps[stepId('Get')]).toBe(doc.steps[stepId('Get')])
  })

  it('S1 puts a step into an arm, with everything inside it', () => {
    const next = accepted(applyOperation(doc, add(loop('Each', ref('Get'), log('Item')), inArm('Check', 'High', 1))))
    expect(outlineOf(next)[1]).toEqual(['Check', { High: ['Tell', ['Each', { body: ['Item'] }]], otherwise: [] }])
  })

  it.each<[string, Operation, string]>([
    ['a taken id', add(log('Get'), inFlow(0)), 'id-taken'],
    ['a place that is not there', add(log('New'), inArm('Check', 'Low')), 'place-not-found'],
    ['an index past the end', add(log('New'), inFlow(3)), 'index-out-of-range'],
    ['a trigger', { type: 'step/add', steps: [manual('Again')], to: inFlow(0) }, 'trigger-misplaced'],
    ['a slot that is not there', add(http('New', { slot: 'Nope' }), inFlow(0)), 'slot-not-found'],
    [
      'a step inside that is not given',
      {
        type: 'step/add',
        steps: stepsOf(loop('Each', ref('Get'), log('Item'))).slice(0, 1),
        to: inFlow(0),
      },
      'steps-incomplete',
    ],
    [
      'a step that is nobody’s child',
      { type: 'step/add', steps: [...stepsOf(log('New')), ...stepsOf(log('Stray'))], to: inFlow(0) },
      'steps-incomplete',
    ],
  ])('S2 refuses %s', (_what, op, code) => {
    expect(refused(applyOperation(doc, op)).code).toBe(code)
  })

  it('S3 refuses to nest deeper than a document may', () => {
    let built = log('Inmost')
    for (let depth = 0; depth < MAX_NESTING; depth += 1) built = loop(`Loop ${1000 + depth}`, ref('Get'), built)
    const deep = accepted(applyOperation(doc, add(built, inFlow(0))))
    expect(refused(applyOperation(doc, add(loop('Outer', ref('Get'), built), inFlow(0)))).code).toBe('nesting-too-deep')
    expect(refused(applyOperation(doc, add(built, inArm('Check', 'High')))).code).toBe('nesting-too-deep')
    expect(accepted(applyOperation(deep, add(log('Beside'), inArm('Loop 1000', 'body')))).steps).toHaveProperty(
      stepId('Beside'),
    )
  })
})
