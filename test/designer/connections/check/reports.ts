import type { CheckFact, CheckStage, ConnectionCheck, Failure } from '#domain'

export const fact = (code: CheckFact['code'], params: CheckFact['params'] = {}): CheckFact => ({ code, params })

export const failure = (code: string, params: Failure['params'] = {}): Failure => ({
  code,
  params,
  retryable: false,
  at: {},
})

const stage = (key: CheckStage['key'], outcome: CheckStage['outcome'], facts: readonly CheckFact[]): CheckStage => ({
  key,
  outcome,
  failure: null,
  facts,
})

/** A report in which all is well. */
export const good: ConnectionCheck = {
  outcome: 'ok',
  status: 200,
  failure: null,
  stages: [
    stage('configuration', 'ok', [
      fact('base-url', { url: 'https://api.test' }),
      fact('credential', { origin: 'https://api.test' }),
    ]),
    stage('token', 'skipped', [fact('no-token')]),
    stage('request', 'ok', [
      fact('answered', { status: 200, milliseconds: 84, transport: 'direct' }),
      fact('asked', { method: 'GET', url: 'https://api.test/me' }),
      fact('attached-header', { name: 'Authorization', count: 47 }),
    ]),
  ],
}

/** A report that failed in one stage. */
export function bad(key: CheckStage['key'], why: Failure): ConnectionCheck {
  const at = good.stages.findIndex((one) => one.key === key)
  const stages = good.stages.map((one, index): CheckStage => {
    if (index < at) return one
    return index === at
      ? { ...one, outcome: 'failed', failure: why, facts: [] }
      : { ...one, outcome: 'skipped', facts: [fact('not-reached')] }
  })
  return { outcome: 'failed', status: null, failure: why, stages }
}

/** A report without a request to ask. */
export const unasked: ConnectionCheck = {
  ...good,
  outcome: 'not-checkable',
  status: null,
  stages: [...good.stages.slice(0, 2), stage('request', 'skipped', [fact('nothing-to-ask')])],
}
