import { err, ok, type Result } from '#base'
import { parseArgs } from 'node:util'
import type { ArgumentProblem } from './messages.ts'

const DEFAULT_PORT = '4400'

/** What the command line asks for. */
export type ServerCommand =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'serve'
      /** 0 for any that is free. */
      readonly port: number
      /** Lower-case `host:port`. */
      readonly allow: readonly string[]
      /** Files of certificates, as PEM. */
      readonly trust: readonly string[]
      /** Null for the build beside the server. */
      readonly app: string | null
    }

const portOf = (text: string): number | null => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : null
}

/** `host:port` in the spelling in which URLs have it, or null: no scheme, no path, the port always said. */
function allowEntry(text: string): string | null {
  const [, host = '', port = ''] = /^(\[[0-9a-fA-F:.]+\]|[^\s:/?#@[\]\\]+):(\d{1,5})$/.exec(text) ?? []
  if (!portOf(port) || !URL.canParse(`http://${host}/`)) return null
  return `${new URL(`http://${host}/`).hostname}:${Number(port)}`
}

/** Reads the arguments after `node main.js`. */
export function parseArguments(args: readonly string[]): Result<ServerCommand, ArgumentProblem> {
  let values: { port: string; allow: string[]; trust: string[]; app?: string; help: boolean }
  try {
    ;({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        allow: { type: 'string', multiple: true, default: [] },
        trust: { type: 'string', multiple: true, default: [] },
        app: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }))
  } catch (error) {
    return err({ code: 'unknown-argument', reason: error instanceof Error ? error.message : String(error) })
  }
  if (values.help) return ok({ kind: 'help' })
  const port = portOf(values.port)
  if (port === null) return err({ code: 'bad-port', given: values.port })
  const allow: string[] = []
  for (const given of values.allow) {
    const entry = allowEntry(given)
    if (entry === null) return err({ code: 'bad-allow', given })
    allow.push(entry)
  }
  return ok({ kind: 'serve', port, allow, trust: values.trust, app: values.app ?? null })
}
