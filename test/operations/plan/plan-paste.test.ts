import { checkStructure, literal, referencesOf, type IntegrationDoc, type StepId } from '#domain'
import { applyAll, copySteps, Fragment, planDuplicate, planPaste } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../../fixtures/accepted.ts'
import {
  arm,
  branch,
  docOf,
  expr,
  flow,
  flowOf,
  http,
  inArm,
  inFlow,
  log,
  loop,
  outlineOf,
  ref,
  slot,
  stepId,
} from '../../fixtures/doc-builder.ts'
import { sequentialIds } from '../../fixtures/sequential-ids.ts'

const doc = docOf({
  flows: [
    flow(
      'Main',
      http('Get', { slot: 'Shop' }),
      loop(
        'Each',
        ref('Get', 'items'),
        log('Item', ref('Each', 'currentItem')),
        log('Sum', expr('$step_item00 & $step_get000')),
      ),
      log('End'),
    ),
  ],
  slots: [slot('Shop', 'http', 'shop')],
})

const paste = (into: IntegrationDoc, from: IntegrationDoc, names: readonly string[], at = inFlow(0)) => {
  const plan = accepted(planPaste(into, copySteps(from, names.map(stepId))!, { at, createId: sequentialIds() }))
  const after = accepted(applyAll(into, plan.operations))
  expect(checkStructure(after)).toEqual([])
  return { ...plan, after }
}
const named = (of: IntegrationDoc, name: string) => Object.values(of.steps).find((step) => step.name === name)!

describe('copySteps', () => {
  it('takes the outermost of a selection, with what is inside, in the order of the flow', () => {
    const fragment = copySteps(doc, [stepId('End'), stepId('Item'), stepId('Each')])!
    expect(fragment.roots).toEqual([stepId('Each'), stepId('End')])
    expect(fragment.steps.map(({ name }) => name)).toEqual(['Each', 'Item', 'Sum', 'End'])
  })

  it('is data for the clipboard, and nothing for a trigger', () => {
    const fragment = copySteps(doc, [stepId('Get')])!
    expect(Fragment.parse(JSON.parse(JSON.stringify(fragment)))).toEqual(fragment)
    expect(copySteps(doc, [stepId('Main trigger')])).toBeUndefined()
  })
})

describe('planPaste', () => {
  it('makes copies with ids and names of their own, whose references follow to the copies', () => {
    const { after, roots, unresolved } = paste(doc, doc, ['Each'], inFlow(2))
    expect(outlineOf(after)).toEqual([
      'Get',
      ['Each', { body: ['Item', 'Sum'] }],
      ['Each 2', { body: ['Item 2', 'Sum 2'] }],
      'End',
    ])
    expect(roots).toEqual([named(after, 'Each 2').id])
    const targets = (name: string) =>
      referencesOf(named(after, name)).map(({ to }) => (to.kind === 'step' ? after.steps[to.step]!.name : to.variable))
    expect(targets('Each 2')).toEqual(['Get'])
    expect(targets('Item 2')).toEqual(['Each 2'])
    expect(targets('Sum 2')).toEqual(['Item 2', 'Get'])
    expect(unresolved).toEqual([])
  })

  it('keeps references that are not in scope, and reports them', () => {
    const { after, unresolved } = paste(doc, doc, ['Sum'], inFlow(0))
    expect(unresolved.map(({ to }) => to)).toMatchObject([{ step: stepId('Item') }, { step: stepId('Get') }])
    expect(named(after, 'Sum 2')).toMatchObject({ inputs: { message: { source: '$step_item00 & $step_get000' } } })
  })

  it('finds slots again by their connection, and brings those along that are not there', () => {
    const other = docOf({
      name: 'Other integration',
      flows: [flow('Main', http('Mine', { slot: 'Same' }))],
      slots: [slot('Same', 'http', 'shop')],
    })
    const joined = paste(other, doc, ['Get'])
    expect(Object.keys(joined.after.slots)).toEqual(Object.keys(other.slots))
    expect(named(joined.after, 'Get')).toMatchObject({ slot: other.slots[Object.keys(other.slots)[0] as never]!['id'] })

    const empty = docOf({
      name: 'Empty integration',
      flows: [flow('Main')],
      slots: [slot('Shop', 'http', 'elsewhere')],
    })
    const brought = paste(empty, doc, ['Get'])
    expect(Object.values(brought.after.slots).map(({ name, connection }) => [name, connection])).toEqual([
      ['Shop', 'elsewhere'],
      ['Shop 2', 'shop'],
    ])
  })

  it('refuses a clipboard whose steps are not whole: one is missing, there twice, a trigger, or contains itself', () => {
    const fragment = copySteps(doc, [stepId('Each')])!
    const [each, ...inside] = fragment.steps
    const cyclic = { ...each!, arms: [{ ...each!.arms[0]!, body: [stepId('Each')] }] }
    const deep = Array.from({ length: 20_000 }, (_, index) => {
      const { step } = loop(`Loop ${10_000 + index}`, ref('Get'))
      return { ...step, arms: [{ ...step.arms[0]!, body: index < 19_999 ? [stepId(`Loop ${10_001 + index}`)] : [] }] }
    })
    const broken: readonly Partial<Fragment>[] = [
      { steps: inside },
      { steps: [each!, each!, ...inside] },
      { steps: [cyclic, ...inside] },
      { roots: [stepId('Main trigger')], steps: [doc.steps[stepId('Main trigger')]!] },
      { roots: [stepId('Get')], steps: [doc.steps[stepId('Get')]!], slots: [] },
      { roots: [deep[0]!.id], steps: deep },
    ]
    for (const change of broken) {
      const plan = planPaste(doc, { ...fragment, ...change }, { at: inFlow(0), createId: sequentialIds() })
      expect(refused(plan).code).toBe('fragment-invalid')
    }
  })

  it('is refused where the place is', () => {
    const fragment = copySteps(doc, [stepId('Get')])!
    expect(refused(planPaste(doc, fragment, { at: inArm('Each', 'nope'), createId: sequentialIds() })).code).toBe(
      'place-not-found',
    )
  })
})

describe('planDuplicate', () => {
  it('puts the copies after the last of the selection, in its place', () => {
    const source = flowOf(log('A'), branch('If', arm('Yes', log('B', literal('b')), log('C'))), log('D'))
    const plan = accepted(planDuplicate(source, [stepId('B'), stepId('C')] as StepId[], sequentialIds()))
    expect(outlineOf(accepted(applyAll(source, plan.operations)))[1]).toEqual([
      'If',
      { Yes: ['B', 'C', 'B 2', 'C 2'], otherwise: [] },
    ])
  })

  it('has nothing to do for a trigger', () => {
    expect(refused(planDuplicate(doc, [stepId('Main trigger')], sequentialIds())).code).toBe('nothing-to-copy')
  })
})
