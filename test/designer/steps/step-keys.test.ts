import { describe, expect, it } from 'vitest'
import { stepKeyCommand } from '../../../src/designer/steps/step-keys.ts'

const press = (keys: string) => {
  const parts = keys.split('+')
  return stepKeyCommand({
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Control'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  })
}

describe('stepKeyCommand', () => {
  it.each([
    ['Enter', 'settings'],
    ['a', 'add'],
    ['A', 'add'],
    ['c', 'connection'],
    ['F2', 'rename'],
    ['d', 'disable'],
    ['p', 'pin'],
    ['Delete', 'delete'],
    ['Backspace', 'delete'],
    ['Alt+ArrowUp', 'move-up'],
    ['Alt+ArrowDown', 'move-down'],
    ['Alt+ArrowLeft', 'move-out'],
    ['Alt+ArrowRight', 'move-into'],
    ['Control+d', 'duplicate'],
    ['Meta+d', 'duplicate'],
    ['Control+a', 'select-all'],
    ['Shift+F10', 'menu'],
    ['ContextMenu', 'menu'],
  ])('%s: %s', (keys, command) => {
    expect(press(keys)).toBe(command)
  })

  it.each(['Control+c', 'Control+z', 'Control+Enter', 'Alt+d', 'x', 'Shift+A', 'Tab'])(
    'leaves %s to others',
    (keys) => {
      expect(press(keys)).toBeUndefined()
    },
  )
})
