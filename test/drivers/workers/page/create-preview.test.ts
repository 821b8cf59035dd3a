import { ok } from '#base'
import { literal } from '#domain'
import { expect, it } from 'vitest'
import { createPreview } from '../../../../src/drivers/workers/page/create-preview.ts'
import { linkWorker } from '../../../../src/drivers/workers/page/worker-link.ts'
import type { RunnerService } from '../../../../src/drivers/workers/runner/create-runner-service.ts'
import { portWorker } from '../port-worker.ts'

const scope = { results: {}, variables: {} }

it('a value that takes too long ends its worker; the next one has a new worker and its answer', async () => {
  let spawned = 0
  const service = {
    preview: (value: { value?: unknown }) => (value.value === 'endless' ? new Promise(() => undefined) : ok('done')),
  }
  const preview = createPreview(() => {
    spawned += 1
    return linkWorker<RunnerService>(portWorker(service))
  }, 30)
  expect(await preview.evaluate(literal('quick'), null, scope)).toEqual(ok('done'))
  const [endless, after] = await Promise.all([
    preview.evaluate(literal('endless'), null, scope),
    preview.evaluate(literal('quick'), null, scope),
  ])
  expect(endless).toMatchObject({ error: { code: 'preview-too-slow', params: { milliseconds: 30 } } })
  expect(after).toEqual(ok('done'))
  expect(spawned).toBe(2)
  preview.dispose()
})
