import { createBuiltinCatalog } from '#connectors'
import {
  createCatalog,
  EMPTY_WORKSPACE,
  literal,
  severityOf,
  validate,
  VALIDATION_CODES,
  type IntegrationDoc,
  type Workspace,
} from '#domain'
import { applyOperation } from '#operations'
import { en } from '#texts'
import { describe, expect, it } from 'vitest'
import { accepted } from '../../fixtures/accepted.ts'
import {
  action,
  arm,
  branch,
  branchOn,
  breakLoop,
  callFlow,
  docOf,
  draft,
  equals,
  expr,
  flow,
  flowOf,
  handled,
  http,
  log,
  loop,
  ref,
  setFields,
  slot,
  stepId,
  variableRef,
  when,
  whenValue,
  type Built,
} from '../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../fixtures/workspace-builder.ts'

const catalog = createBuiltinCatalog()
const codes = (doc: IntegrationDoc, workspace: Workspace = EMPTY_WORKSPACE) =>
  validate(doc, workspace, catalog).map(({ code, at }) => `${doc.steps[at['step'] as never]?.['name'] ?? '-'}: ${code}`)

/** A document whose demo step uses a slot that holds `shop`. */
const shopDoc = (connector = 'demo') =>
  docOf({
    flows: [flow('Main', action('List', 'demo', 'list-customers', { slot: 'Demo' }))],
    slots: [slot('Demo', connector, 'shop')],
  })

const inLoop = (...inside: readonly Built[]) => loop('Each', ref('Main trigger'), ...inside)

describe('validate', () => {
  it('finds nothing wrong with a good flow', () => {
    const doc = flowOf(
      http('Get'),
      loop('Each', ref('Get', 'body'), log('Say', ref('Each', 'currentItem')), breakLoop('Out')),
    )
    expect(codes(doc)).toEqual([])
  })

  it.each<[string, IntegrationDoc, readonly string[]]>([
    ['input-missing', flowOf(http('Get', { inputs: { url: literal('') } })), ['Get: input-missing']],
    ['input-missing, nothing entered at all', flowOf(action('Say', 'core', 'log')), ['Say: input-missing']],
    ['input-draft', flowOf(log('Say', draft('$ste'))), ['Say: input-draft']],
    ['input-draft inside rows', flowOf(setFields('Set', { a: draft('1 +') })), ['Set: input-draft']],
    ['reference-dangling', flowOf(log('Say', ref('Gone'))), ['Say: reference-dangling']],
    ['reference-dangling in an expression', flowOf(log('Say', expr('$step_gone00.x'))), ['Say: reference-dangling']],
    [
      'reference-out-of-scope',
      flowOf(branch('If', arm('A', log('One')), arm('B', log('Two', ref('One'))))),
      ['Two: reference-out-of-scope'],
    ],
    ['reference-out-of-scope to a later step', flowOf(log('A', ref('B')), log('B')), ['A: reference-out-of-scope']],
    ['variable-missing', flowOf(log('Say', variableRef('Region'))), ['Say: variable-missing']],
    ['expression-syntax', flowOf(log('Say', expr('1 +'))), ['Say: expression-syntax']],
    ['expression-empty', flowOf(log('Say', expr(' '))), ['Say: expression-empty']],
    ['unknown-connector', flowOf(action('X', 'nope', 'go')), ['X: unknown-connector']],
    ['unknown-action', flowOf(action('X', 'http', 'nope')), ['X: unknown-action']],
    ['connection-missing', flowOf(action('List', 'demo', 'list-customers')), ['List: connection-missing']],
    [
      'slot-empty',
      docOf({ flows: [flow('Main', http('Get', { slot: 'S' }))], slots: [slot('S', 'http')] }),
      ['Get: slot-empty'],
    ],
    ['connection-not-found', shopDoc(), ['List: connection-not-found']],
    ['branch-without-arms', flowOf(branch('If')), ['If: branch-without-arms']],
    [
      'branch-value-missing',
      flowOf(branchOn('If', literal(null), whenValue(1, arm('A')))),
      ['If: branch-value-missing'],
    ],
    ['arm-test-empty', flowOf(branch('If', when(equals(literal(''), 1), arm('A')))), ['If: arm-test-empty']],
    ['arm-test-empty of no comparison', flowOf(branch('If', when({ all: [] }, arm('A')))), ['If: arm-test-empty']],
    [
      'arm-test-incomplete',
      flowOf(branch('If', when({ any: [{ op: 'equals', left: literal(1) }] }, arm('A')))),
      ['If: arm-test-incomplete'],
    ],
    ['arm-test-mode', flowOf(branch('If', whenValue(1, arm('A')))), ['If: arm-test-mode']],
    ['loop-without-items', flowOf(loop('Each', literal(null), log('A'))), ['Each: loop-without-items']],
    ['break-outside-loop', flowOf(breakLoop('Out')), ['Out: break-outside-loop']],
    [
      'break-outside-loop in a loop’s error arm',
      flowOf(handled(inLoop(log('A')), breakLoop('Out'))),
      ['Out: break-outside-loop'],
    ],
    ['call-flow-missing', flowOf(callFlow('Call', null)), ['Call: call-flow-missing']],
    ['call-flow-dangling', flowOf(callFlow('Call', 'Gone')), ['Call: call-flow-dangling']],
    ['step-name-missing', flowOf({ step: { ...log('X').step, name: ' ' }, inside: [] }), [' : step-name-missing']],
  ])('reports %s', (_what, doc, expected) => {
    expect(codes(doc)).toEqual(expected)
  })

  it('asks for inputs only while they are shown', () => {
    const spec = catalog.connector('http')!
    const asks = (bodyType: string) => {
      const required = {
        ...spec,
        actions: spec.actions.map((one) => ({
          ...one,
          inputs: one.inputs.map((input) => ({ ...input, required: input.required || input.key === 'jsonBody' })),
        })),
      }
      const doc = flowOf(http('Get', { inputs: { bodyType: literal(bodyType) } }))
      const found = validate(doc, EMPTY_WORKSPACE, createCatalog([required, catalog.connector('core')!]))
      return found.map(({ at }) => at['input'])
    }
    expect(asks('json')).toEqual(['jsonBody'])
    expect(asks('text')).toEqual([])
  })

  it('says where: flow, step, input, arm and the character of an expression', () => {
    const doc = flowOf(http('Get', { inputs: { url: expr('"a" & & "b"') } }))
    const [found] = validate(doc, EMPTY_WORKSPACE, catalog)
    expect(found).toMatchObject({
      code: 'expression-syntax',
      params: { step: 'Get' },
      at: { flow: doc.flowOrder[0], step: stepId('Get'), input: 'url', position: 7 },
    })
    const [inArm] = validate(flowOf(branch('If', when({ all: [] }, arm('A')))), EMPTY_WORKSPACE, catalog)
    expect(inArm?.at).toMatchObject({ step: stepId('If'), arm: 'arm_a00000', input: 'test' })
  })

  it('leaves out what is switched off, alone or with what is around it', () => {
    const bad = log('Bad', ref('Gone'))
    expect(codes(flowOf({ ...bad, step: { ...bad.step, disabled: true } }))).toEqual([])
    const around = inLoop(bad)
    expect(codes(flowOf({ ...around, step: { ...around.step, disabled: true } }))).toEqual([])
  })

  it('lists problems in the order of the flows', () => {
    const doc = docOf({
      flows: [
        flow('Main', log('A', ref('Gone')), inLoop(log('B', ref('Gone'))), log('C', ref('Gone'))),
        flow('Second', log('D', ref('Gone'))),
      ].map((built) => ({ ...built, flow: { ...built.flow, name: 'Same' } })),
    })
    expect(codes({ ...doc, flowOrder: doc.flowOrder.toReversed() })).toEqual([
      'D: reference-dangling',
      '-: flow-name-taken',
      'A: reference-dangling',
      'B: reference-dangling',
      'C: reference-dangling',
    ])
  })
})

describe('connections in validate', () => {
  const withShop = (options: Parameters<typeof connection>[1]) => workspaceOf([connection('Shop', options)])

  it('is content with a connection that has its test credential, or needs none', () => {
    expect(codes(shopDoc(), withShop({ connector: 'demo', type: 'bearer', credential: true }))).toEqual([])
    expect(codes(shopDoc(), withShop({ connector: 'demo', type: 'none' }))).toEqual([])
  })

  it('P20 warns that test credentials are missing', () => {
    expect(codes(shopDoc(), withShop({ connector: 'demo', type: 'api-key' }))).toEqual([
      'List: test-credential-missing',
    ])
    expect(severityOf('test-credential-missing')).toBe('warning')
  })

  it('P20 warns whenever the status of the connection says so: bound elsewhere, ended, or lost', () => {
    const basic = { connector: 'demo', type: 'basic', values: { username: 'ada' } } as const
    expect(codes(shopDoc(), withShop(basic))).toEqual([])
    expect(codes(shopDoc(), withShop({ ...basic, secretsSet: ['password'] }))).toEqual([
      'List: test-credential-missing',
    ])
    expect(codes(shopDoc(), withShop({ ...basic, credential: true, baseUrl: 'https://other.test' }))).toEqual([
      'List: test-credential-missing',
    ])
    const over = { at: 1, outcome: 'invalid-grant', status: 400 } as const
    const password = { grant: 'password', tokenUrl: 'https://id.test/token' }
    const ended = { ...basic, type: 'oauth2', settings: password, credential: true, lastCheck: over } as const
    expect(codes(shopDoc(), withShop(ended))).toEqual(['List: test-credential-ended'])
    expect(severityOf('test-credential-ended')).toBe('warning')
  })

  it('refuses a connection of another connector where only its own will do', () => {
    expect(codes(shopDoc(), withShop({ connector: 'http' }))).toEqual(['List: connection-of-other-connector'])
    const any = docOf({ flows: [flow('Main', http('Get', { slot: 'Any' }))], slots: [slot('Any', 'demo', 'shop')] })
    expect(codes(any, withShop({ connector: 'demo' }))).toEqual([])
  })

  it('reports a connection whose auth method has gone', () => {
    expect(codes(shopDoc(), { ...withShop({ connector: 'demo' }), authMethods: {} })).toEqual([
      'List: auth-method-missing',
    ])
  })
})

describe('validate, called again', () => {
  const doc = flowOf(http('Get'), log('Say', ref('Get')), branch('If', arm('A', log('In', ref('Get')))))
  const after = (...ops: readonly Parameters<typeof applyOperation>[1][]) =>
    ops.reduce((current, op) => accepted(applyOperation(current, op)), doc)

  it('sees a move that breaks a reference of a step that was not touched', () => {
    expect(codes(doc)).toEqual([])
    const moved = after({ type: 'step/move', id: stepId('Get'), to: { place: { flow: doc.flowOrder[0]! }, index: 2 } })
    expect(moved.steps[stepId('Say')]).toBe(doc.steps[stepId('Say')])
    expect(codes(moved)).toEqual(['Say: reference-out-of-scope', 'In: reference-out-of-scope'])
    expect(codes(doc)).toEqual([])
  })

  it('sees a delete, a new name of the step meant, and a credential that has come', () => {
    expect(codes(after({ type: 'step/delete', id: stepId('Get') }))).toHaveLength(2)
    const broken = flowOf(log('Say', ref('Later')), log('Later'))
    const nameOf = (of: IntegrationDoc) => validate(of, EMPTY_WORKSPACE, catalog)[0]?.params['target']
    expect(nameOf(broken)).toBe('Later')
    const rename = { type: 'step/update', id: stepId('Later'), changes: { name: 'Much later' } } as const
    expect(nameOf(accepted(applyOperation(broken, rename)))).toBe('Much later')

    const without = workspaceOf([connection('Shop', { connector: 'demo', type: 'bearer' })])
    const withIt = workspaceOf([connection('Shop', { connector: 'demo', type: 'bearer', credential: true })])
    const shop = shopDoc()
    expect(codes(shop, without)).toHaveLength(1)
    expect(codes(shop, { ...without, credentials: withIt.credentials })).toEqual([])
  })

  it('hands back the same problems for steps nothing has happened to', () => {
    const bad = flowOf(log('One', ref('Gone')), log('Two', ref('Gone')))
    const first = validate(bad, EMPTY_WORKSPACE, catalog)
    const renamed = accepted(
      applyOperation(bad, { type: 'step/update', id: stepId('Two'), changes: { description: 'x' } }),
    )
    const second = validate(renamed, EMPTY_WORKSPACE, catalog)
    expect(second[0]).toBe(first[0])
    expect(second[1]).not.toBe(first[1])
  })
})

describe('problems', () => {
  it('has a sentence for every code', () => {
    expect(VALIDATION_CODES.filter((code) => !(code in en.problems))).toEqual([])
  })
})
