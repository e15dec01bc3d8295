import type { ProxyEnv } from 'node:http'
import { LiteLLMError } from '../errors/litellm-error.ts'

/** The agent's own proxy support (Node ≥ 24.5): CONNECT for https, the absolute form for http. */
export function viaProxy(proxyUrl: string | undefined): { proxyEnv?: ProxyEnv } {
  if (proxyUrl === undefined) return {}
  const url = URL.parse(proxyUrl.trim())
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new LiteLLMError('config', { detail: 'proxyUrl is not an http or https URL' })
  }
  return { proxyEnv: { HTTP_PROXY: url.href, HTTPS_PROXY: url.href } }
}
