import type { ServerResponse } from 'node:http'
import type { StandardHeaders } from './security-headers.ts'
import { problemBody, problemHeaders, type Details } from './problem.ts'

/** Says no before there is anything of Hono; what the client was still sending is not waited for. */
export function refuse(outgoing: ServerResponse, headers: StandardHeaders, details: Details): null {
  const body = problemBody(details)
  const length = { 'content-length': Buffer.byteLength(body) }
  outgoing
    .writeHead(details.status, { ...headers, ...problemHeaders, ...length, connection: 'close' })
    .end(body)
  return null
}
