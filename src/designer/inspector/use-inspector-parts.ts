import { laterParts } from '#ui'

/** What the settings show beside the inputs of an action; it loads as the settings are drawn, not before the canvas. */
export const { load: loadInspectorParts, useParts: useInspectorParts } = laterParts(
  () => import('./inspector-parts.ts'),
)
