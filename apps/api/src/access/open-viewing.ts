import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isLoopback } from '../config/checks.ts'
import { plainAddress } from './client-address.ts'
import { hostName } from './hosts.ts'

const forwarding =
  /^(?:x-(?:forwarded|real|client|cluster|original|envoy|amzn|azure)|cf|fastly|fly|tailscale)-|^(?:forwarded|via|cdn-loop|true-client-ip)$/

type Arrived = Pick<IncomingMessage, 'headers' | 'httpVersion'> & {
  socket: { remoteAddress?: string | undefined }
}

/** Whether a request comes from this machine, without a proxy: behind one, every peer would be loopback. */
export function isFromThisMachine(incoming: Arrived): boolean {
  return (
    isLoopback(plainAddress(incoming.socket.remoteAddress)) &&
    isLoopback(hostName(incoming.headers.host) ?? '') &&
    // Proxies speak it by default, browsers never.
    incoming.httpVersion !== '1.0' &&
    !isForwarded(incoming.headers)
  )
}

function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => forwarding.test(name))
}
