import { isLoopback } from '../config/checks.ts'
import type { Arrival } from './arrival.ts'
import { plainAddress } from './client-address.ts'
import { hostName } from './hosts.ts'

const forwarding =
  /^(?:x-(?:forwarded|real|client|cluster|original|envoy|amzn|azure)|cf|fastly|fly|tailscale)-|^(?:forwarded|via|cdn-loop|true-client-ip)$/

/** Whether a request comes from this machine, without a proxy: behind one, every peer would be loopback. */
export function isFromThisMachine(arrival: Omit<Arrival, 'localAddress'>): boolean {
  return (
    isLoopback(plainAddress(arrival.remoteAddress)) &&
    isLoopback(hostName(arrival.host) ?? '') &&
    // Proxies speak it by default, browsers never.
    arrival.httpVersion !== '1.0' &&
    !isForwarded(arrival.headers)
  )
}

function isForwarded(headers: Headers): boolean {
  return [...headers.keys()].some((name) => forwarding.test(name))
}
