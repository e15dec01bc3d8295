import { Agent, Dispatcher1Wrapper, Pool, ProxyAgent } from 'undici'
import { trustedAuthorities } from './trusted-authorities.ts'

// Without keep-alive: a kept connection may close just as a request is written into it, and nothing is
// repeated here. Without time limits: the deadline of the whole request is the only one.
const limits = { pipelining: 0, headersTimeout: 0, bodyTimeout: 0, allowH2: false }

/** What Node's own `fetch` takes as its `dispatcher`. */
export type FetchDispatcher = NonNullable<RequestInit['dispatcher']>

/** Connections to the gateway, with the operator's certificate authorities and through the proxy. */
export function createDispatcher({
  ca,
  proxyUrl,
}: {
  ca: string | undefined
  proxyUrl: URL | undefined
}): FetchDispatcher {
  const tls = { ...trustedAuthorities(ca), timeout: 0 }
  const agent =
    proxyUrl === undefined
      ? new Agent({ ...limits, connect: tls })
      : new ProxyAgent({
          ...limits,
          uri: proxyUrl.href,
          requestTls: tls,
          proxyTls: tls,
          // A proxy's own connections take no other options.
          factory: (origin, options) => new Pool(origin, Object.assign({}, options, limits)),
        })
  // Node's fetch is undici 7, the agent is undici 8: the wrapper translates, and the types do not know it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return new Dispatcher1Wrapper(agent) as unknown as FetchDispatcher
}
