import { LiteLLMError } from '../errors/litellm-error.ts'

/** Parses an answer, and distinguishes what is no JSON, JSON that was cut off, and malformed JSON. */
export function parseJson(text: string): unknown {
  // Pages of proxies, empty bodies and plain text are no JSON, whatever their status is.
  if (!/^\s*[[{"]/.test(text)) throw new LiteLLMError('not_json')
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
