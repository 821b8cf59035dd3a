import { builtinConnectors, createBuiltinCatalog } from '#connectors'
import { Connector, StepId, type Step, inputSpecOf } from '#domain'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/texts/en/index.ts'

/** Every text of a connector that looks like a key. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('connector.') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysIn) : []
}

function textAt(key: string): unknown {
  let value: unknown = en
  for (const part of key.split('.')) value = (value as Record<string, unknown> | undefined)?.[part]
  return value
}

/** Every key of the English connector texts, as a manifest would name it. */
function leavesOf(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return [path]
  return Object.entries(value as object).flatMap(([key, child]) => leavesOf(child, `${path}.${key}`))
}

describe('built-in connectors', () => {
  it.each(builtinConnectors.map((connector) => [connector.key, connector] as const))(
    '%s is what the schema says, defaults filled in',
    (_, connector) => {
      expect(Connector.parse(connector)).toEqual(connector)
    },
  )

  it('have a text for every key, and a use for every text', () => {
    const used = builtinConnectors.flatMap(keysIn)
    expect(used.filter((key) => typeof textAt(key) !== 'string')).toEqual([])
    expect(leavesOf(en.connector, 'connector').filter((key) => !used.includes(key))).toEqual([])
  })

  it('show only by inputs, data sources and templates that exist', () => {
    for (const connector of builtinConnectors) {
      for (const { inputs, request } of connector.actions) {
        const keys = inputs.map((input) => input.key)
        const named = [
          ...inputs.flatMap(({ showWhen }) => (showWhen ? [showWhen.input] : [])),
          ...(request?.bodyFields ?? []),
          ...(JSON.stringify(request ?? {}).match(/(?<=\{)\w+(?=\})/g) ?? []),
        ]
        expect(keys).toEqual(expect.arrayContaining(named))
        const sources = inputs.flatMap(({ options }) => (options?.kind === 'data-source' ? [options.dataSource] : []))
        expect(connector.dataSources.map(({ key }) => key)).toEqual(expect.arrayContaining(sources))
      }
    }
  })

  it('read in the palette as connector and action', () => {
    const [action] = createBuiltinCatalog().connector('http')?.actions ?? []
    expect(`${String(textAt('connector.http.name'))} ${String(textAt(action?.name ?? ''))}`).toBe('HTTP Send request')
  })
})

describe('createBuiltinCatalog', () => {
  it('finds what a step names', () => {
    const step = {
      id: StepId.parse('step_aaaaaa'),
      kind: 'action',
      connector: { key: 'http', version: 1 },
      action: 'send',
    }
    expect(inputSpecOf(createBuiltinCatalog(), step as Step, 'headers')).toMatchObject({
      type: 'fields',
      repeatable: true,
    })
  })
})
