/** Bytes of a body, up to a limit. */
export interface ReadBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Bytes that arrived, as far as they were read. */
  readonly received: number
  readonly cut: boolean
}

/** Reads a response's body as a stream and stops at the limit, so that an endless or inflated one ends there. */
export async function readBody(response: Response, limit: number): Promise<ReadBody> {
  const reader = response.body?.getReader()
  if (!reader) return { bytes: new Uint8Array(0), received: 0, cut: false }
  const chunks: Uint8Array[] = []
  let received = 0
  for (;;) {
    // Chunks come one after the other.
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    received += value.length
    if (received > limit) {
      void reader.cancel().catch(() => undefined)
      break
    }
  }
  const bytes = new Uint8Array(received)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return { bytes: bytes.slice(0, limit), received, cut: received > limit }
}
