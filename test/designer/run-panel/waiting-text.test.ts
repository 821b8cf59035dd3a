import type { LogLine } from '#domain'
import { createI18n } from '#texts'
import { expect, it } from 'vitest'
import { waitingText } from '../../../src/designer/run-panel/waiting-text.ts'

const { t } = createI18n('en')
const line = (text: string, params?: LogLine['params']): LogLine => ({
  at: 0,
  level: 'warn',
  text,
  ...(params && { params }),
})
const asked = line('run.waits.asked', { seconds: 3, status: 429 })

it('Limits: a step says what it waits for as long as that is the last thing it said', () => {
  expect(waitingText(t, { status: 'running', logs: [asked] })).toBe('Waiting 3 s: the API asked for it (429)')
  const rate = line('run.waits.rate', { seconds: 2, requestsPerSecond: 0.5 })
  expect(waitingText(t, { status: 'running', logs: [asked, rate] })).toBe(
    'Waiting 2 s: the connection allows 0.5 per second',
  )
  expect(waitingText(t, { status: 'running', logs: [asked, line('run.waits.over', {})] })).toBeNull()
  expect(waitingText(t, { status: 'cancelled', logs: [asked] })).toBeNull()
  // What a step writes itself is never taken for it.
  expect(waitingText(t, { status: 'running', logs: [line('run.waits.asked')] })).toBeNull()
})
