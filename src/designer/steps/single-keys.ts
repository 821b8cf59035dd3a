import type { PreferencesPort } from '#workbench'

/** Where it is kept that letters alone do nothing. */
const SINGLE_KEYS = 'keys.single'

/** Whether a letter alone is a command; on unless it was switched off (WCAG 2.2, success criterion 2.1.4). */
export const areSingleKeysOn = (preferences: PreferencesPort): boolean => preferences.read(SINGLE_KEYS) !== 'off'

export const setSingleKeys = (preferences: PreferencesPort, isOn: boolean): void =>
  preferences.write(SINGLE_KEYS, isOn ? 'on' : 'off')
