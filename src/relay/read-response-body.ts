import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

/** The start of a body. */
export interface ResponseBody {
  /** At most `maxBytes`, decompressed. */
  readonly bytes: Buffer
  readonly cut: boolean
  /** Bytes that came out of decompression before reading ended. */
  readonly received: number
}

/** How a body is read. */
export interface ReadOptions {
  readonly method: string
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** The bytes of a body are not what `Content-Encoding` says. */
export class UndecodableBodyError extends Error {
  readonly encoding: string

  constructor(encoding: string) {
    super(`the body is not ${encoding}`)
    this.encoding = encoding
  }
}

/** A layer more than anybody uses; each costs a decompressor. */
const MAX_LAYERS = 2

/** What zlib says of bytes it cannot decompress, as opposed to what a connection that breaks says. */
const ZLIB_CODE = /^(Z_|ERR__ERROR_|ERR_BROTLI_)/

/** Waits until there is something to read, or nothing more will come. */
async function begun(source: Readable, signal: AbortSignal): Promise<void> {
  const over = new AbortController()
  try {
    const either = { signal: AbortSignal.any([over.signal, signal]) }
    await Promise.race(['readable', 'end', 'close'].map((event) => once(source, event, either)))
  } finally {
    over.abort()
  }
}

/** "deflate" is meant to be zlib's format (RFC 9110 section 8.4.1.2), but some servers send bare deflate: the first byte tells. */
async function inflateFor(source: Readable, signal: AbortSignal): Promise<Transform> {
  const finishFlush = constants.Z_SYNC_FLUSH
  await begun(source, signal)
  const chunk = source.read() as Buffer | null
  if (chunk !== null) source.unshift(chunk)
  return ((chunk?.[0] ?? 8) & 15) === 8 ? createInflate({ finishFlush }) : createInflateRaw({ finishFlush })
}

async function decoderFor(encoding: string, source: Readable, signal: AbortSignal): Promise<Transform | null> {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
    case 'deflate':
      return inflateFor(source, signal)
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
    default:
      return null
  }
}

/** The names in `Content-Encoding`, in the order in which they were applied. */
const encodingsOf = ({ headers }: IncomingMessage): readonly string[] =>
  (headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')

async function decoded(message: IncomingMessage, encodings: readonly string[], signal: AbortSignal): Promise<Readable> {
  let stream: Readable = message
  for (const encoding of encodings.toReversed()) {
    const decoder = await decoderFor(encoding, stream, signal)
    // An encoding nobody asked for is handed on as it came: its header says so.
    if (!decoder) return stream
    // Errors of any part reach whoever reads the last one.
    pipeline(stream, decoder, () => {})
    stream = decoder
  }
  return stream
}

/**
 * Reads a response to its end or to `maxBytes`, counted after decompression, and then lets go of the connection. A
 * compressed bomb therefore costs at most `maxBytes` and one buffer. Rejects with Node's error when the connection breaks
 * or `signal` aborts, and with `UndecodableBodyError` when the bytes lie. `method` is the request's.
 */
export async function readResponseBody(
  message: IncomingMessage,
  { method, maxBytes, signal }: ReadOptions,
): Promise<ResponseBody> {
  const kept: Buffer[] = []
  let received = 0
  // Their headers are those of a body that is not sent.
  const isEmpty = method === 'HEAD' || message.statusCode === 204 || message.statusCode === 304
  const encodings = isEmpty ? [] : encodingsOf(message)
  try {
    if (encodings.length > MAX_LAYERS) throw new UndecodableBodyError(encodings.join(', '))
    const source = await decoded(message, encodings, signal)
    for await (const chunk of source as AsyncIterable<Buffer>) {
      const room = maxBytes - received
      if (room > 0) kept.push(chunk.length > room ? Buffer.from(chunk.subarray(0, room)) : chunk)
      received += chunk.length
      if (received > maxBytes) break
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw ZLIB_CODE.test(code) ? new UndecodableBodyError(encodings.join(', ')) : error
  } finally {
    message.destroy()
  }
  return { bytes: Buffer.concat(kept), cut: received > maxBytes, received }
}
