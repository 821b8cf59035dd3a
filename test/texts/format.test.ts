import { formatBytes, formatDuration, formatNumber, formatRelativeTime } from '#texts'
import { expect, it } from 'vitest'

it('writes durations in the two units that matter, without ever saying 60 of one', () => {
  const of = (ms: number) => formatDuration(ms, 'en')
  expect([0, 340.4, 999.6, 1240, 59_949, 59_960].map(of)).toEqual([
    '0 ms',
    '340 ms',
    '1 sec',
    '1.2 sec',
    '59.9 sec',
    '1 min',
  ])
  expect([185_000, 3_599_600, 7_440_000].map(of)).toEqual(['3 min 5 sec', '1 hr', '2 hr 4 min'])
})

it('writes sizes in decimal units, without ever saying 1,000 of one', () => {
  expect([0, 512, 1500, 999_960, 2_000_000_000].map((bytes) => formatBytes(bytes, 'en'))).toEqual([
    '0 byte',
    '512 byte',
    '1.5 kB',
    '1 MB',
    '2 GB',
  ])
})

it('writes numbers and sizes as the locale does', () => {
  expect(formatNumber(1234.5, 'de')).toBe('1.234,5')
  expect(formatBytes(1500, 'de')).toBe('1,5 kB')
})

it('says how long ago, in the largest unit that fits', () => {
  const now = Date.UTC(2026, 0, 31, 12)
  const ago = (ms: number) => formatRelativeTime(now - ms, now, 'en')
  expect([0, 30_000, 90_000, 3_600_000, 86_400_000, 40 * 86_400_000].map(ago)).toEqual([
    'now',
    '30 seconds ago',
    '1 minute ago',
    '1 hour ago',
    'yesterday',
    'last month',
  ])
  expect(formatRelativeTime(now + 120_000, now, 'en')).toBe('in 2 minutes')
})
