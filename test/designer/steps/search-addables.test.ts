import { createBuiltinCatalog } from '#connectors'
import { createI18n } from '#texts'
import { describe, expect, it } from 'vitest'
import { addableName, addableSteps, type AddableStep } from '../../../src/designer/steps/addable-step.ts'
import { pickerSections } from '../../../src/designer/steps/picker-sections.ts'
import { createAddableSearch } from '../../../src/designer/steps/search-addables.ts'

const { t } = createI18n('en')
const addables = addableSteps(createBuiltinCatalog(), t)
const search = createAddableSearch(addables)
const namesFor = (query: string) => search(query).map(addableName)

describe('the palette', () => {
  it('names an entry by connector and action, and control steps by what they are', () => {
    const names = addables.map(addableName)
    expect(names).toContain('HTTP Send request')
    expect(names).toContain('Branch')
    expect(new Set(names).size).toBe(names.length)
  })

  it('lists flow control, then data, then each connector, and recent ones once, on top', () => {
    const titles = (recent: readonly string[]) => pickerSections(addables, recent, t).map(({ title }) => title)
    expect(titles([])).toEqual(['Flow control', 'Data', 'HTTP', 'Demo API'])
    expect(titles(['http/send'])).toEqual(['Recent', 'Flow control', 'Data', 'Demo API'])
  })

  it.each([
    ['send req', 'HTTP Send request'],
    ['htpp', 'HTTP Send request'],
    ['requst', 'HTTP Send request'],
    ['bran', 'Branch'],
    ['customers list', 'Demo API List customers'],
    ['loop', 'Loop'],
  ])('finds by "%s": %s', (query, name) => {
    expect(namesFor(query)[0]).toBe(name)
  })

  it('finds nothing for what is not there, and everything for nothing', () => {
    expect(namesFor('zzzz')).toEqual([])
    expect(search(' ')).toBe(addables)
  })

  it('finds one among thousands of actions', () => {
    const [pattern] = addables
    const many = Array.from({ length: 5000 }, (_, index): AddableStep => ({
      ...pattern!,
      id: `vendor/${index}`,
      prefix: `Vendor ${index % 50}`,
      name: `Action ${index}`,
    }))
    const searchMany = createAddableSearch(many)
    expect(addableName(searchMany('vendor 7 action 4907')[0]!)).toBe('Vendor 7 Action 4907')
  })
})
