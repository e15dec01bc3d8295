import type { IncomingAnswer, OutgoingCall, Transport } from './transport.ts'

/** A given fetch in the transport's place. The answer to a redirect is seen, not followed. */
export function createFetchTransport(fetch: typeof globalThis.fetch): Transport {
  return {
    async send({ url, method, headers, body, signal }: OutgoingCall): Promise<IncomingAnswer> {
      const asking = fetch(url, {
        method,
        headers,
        signal,
        redirect: 'manual',
        ...(body !== undefined && { body }),
      })
      const response = await unlessAborted(asking, signal)
      return {
        // A browser's fetch hides the status of a redirect that it did not follow.
        status: response.type === 'opaqueredirect' ? 302 : response.status,
        header: (name) => response.headers.get(name) ?? undefined,
        chunks: chunksOf(response.body, signal),
        consumedBytes: () => 0,
      }
    },
    close: () => Promise.resolve(),
  }
}

async function* chunksOf(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await unlessAborted(reader.read(), signal)
      if (done) return
      yield value
    }
  } finally {
    // A body that fails to be cancelled has failed already, which was told.
    reader.cancel().catch(() => undefined)
  }
}

/** A given fetch need not know signals; the deadline holds all the same. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(new DOMException('aborted', 'AbortError'))
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort)
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
