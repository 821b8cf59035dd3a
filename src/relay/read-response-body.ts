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

/** A layer more than anybody uses; each costs a decompressor. */
const MAX_LAYERS = 2

/** "deflate" is meant to be zlib's format (RFC 9110 section 8.4.1.2), but some servers send bare deflate: the first byte tells. */
async function inflateFor(source: Readable): Promise<Transform> {
  const finishFlush = constants.Z_SYNC_FLUSH
  await once(source, 'readable')
  const chunk = source.read() as Buffer | null
  if (chunk !== null) source.unshift(chunk)
  return ((chunk?.[0] ?? 8) & 15) === 8 ? createInflate({ finishFlush }) : createInflateRaw({ finishFlush })
}

async function decoderFor(encoding: string, source: Readable): Promise<Transform | null> {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
    case 'deflate':
      return inflateFor(source)
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
    default:
      return null
  }
}

async function decoded(message: IncomingMessage): Promise<Readable> {
  const encodings = (message.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
  if (encodings.length > MAX_LAYERS) throw new Error('too many content encodings')
  let stream: Readable = message
  for (const encoding of encodings.toReversed()) {
    const decoder = await decoderFor(encoding, stream)
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
 * compressed bomb therefore costs at most `maxBytes` and one buffer. Rejects when the connection breaks or the bytes lie.
 */
export async function readResponseBody(message: IncomingMessage, maxBytes: number): Promise<ResponseBody> {
  const kept: Buffer[] = []
  let received = 0
  try {
    const source = message.statusCode === 204 || message.statusCode === 304 ? message : await decoded(message)
    for await (const chunk of source as AsyncIterable<Buffer>) {
      const room = maxBytes - received
      if (room > 0) kept.push(chunk.length > room ? Buffer.from(chunk.subarray(0, room)) : chunk)
      received += chunk.length
      if (received > maxBytes) break
    }
  } finally {
    message.destroy()
  }
  return { bytes: Buffer.concat(kept), cut: received > maxBytes, received }
}
