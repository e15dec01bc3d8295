import { LiteLLMError } from '../errors/litellm-error.ts'

/** What both factories take besides their key. */
export interface ConnectionOptions {
  /** `http` or `https`, may have a path, must not have userinfo, query or fragment. */
  baseUrl: string
  /** Replaces the network, as in tests; then `ca` and `proxyUrl` mean nothing. */
  fetch?: typeof globalThis.fetch | undefined
  /** PEM text of certificate authorities that are trusted besides the system's. */
  ca?: string | undefined
  /** `http://…` of an outbound proxy, used for every call. */
  proxyUrl?: string | undefined
  /** For each call to the gateway, from connecting to the last byte of the body; 30 s. */
  deadlineMs?: number | undefined
  /** Of one decoded answer; 64 MiB. */
  maxBytes?: number | undefined
}

export interface Cancellable {
  signal?: AbortSignal | undefined
}

export function positive(value: number | undefined, fallback: number, name: string): number {
  if (value === undefined) return fallback
  if (!Number.isSafeInteger(value) || value <= 0 || value > 2 ** 31 - 1) {
    throw new LiteLLMError('config', { detail: `${name} is not a positive whole number` })
  }
  return value
}
