// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { downloadText } from '../../../src/designer/export/export-document.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('offers a file named after the integration, and keeps its text until the browser has read it', () => {
  vi.useFakeTimers()
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
    names.push(this.download)
  })
  const revoked: string[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:text', revokeObjectURL: (url: string) => revoked.push(url) }),
  )
  downloadText('Order sync, nightly!', '{}')
  expect(names).toEqual(['order-sync-nightly.patchbay.json'])
  vi.advanceTimersByTime(10_000)
  expect(revoked).toEqual([])
  vi.advanceTimersByTime(60_000)
  expect(revoked).toEqual(['blob:text'])
})
