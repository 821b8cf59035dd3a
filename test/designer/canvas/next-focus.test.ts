import { stepsOfFlow } from '#domain'
import { describe, expect, it } from 'vitest'
import { nextFocus, type FocusKey } from '../../../src/designer/canvas/next-focus.ts'
import { arm, branch, flowId, flowOf, handled, http, log, loopTimes, stepId } from '../../fixtures/doc-builder.ts'

const doc = flowOf(
  http('First'),
  branch('Check', arm('High', log('Tell'), log('More')), arm('Low')),
  loopTimes('Empty loop', 2),
  loopTimes('Full loop', 2, log('Inside')),
  handled(http('Call'), log('Rescue')),
  http('Last'),
)

const step = stepId
const armOf = (name: string, armId: string) => `${step(name)}:${armId}`
const go = (from: string, key: FocusKey, collapsed: readonly string[] = []) =>
  nextFocus({ doc, steps: stepsOfFlow(doc, flowId('Main')), collapsed: new Set(collapsed as never[]) }, from, key)

describe('nextFocus', () => {
  it.each([
    [step('Main trigger'), 'down', step('First')],
    [step('First'), 'up', step('Main trigger')],
    [step('First'), 'down', step('Check')],
    [step('Check'), 'down', step('Empty loop')],
    [step('Check'), 'right', armOf('Check', 'arm_high00')],
    [armOf('Check', 'arm_high00'), 'down', step('Tell')],
    [armOf('Check', 'arm_high00'), 'right', armOf('Check', 'arm_low000')],
    [armOf('Check', 'arm_low000'), 'right', armOf('Check', 'otherwise')],
    [armOf('Check', 'arm_low000'), 'left', armOf('Check', 'arm_high00')],
    [armOf('Check', 'arm_high00'), 'left', step('Check')],
    [armOf('Check', 'arm_low000'), 'up', step('Check')],
    [armOf('Check', 'arm_low000'), 'down', step('Empty loop')],
    [step('Tell'), 'down', step('More')],
    [step('Tell'), 'up', armOf('Check', 'arm_high00')],
    [step('Tell'), 'left', armOf('Check', 'arm_high00')],
    [step('Tell'), 'right', armOf('Check', 'arm_low000')],
    [step('More'), 'down', step('Empty loop')],
    [step('Empty loop'), 'right', `${step('Empty loop')}:next`],
    [`${step('Empty loop')}:next`, 'left', step('Empty loop')],
    [`${step('Empty loop')}:next`, 'down', step('Full loop')],
    [step('Full loop'), 'right', step('Inside')],
    [step('Inside'), 'left', step('Full loop')],
    [step('Inside'), 'up', step('Full loop')],
    [step('Inside'), 'down', step('Call')],
    [step('Call'), 'right', armOf('Call', 'error')],
    [step('First'), 'first', step('Main trigger')],
    [step('First'), 'last', step('Last')],
  ] as const)('from %s %s goes to %s', (from, key, to) => {
    expect(go(from, key)).toBe(to)
  })

  it('stays where there is nothing that way', () => {
    expect(go(step('Last'), 'down')).toBeUndefined()
    expect(go(step('Main trigger'), 'up')).toBeUndefined()
    expect(go(step('First'), 'left')).toBeUndefined()
    expect(go(step('First'), 'right')).toBeUndefined()
  })

  it('does not go into a folded step', () => {
    expect(go(step('Check'), 'right', [step('Check')])).toBeUndefined()
  })

  it('X07 reaches every step and arm of the flow with the arrows alone', () => {
    const reached = new Set<string>([step('Main trigger')])
    const open = [...reached]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const key of ['up', 'down', 'left', 'right'] as const) {
        const next = go(id, key)
        if (next === undefined || reached.has(next)) continue
        reached.add(next)
        open.push(next)
      }
    }
    expect(stepsOfFlow(doc, flowId('Main')).filter((id) => !reached.has(id))).toEqual([])
    expect(reached).toContain(armOf('Check', 'otherwise'))
    expect(reached).toContain(armOf('Call', 'error'))
  })

  it('begins at the trigger when what had the focus is gone', () => {
    expect(go('step_gone00', 'down')).toBe(step('Main trigger'))
  })
})
