import { LiteLLMError } from '../errors/litellm-error.ts'
import type { IncomingAnswer } from '../transport/transport.ts'

// JSON of this gateway shrinks 10 to 60 times; deflate can reach 1,032. What shrinks more than this is
// a bomb, and is dropped long before the cap.
const plausibleRatio = 200
const ratioCountsFrom = 2 * 1024 * 1024

/** Reads the body, a byte order mark dropped, and gives up the moment it grows too large. */
export async function readCapped(answer: IncomingAnswer, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let decoded = 0
  for await (const chunk of answer.chunks) {
    decoded += chunk.byteLength
    if (decoded > maxBytes) throw new LiteLLMError('too_large')
    if (isBomb(decoded, answer.consumedBytes())) {
      throw new LiteLLMError('too_large', { detail: 'a gzip bomb' })
    }
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? body.subarray(3) : body
}

function isBomb(decoded: number, consumed: number): boolean {
  return consumed > 0 && decoded > ratioCountsFrom && decoded > consumed * plausibleRatio
}
