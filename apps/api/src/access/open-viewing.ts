import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isLoopback } from '../config/checks.ts'
import { plainAddress } from './client-address.ts'
import { hostName } from './hosts.ts'

const forwarding =
  /^(?:x-(?:forwarded|real|client|cluster|original|envoy|amzn|azure)|cf|fastly|fly|tailscale)-|^(?:forwarded|via|cdn-loop|true-client-ip)$/
/** Of most headers the first letter tells enough. */
const firstLetters = 'xcfvt'

type Arrived = Pick<IncomingMessage, 'headers' | 'httpVersion'> & {
  socket: { remoteAddress?: string | undefined }
}

/** Whether it comes from this very machine: a proxy here makes every peer loopback, so no trace of one may be there. */
export function isFromThisMachine(incoming: Arrived): boolean {
  return (
    isLoopback(plainAddress(incoming.socket.remoteAddress)) &&
    isLoopback(hostName(incoming.headers.host) ?? '') &&
    // What a proxy speaks that has been told nothing else; no browser does.
    incoming.httpVersion !== '1.0' &&
    !isForwarded(incoming.headers)
  )
}

function isForwarded(headers: IncomingHttpHeaders): boolean {
  for (const name in headers)
    if (firstLetters.includes(name.charAt(0)) && forwarding.test(name)) return true
  return false
}
