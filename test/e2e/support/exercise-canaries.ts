import { literal, type IntegrationDoc } from '#domain'
import {
  docOf,
  expr,
  flow,
  http,
  log,
  ref,
  setFields,
  slot,
  stepId,
  stop,
  template,
  type ActionOptions,
  type Built,
} from '../../fixtures/doc-builder.ts'
import { wordOf, type Canary } from './canaries.ts'

/** The stable key of a connection by its name. */
export const keyOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')
const IGNORE = { policy: 'ignore', attempts: 1, delaySeconds: 0, exponential: false, ignoreFinalError: false } as const

/** Steps that do with a secret whatever a flow could: take it from answers, log it, encode it, send it on, fail with it. */
export function exercise({ connection: { name }, echo }: Canary): readonly Built[] {
  if (echo === null) return []
  const word = wordOf({ connection: { name } })
  const call = (step: string, path: string, options: ActionOptions = {}) =>
    http(`${step} ${word}`, { slot: name, ...options, inputs: { url: literal(path), ...options.inputs } })
  const got = ref(`Echo ${word}`, ...echo)
  const source = `$${stepId(`Take ${word}`)}.secret`
  return [
    call('Echo', 'echo'),
    setFields(`Take ${word}`, { secret: got, whole: ref(`Echo ${word}`) }),
    log(`Log ${word}`, template('The API said ', got)),
    setFields(`Encode ${word}`, {
      base64: expr(`$base64encode(${source})`),
      component: expr(`$encodeUrlComponent(${source})`),
      json: expr(`$string({"a": ${source}})`),
      part: expr(`"before" & ${source} & "after"`),
      key: expr(`{${source}: 1}`),
    }),
    call('Send on', 'echo', { inputs: { method: literal('POST'), bodyType: literal('json'), jsonBody: got } }),
    call('Fail', 'fail', { onError: IGNORE }),
    call('Html', 'html', { onError: IGNORE, inputs: { expect: literal('json') } }),
    call('Broken', 'broken', { onError: IGNORE }),
    call('Path', 'echo', { onError: IGNORE, inputs: { url: template('/', got) } }),
    call('Newline', 'echo', {
      onError: IGNORE,
      inputs: { headers: { kind: 'fields', rows: [{ key: 'X-Note', value: template(got, '\n') }] } },
    }),
  ]
}

/** A flow that exercises all of them, and fails with one at the end. */
export const exercises = (all: readonly Canary[]): IntegrationDoc =>
  docOf({
    name: 'Exercise',
    flows: [
      flow(
        'Main',
        ...all.flatMap(exercise),
        stop('Give up', 'error', template('Stopped with ', ref(`Take ${wordOf(all[0])}`, 'secret'))),
      ),
    ],
    slots: all.map(({ connection: { name } }) => slot(name, 'http', keyOf(name))),
  })

/** As a client's secret is escaped before it becomes Base64. */
export const formEncoded = (secret: string): string => new URLSearchParams({ '': secret }).toString().slice(1)

/** How a secret may look where it must not be. */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  // In the middle of a longer text base64 looks different, by how many bytes stand before; its edges depend on neighbours.
  const inside = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  const json = JSON.stringify(secret).slice(1, -1)
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    new URLSearchParams({ a: secret }).toString().slice(2),
    ...inside,
    ...inside.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    // The part that every encoding of text leaves alone.
    secret.slice(-36),
  ]
}
