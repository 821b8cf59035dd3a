import type { Edit } from '../edit.ts'

/** Gives the integration another name. */
export const renameIntegration: Edit<'integration/rename'> = {
  refusal: () => undefined,
  apply: (doc, { name }) => (doc.name === name ? doc : { ...doc, name }),
}
