import { problem, type Problem } from '#base'
import type { AuthSettings } from '#domain'
import { textAt } from './text-at.ts'

const HEADERS: Readonly<Record<string, string>> = { timestamp: 'timestampHeader', id: 'idHeader' }

/**
 * What is wrong with how the parts of a webhook's signature fit together, where a person says them all: a body that is not
 * signed could be anybody's, and so could a timestamp or an id that is read and not signed, or signed and not read.
 */
export function signedContentProblems({ type, settings }: AuthSettings): readonly Problem[] {
  if (type !== 'hmac' || settings['preset'] !== 'custom') return []
  const content = textAt(settings, 'signedContent')
  const isBodyMissing = content.trim() !== '' && !content.includes('${body}')
  const at = (key: string) => ({ field: `settings.${key}` })
  return [
    ...(isBodyMissing ? [problem('signed-content-without-body', {}, at('signedContent'))] : []),
    ...Object.entries(HEADERS).flatMap(([name, key]): readonly Problem[] => {
      const mark = `\${${name}}`
      const [isSigned, isRead] = [content.includes(mark), textAt(settings, key).trim() !== '']
      if (isSigned === isRead) return []
      return [problem(isSigned ? 'signed-without-header' : 'header-not-signed', { mark }, at(key))]
    }),
  ]
}
