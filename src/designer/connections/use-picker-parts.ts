import { laterParts } from '#ui'

/** What the chip opens. Drawing a canvas does not need it; it is at hand when a chip is pressed. */
export const { load: loadPickerParts, useParts: usePickerParts } = laterParts(() => import('./picker-parts.ts'))
