import { applyOperation, newArm, newBranchArm, type Operation } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../fixtures/accepted.ts'
import {
  arm,
  armId,
  branch,
  flowOf,
  handled,
  http,
  log,
  loop,
  outlineOf,
  parallel,
  ref,
  stepId,
} from '../fixtures/doc-builder.ts'
import { sequentialIds } from '../fixtures/sequential-ids.ts'

const doc = flowOf(
  handled(branch('If', arm('A', log('One')), arm('B', log('Two'))), log('Sorry')),
  parallel('Both', arm('Left'), arm('Right')),
  loop('Each', ref('If')),
  http('Get'),
)
const armsAfter = (op: Operation, at = 0) => {
  const [, arms] = outlineOf(accepted(applyOperation(doc, op)))[at] as [string, object]
  return Object.keys(arms).join(' ')
}
const codeOf = (op: Operation) => refused(applyOperation(doc, op)).code
const ids = sequentialIds()
const add = (step: string, index: number, made = newArm(ids, 'New')): Operation => ({
  type: 'arm/add',
  step: stepId(step),
  arm: made,
  index,
})

describe('arms', () => {
  it('A1 are added before otherwise and error', () => {
    expect(armsAfter(add('If', 0, newBranchArm(ids, 'New')))).toBe('New A B otherwise error')
    expect(armsAfter(add('If', 2))).toBe('A B New otherwise error')
    expect(armsAfter(add('Both', 1), 1)).toBe('Left New Right')
    expect(codeOf(add('If', 3))).toBe('index-out-of-range')
    expect(codeOf(add('If', 0, { ...newArm(ids, 'New'), body: [stepId('Get')] }))).toBe('arm-not-empty')
    expect(codeOf(add('If', 0, { ...newArm(ids, 'New'), id: armId('A') }))).toBe('arm-duplicate')
  })

  it('A1 are ordered among themselves, counted after the arm was lifted out', () => {
    const move = (name: string, index: number): Operation => ({
      type: 'arm/move',
      step: stepId('If'),
      arm: armId(name),
      index,
    })
    expect(armsAfter(move('A', 1))).toBe('B A otherwise error')
    expect(accepted(applyOperation(doc, move('B', 1)))).toBe(doc)
    expect(codeOf(move('A', 2))).toBe('index-out-of-range')
    expect(codeOf(move('otherwise', 0))).toBe('arm-fixed')
  })

  it('A1 are deleted with what is in them', () => {
    const op: Operation = { type: 'arm/delete', step: stepId('If'), arm: armId('A') }
    expect(armsAfter(op)).toBe('B otherwise error')
    expect(accepted(applyOperation(doc, op)).steps).not.toHaveProperty(stepId('One'))
  })

  it('A2 that came with their step stay', () => {
    expect(codeOf({ type: 'arm/delete', step: stepId('If'), arm: armId('otherwise') })).toBe('arm-fixed')
    expect(codeOf({ type: 'arm/delete', step: stepId('Each'), arm: armId('body') })).toBe('arm-fixed')
    expect(codeOf({ type: 'arm/delete', step: stepId('If'), arm: armId('C') })).toBe('arm-not-found')
    expect(codeOf(add('Get', 0))).toBe('arm-fixed')
    expect(codeOf(add('Both', 0, newBranchArm(ids, 'New')))).toBe('arm-misplaced')
  })

  it('A3 are renamed, and tested where they are a branch’s own', () => {
    const test = newBranchArm(ids, '').test!
    const update = (step: string, name: string, changes: object) =>
      ({ type: 'arm/update', step: stepId(step), arm: armId(name), changes }) as Operation
    expect(armsAfter(update('If', 'A', { name: 'First' }))).toBe('First B otherwise error')
    expect(accepted(applyOperation(doc, update('If', 'A', { test }))).steps[stepId('If')]!.arms[0]).toMatchObject({
      test,
    })
    expect(codeOf(update('If', 'otherwise', { test }))).toBe('arm-without-test')
    expect(codeOf(update('Both', 'Left', { test }))).toBe('arm-without-test')
    expect(accepted(applyOperation(doc, update('If', 'A', { name: 'A' })))).toBe(doc)
  })
})
