import type { AuthRequest } from '#auth'
import type { CheckFact } from '#domain'

type Lines = readonly (readonly [name: string, value: string])[]

/** The lines of `after` that are not in `before`; each line of `before` accounts for one. */
function added(before: Lines, after: Lines): Lines {
  const left = before.map(([name, value]) => JSON.stringify([name.toLowerCase(), value]))
  return after.filter(([name, value]) => {
    const index = left.indexOf(JSON.stringify([name.toLowerCase(), value]))
    if (index === -1) return true
    left.splice(index, 1)
    return false
  })
}

const queryOf = ({ url }: AuthRequest): Lines => [...new URL(url).searchParams]

const factsOf = (code: 'attached-header' | 'attached-query', lines: Lines): readonly CheckFact[] =>
  // Characters as a person counts them, not the two halves of an emoji.
  lines.map(([name, value]) => ({ code, params: { name, count: [...value].length } }))

/**
 * What signing attached to a request, by comparing it with what it was before: names and lengths, never a value. A header
 * or parameter that signing changed counts as attached.
 */
export function attachedBy(unsigned: AuthRequest, signed: AuthRequest): readonly CheckFact[] {
  const grown = (signed.body?.length ?? 0) - (unsigned.body?.length ?? 0)
  const facts: readonly CheckFact[] = [
    ...factsOf('attached-header', added(unsigned.headers, signed.headers)),
    ...factsOf('attached-query', added(queryOf(unsigned), queryOf(signed))),
    ...(grown > 0 ? [{ code: 'attached-body', params: { count: grown } } as const] : []),
    ...(signed.clientCertificate ? [{ code: 'attached-certificate', params: {} } as const] : []),
  ]
  return facts.length > 0 ? facts : [{ code: 'attached-nothing', params: {} }]
}
