import { answerFailures } from './answer-failures.ts'
import { fieldNames } from './field-names.ts'
import { oauthFailures } from './oauth-failures.ts'
import { signingFailures } from './signing-failures.ts'
import { webhookFailures } from './webhook-failures.ts'

/** Failures that few people meet: their sentences load after the page. */
export const lateFailures = {
  fieldNames,
  ...answerFailures,
  ...oauthFailures,
  ...signingFailures,
  ...webhookFailures,
} as const
