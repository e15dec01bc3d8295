import { ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { StandardHeaders } from './security-headers.ts'
import { problemBody, problemHeaders, type Details } from './problem.ts'
import { bodyTooLarge, headersTooLarge, notUnderstood, tooSlow } from './refusals.ts'

/** Answers what is no HTTP, or more or less of it than is waited for: Node would say so without a word of why. */
export function refuseBroken(headers: StandardHeaders, count?: (status: number) => void) {
  return (error: Error, socket: Duplex): void => {
    if (!socket.writable || hasBegun(socket)) {
      socket.destroy()
      return
    }
    const details = detailsOf(error)
    const body = problemBody(details)
    const lines = Object.entries({
      ...headers,
      ...problemHeaders,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
      date: new Date().toUTCString(),
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    const { status } = details
    count?.(status)
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () =>
      socket.destroy(),
    )
  }
}

/** Half an answer must not be followed by another; what a socket is answering, Node keeps under this name only. */
function hasBegun(socket: Duplex): boolean {
  const answering: unknown = Reflect.get(socket, '_httpMessage')
  return answering instanceof ServerResponse && answering.headersSent
}

function detailsOf(error: Error): Details {
  switch ('code' in error ? error.code : null) {
    case 'HPE_HEADER_OVERFLOW':
      return headersTooLarge
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return bodyTooLarge
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return tooSlow
    default:
      return notUnderstood
  }
}
