import type { IntegrationDoc } from '#domain'
import { changeRecord } from '../change-record.ts'
import type { Edit } from '../edit.ts'

/** Changes the integration's description and labels. */
export const describeIntegration: Edit<'integration/describe'> = {
  refusal: () => undefined,
  apply: (doc, { description, labels }) => changeRecord<IntegrationDoc>(doc, { description, labels }),
}
