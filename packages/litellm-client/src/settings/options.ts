import { LiteLLMError } from '../errors/litellm-error.ts'

/** What both factories take besides their key. */
export interface ConnectionOptions {
  /** `http` or `https`, may have a path, must not have userinfo, query or fragment. */
  baseUrl: string
  /** PEM text of certificate authorities that are trusted besides the system's. */
  ca?: string | undefined
  /** `http://…` of an outbound proxy, used for every request. */
  proxyUrl?: string | undefined
  /** For each request to the gateway, from connecting to the last byte of the body; 30 s. */
  deadlineMs?: number | undefined
  /** The most bytes that one answer may have; 64 MiB. */
  maxBytes?: number | undefined
}

export interface Cancellable {
  signal?: AbortSignal | undefined
}

export function parsePositive(value: number | undefined, fallback: number, name: string): number {
  if (value === undefined) return fallback
  if (!Number.isSafeInteger(value) || value <= 0 || value > 2 ** 31 - 1) {
    throw new LiteLLMError('config', { detail: `${name} is not a positive whole number` })
  }
  return value
}

export function parseProxyUrl(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text.trim())
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new LiteLLMError('config', { detail: 'proxyUrl is not an http or https URL' })
  }
  return url
}
