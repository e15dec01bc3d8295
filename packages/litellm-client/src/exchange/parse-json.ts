import { LiteLLMError } from '../errors/litellm-error.ts'

/** Pages of proxies, empty bodies and plain text are no JSON, whatever their status says. */
export function mustLookLikeJson(body: Buffer): void {
  if (!/^\s*[[{"]/.test(body.toString('latin1', 0, 256))) throw new LiteLLMError('not_json')
}

/** Parses an answer and tells apart what was cut and what is spoilt. */
export function parseJson(body: Buffer): unknown {
  const text = body.toString()
  try {
    return JSON.parse(text)
  } catch (error) {
    // The parser's message quotes the text, so it is read here and not kept.
    const isCut = endsEarly(text, error instanceof Error ? error.message : '')
    throw new LiteLLMError(isCut ? 'truncated' : 'schema', { detail: 'malformed JSON' })
  }
}

function endsEarly(text: string, message: string): boolean {
  if (/end of JSON input|^Unterminated string/.test(message)) return true
  const position = / at position (\d+)/.exec(message)?.[1]
  return position !== undefined && Number(position) >= text.length
}
