import { LiteLLMError } from '../errors/litellm-error.ts'

/**
 * Refuses a key that no header can contain, such as one with a line break or a dash of a word processor:
 * the HTTP client would put it into the text of its error.
 */
export function parseKey(key: string, name = 'apiKey'): string {
  const trimmed = key.trim()
  if (trimmed === '') throw new LiteLLMError('config', { detail: `${name} is empty` })
  if (!/^[\x21-\x7e]+$/.test(trimmed)) {
    throw new LiteLLMError('config', { detail: `${name} has characters outside printable ASCII` })
  }
  return trimmed
}
