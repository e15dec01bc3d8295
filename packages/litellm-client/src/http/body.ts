import { LiteLLMError } from '../errors/litellm-error.ts'

/** The body as text, without a byte order mark. Reading stops as soon as there are more than `maxBytes`. */
export async function readBody(answer: Response, maxBytes: number): Promise<string> {
  const body: ReadableStream<Uint8Array> | null = answer.body
  if (body === null) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new LiteLLMError('too_large')
    chunks.push(chunk)
  }
  // Decoded in one piece: text of many pieces takes a quarter more memory until it is parsed.
  return new TextDecoder().decode(Buffer.concat(chunks))
}
