import { LiteLLMError } from '../errors/litellm-error.ts'

/** The gateway's address: `http` or `https`, perhaps with a path, and nothing else in the URL. */
export interface GatewayAddress {
  host: string
  at(route: string, query?: URLSearchParams): URL
}

export function parseAddress(baseUrl: string): GatewayAddress {
  const base = URL.parse(baseUrl.trim())
  if (base === null) throw refuse('baseUrl is not a URL')
  if (base.protocol !== 'http:' && base.protocol !== 'https:')
    throw refuse('baseUrl is not http or https')
  if (base.username !== '' || base.password !== '') throw refuse('baseUrl carries userinfo')
  if (base.search !== '' || base.hash !== '' || /[?#]/.test(baseUrl)) {
    throw refuse('baseUrl carries a query or fragment')
  }
  const root = base.pathname.replace(/\/+$/, '')
  return {
    host: base.host,
    at(route, query) {
      const url = new URL(base)
      url.pathname = root + route
      if (query !== undefined) url.search = query.toString()
      return url
    },
  }
}

function refuse(detail: string) {
  return new LiteLLMError('config', { detail })
}
