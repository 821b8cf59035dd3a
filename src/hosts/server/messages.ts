import type { LocalServerProblem } from '#relay'
import { unreachable } from '#base'

/** `--help`. */
export const HELP = `Serves Patchbay on this machine.

Usage: node dist/server/main.js [options]

  --port <number>      Port to listen on; 4400 unless given, 0 for any free one. A workspace belongs to the port it
                       was made on.
  --allow <host:port>  Lets the relay reach this address although it lies on this machine or in a private network.
                       May be given several times, for example --allow localhost:4010
  --trust <file>       Trusts the certificates in this PEM file beside the well-known ones: your company's own
                       authority, for one. May be given several times.
  --app <directory>    Serves another build of the application than the one beside this file.
  --help               Shows this text.`

/** The one line that says where to go. */
export const runningAt = (url: string): string => `Patchbay is running at ${url}`

/** Why the arguments make no sense. */
export type ArgumentProblem =
  | { readonly code: 'unknown-argument'; readonly reason: string }
  | { readonly code: 'bad-port'; readonly given: string }
  | { readonly code: 'bad-allow'; readonly given: string }
  | { readonly code: 'bad-trust'; readonly given: string }

/** What is wrong with the arguments, and how to write them. */
export function argumentSentence(problem: ArgumentProblem): string {
  switch (problem.code) {
    case 'unknown-argument':
      return `${problem.reason}\nRun with --help to see the options.`
    case 'bad-port':
      return `"${problem.given}" is not a port. Give a number from 0 to 65535, for example --port 4400`
    case 'bad-allow':
      return `"${problem.given}" is not a host and port. Give both and nothing else, for example --allow localhost:4010`
    case 'bad-trust':
      return `"${problem.given}" holds no certificate that can be read. Give a file with certificates as PEM, for example --trust ca.pem`
    default:
      return unreachable(problem)
  }
}

/** Why the server did not start, and what to do. */
export function startSentence({ code, params }: LocalServerProblem): string {
  switch (code) {
    case 'port-taken':
      return `Port ${params['port']} is already in use, perhaps by another Patchbay. Stop that program, or start with another --port (which opens another, empty workspace).`
    case 'port-forbidden':
      return `This user may not listen on port ${params['port']}. Choose one above 1023 with --port.`
    case 'app-missing':
      return `There is no built application in ${params['appDir']}. Run \`npm run build\` first.`
    default:
      return unreachable(code)
  }
}
