import { isInScope, scopeForm, scopeOf, type IntegrationDoc } from '#domain'
import { describe, expect, it } from 'vitest'
import {
  arm,
  branch,
  docOf,
  flow,
  flowOf,
  handled,
  http,
  log,
  loop,
  parallel,
  ref,
  stepId,
} from '../fixtures/doc-builder.ts'

const doc = flowOf(
  http('Get'),
  branch('Check', arm('High', log('Tell'), log('Tell more')), arm('Low', log('Hush'))),
  loop('Each', ref('Get'), log('Item'), loop('Inner', ref('Each'), log('Deep'))),
  parallel('Both', arm('Left', log('L')), arm('Right', log('R'))),
  handled(http('Send'), log('Sorry')),
  log('End'),
)

/** `Get, Each (loop-frame)`, to be read. */
const namesInScope = (of: IntegrationDoc, name: string): string =>
  scopeOf(of, stepId(name))
    .map(({ step, as }) => `${of.steps[step]!.name}${as === 'result' ? '' : ` (${as})`}`)
    .join(', ')

describe('scopeOf', () => {
  it.each([
    ['Main trigger', ''],
    ['Get', 'Main trigger'],
    ['Tell', 'Main trigger, Get'],
    ['Tell more', 'Main trigger, Get, Tell'],
    ['Hush', 'Main trigger, Get'],
    ['Item', 'Main trigger, Get, Check, Each (loop-frame)'],
    ['Deep', 'Main trigger, Get, Check, Each (loop-frame), Item, Inner (loop-frame)'],
    ['R', 'Main trigger, Get, Check, Each'],
    ['Sorry', 'Main trigger, Get, Check, Each, Both, Send (failure)'],
    ['End', 'Main trigger, Get, Check, Each, Both, Send'],
  ])('%s may refer to: %s', (name, expected) => {
    expect(namesInScope(doc, name)).toBe(expected)
  })

  it('gives a connector’s step as result inside the arms it brought', () => {
    const found = http('Find')
    const withArm = flowOf({
      step: { ...found.step, arms: [arm('Found', log('Use')).arm] },
      inside: [log('Use')],
    })
    expect(namesInScope(withArm, 'Use')).toBe('Main trigger, Find')
  })

  it('knows nothing of other flows', () => {
    const two = docOf({ flows: [flow('One', http('Get')), flow('Two', log('Tell'))] })
    expect(namesInScope(two, 'Tell')).toBe('Two trigger')
    expect(isInScope(two, stepId('Tell'), stepId('Get'))).toBe(false)
    expect(isInScope(two, stepId('Tell'), stepId('One trigger'))).toBe(false)
  })
})

describe('scopeForm', () => {
  it('says the same as scopeOf for every pair of steps', () => {
    const ids = Object.keys(doc.steps) as (keyof typeof doc.steps)[]
    for (const from of ids) {
      const scope = new Map(scopeOf(doc, from).map(({ step, as }) => [step, as]))
      for (const to of ids) expect([from, to, scopeForm(doc, from, to)]).toEqual([from, to, scope.get(to) ?? null])
    }
  })
})
