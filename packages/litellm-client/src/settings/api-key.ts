import { LiteLLMError } from '../errors/litellm-error.ts'

/** A key with a line break or a dash of a word processor would end up in an exception's text: refused here. */
export function parseKey(key: string, name = 'apiKey'): string {
  const trimmed = key.trim()
  if (trimmed === '') throw new LiteLLMError('config', { detail: `${name} is empty` })
  if (!/^[\x21-\x7e]+$/.test(trimmed)) {
    throw new LiteLLMError('config', { detail: `${name} has characters outside printable ASCII` })
  }
  return trimmed
}
