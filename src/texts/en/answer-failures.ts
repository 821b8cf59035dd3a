/** Answers that few people meet; part of `lateFailures`. */
export const answerFailures = {
  'asked-to-wait': {
    what: 'Nothing was sent: the API answered {{status}} before and wants no requests for another {{retryAfter}} s',
    fix: 'Run again then, or let the step retry (Errors tab).',
  },
  'response-too-deep': {
    what: 'The answer is JSON that nests too deep to be read: from character {{position}} on',
    fix: 'Ask for less of it, or set what the step expects to text. It begins with: {{preview}}',
  },
} as const
