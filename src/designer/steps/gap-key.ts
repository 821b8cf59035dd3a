import type { Place } from '#domain'

/** A text that is the same for the same gap: a place and an index in it. */
export const gapKey = (place: Place, index: number): string =>
  'flow' in place ? `${place.flow}/${index}` : `${place.step}:${place.arm}/${index}`
