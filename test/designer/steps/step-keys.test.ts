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
  it('takes no letter alone where those are switched off, and everything else as before', () => {
    const pressed = (key: string, ctrlKey = false) =>
      stepKeyCommand({ key, ctrlKey, metaKey: false, altKey: false, shiftKey: false }, false)
    expect(['a', 'C', 'd', 'p'].map((key) => pressed(key))).toEqual([undefined, undefined, undefined, undefined])
    expect([pressed('Enter'), pressed('F2'), pressed('Delete'), pressed('d', true)]).toEqual([
      'settings',
      'rename',
      'delete',
      'duplicate',
    ])
  })

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
