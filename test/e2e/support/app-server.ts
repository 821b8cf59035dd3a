import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unusedAddress } from './local-listener.ts'

const MAIN = fileURLToPath(new URL('../../../dist/server/main.js', import.meta.url))
const RUNNING = /Patchbay is running at (http:\/\/localhost:\d+)/
const START_LIMIT = 20_000

/** The built application, served by its own local server. */
export interface AppServer {
  /** `http://localhost:41234` */
  readonly url: string
  /** Everything the server has printed: a secret must not be in it. */
  readonly output: () => string
  readonly stop: () => Promise<void>
  /** Ends the process and starts another on the same port: its token is a new one. */
  readonly restart: () => Promise<void>
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const patience = setTimeout(() => child.kill('SIGKILL'), 3000)
    child.once('exit', () => {
      clearTimeout(patience)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** Starts a server process and waits until it says that it runs. */
async function launch(parameters: readonly string[], note: (text: string) => void) {
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => {
      child.kill('SIGKILL')
      reject(new Error(`The local server ${why}. It printed:\n${output}`))
    }
    const patience = setTimeout(fail, START_LIMIT, 'did not start')
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      note(chunk.toString())
      const said = RUNNING.exec(output)?.[1]
      if (said === undefined) return
      clearTimeout(patience)
      resolve(said)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => {
      clearTimeout(patience)
      fail(`ended with ${code}`)
    })
  })
  return { child, url }
}

/**
 * Starts the local server on a free port and waits until it says that it runs. `allow` takes `host:port` of local APIs,
 * `main` a server built elsewhere, with its application beside it.
 */
export async function startAppServer(allow: readonly string[] = [], main = MAIN): Promise<AppServer> {
  if (!existsSync(main)) throw new Error('There is no build to test: run `npm run build`, or `npm run test:e2e`.')
  const port = (await unusedAddress()).host.split(':')[1] ?? ''
  const parameters = [main, '--port', port, ...allow.flatMap((host) => ['--allow', host])]
  let output = ''
  const start = () =>
    launch(parameters, (text) => {
      output += text
    })
  const first = await start()
  let { child } = first
  return {
    url: first.url,
    output: () => output,
    stop: () => stop(child),
    restart: async () => {
      await stop(child)
      child = (await start()).child
    },
  }
}
