import { createLocalServer, LocalServerError } from '#relay'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { version } from '../../../package.json'
import { argumentSentence, HELP, runningAt, startSentence } from './messages.ts'
import { parseArguments, type ServerCommand } from './parse-arguments.ts'
import { readTrust } from './read-trust.ts'

/** From `dist/server/main.js`, where this file is bundled to. */
const BUILT_APP = fileURLToPath(new URL('../app', import.meta.url))

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

async function serve({
  port,
  allow,
  trust: files,
  app,
}: Extract<ServerCommand, { readonly kind: 'serve' }>): Promise<void> {
  const appDir = app === null ? BUILT_APP : resolve(app)
  const trust = await readTrust(files, process.env['NODE_EXTRA_CA_CERTS'])
  if (!trust.ok) return fail(argumentSentence(trust.error))
  const server = await createLocalServer({ appDir, port, allow, trust: trust.value, version })
  console.log(runningAt(server.url))
  const stop = () => {
    server.close().catch((error: unknown) => {
      throw error
    })
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

async function main(): Promise<void> {
  const command = parseArguments(process.argv.slice(2))
  if (!command.ok) return fail(argumentSentence(command.error))
  if (command.value.kind === 'help') return console.log(HELP)
  try {
    await serve(command.value)
  } catch (error) {
    if (!(error instanceof LocalServerError)) throw error
    fail(startSentence(error.problem))
  }
}

await main()
