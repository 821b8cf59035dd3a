import { createId } from '#base'
import { FlowId, StepId } from '#domain'
import { describe, expect, it } from 'vitest'

describe('createId', () => {
  it('makes ids the document accepts, with the prefix that says what they name', () => {
    const ids = Array.from({ length: 1000 }, () => createId('step'))
    expect(ids.every((id) => StepId.safeParse(id).success)).toBe(true)
    expect(new Set(ids).size).toBe(1000)
    expect(FlowId.safeParse(createId('flow')).success).toBe(true)
    expect(FlowId.safeParse(createId('step')).success).toBe(false)
  })

  it('makes the same id from the same numbers', () => {
    let next = 0
    const counting = (below: number) => next++ % below
    expect(createId('step', counting)).toBe('step_0123456789')
  })
})
