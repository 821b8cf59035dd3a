/** What a key does with a step, the same on canvas and outline. */
export type StepKeyCommand =
  | 'settings'
  | 'add'
  | 'connection'
  | 'rename'
  | 'disable'
  | 'pin'
  | 'delete'
  | 'duplicate'
  | 'select-all'
  | 'menu'
  | 'move-up'
  | 'move-down'
  | 'move-out'
  | 'move-into'

/** What of a keyboard event decides. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const PLAIN: Readonly<Record<string, StepKeyCommand>> = {
  enter: 'settings',
  a: 'add',
  c: 'connection',
  f2: 'rename',
  d: 'disable',
  p: 'pin',
  delete: 'delete',
  backspace: 'delete',
  contextmenu: 'menu',
}

const WITH_CONTROL: Readonly<Record<string, StepKeyCommand>> = { d: 'duplicate', a: 'select-all' }

const WITH_ALT: Readonly<Record<string, StepKeyCommand>> = {
  arrowup: 'move-up',
  arrowdown: 'move-down',
  arrowleft: 'move-out',
  arrowright: 'move-into',
}

/** The command of a pressed key; `undefined` when it has none, or is a letter while those mean nothing alone. */
export function stepKeyCommand(
  { key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey,
  hasSingleKeys = true,
): StepKeyCommand | undefined {
  const name = key.toLowerCase()
  if (altKey) return ctrlKey || metaKey || shiftKey ? undefined : WITH_ALT[name]
  if (ctrlKey || metaKey) return shiftKey ? undefined : WITH_CONTROL[name]
  if (shiftKey) return name === 'f10' ? 'menu' : undefined
  return hasSingleKeys || name.length > 1 ? PLAIN[name] : undefined
}
