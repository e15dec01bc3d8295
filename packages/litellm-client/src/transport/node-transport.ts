import http from 'node:http'
import https from 'node:https'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { decodeBody } from './decode-body.ts'
import type { IncomingAnswer, OutgoingCall, Transport } from './transport.ts'
import { trustedAuthorities } from './trusted-authorities.ts'
import { viaProxy } from './proxy-address.ts'

/**
 * node:http rather than fetch: its agent takes a CA and a proxy without a dependency, its errors have
 * codes and carry no headers, and the compressed bytes can be counted, which catches a gzip bomb early.
 */
export function createNodeTransport(options: {
  ca?: string | undefined
  proxyUrl?: string | undefined
}): Transport {
  // A kept connection may close just as a call is written into it, and nothing is repeated here.
  const agentOptions = { keepAlive: false, ...viaProxy(options.proxyUrl) }
  const plain = new http.Agent(agentOptions)
  const secure = new https.Agent({ ...agentOptions, ...trustedAuthorities(options.ca) })
  return {
    send: (call) => send(call, call.url.protocol === 'https:' ? secure : plain),
    close() {
      plain.destroy()
      secure.destroy()
      return Promise.resolve()
    },
  }
}

function send(call: OutgoingCall, agent: http.Agent): Promise<IncomingAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingAnswer>()
  const open = call.url.protocol === 'https:' ? https.request : http.request
  const request = open(call.url, {
    agent,
    method: call.method,
    headers: { ...call.headers, 'accept-encoding': 'gzip, br' },
    signal: call.signal,
  })
  request.on('error', reject)
  // A switch of protocols ends the request with neither an answer nor an error.
  request.on('close', () => reject(new LiteLLMError('protocol')))
  // In a promise, so that what it throws rejects instead of escaping from the event.
  request.on('response', (response) => resolve(Promise.resolve(response).then(readHead)))
  request.end(call.body)
  return promise
}

function readHead(response: http.IncomingMessage): IncomingAnswer {
  return {
    status: response.statusCode ?? 0,
    header(name) {
      const value = response.headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    ...decodeBody(response),
  }
}
