import { RequestError } from '@hono/node-server'
import { randomUUID } from 'node:crypto'
import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemBody, problemHeaders, problems, type ProblemDetails } from './problem.ts'

type Deps = {
  headers: Readonly<Record<string, string>>
  onRefused: (status: number, requestId: string) => void
}

/** Answers what never becomes a request for the app, because it cannot be read: Node would not say why. */
export function createBrokenRequests({ headers, onRefused }: Deps) {
  function refusal(details: ProblemDetails) {
    const requestId = randomUUID()
    onRefused(details.status, requestId)
    const own = { ...headers, ...problemHeaders, 'x-request-id': requestId, connection: 'close' }
    return { status: details.status, headers: own, body: problemBody(details) }
  }
  return {
    /** For what is HTTP, but has an address or a host that no URL can be made of. */
    answerUnreadable: (error: unknown): Response => {
      const { body, ...init } = refusal(detailsOfRequest(error))
      return new Response(body, init)
    },
    /** For what is no HTTP, or more or less of it than was announced. */
    refuse: (error: Error, socket: Duplex, answering: ServerResponse | undefined): void => {
      // Half an answer must not be followed by another one.
      const hasBegun = answering?.headersSent === true && !answering.writableFinished
      if (!socket.writable || hasBegun) {
        socket.destroy()
        return
      }
      const { status, headers: own, body } = refusal(detailsOf(error))
      const length = String(Buffer.byteLength(body))
      const lines = Object.entries({
        ...own,
        'content-length': length,
        date: new Date().toUTCString(),
      })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n${body}`, () =>
        socket.destroy(),
      )
    },
  }
}

function detailsOfRequest(error: unknown): ProblemDetails {
  if (!(error instanceof RequestError)) return problems.internal
  // A path alone is always part of some URL: with a cause it is the host of which none can be made.
  const isHost = error.message === 'Invalid URL' && error.cause !== undefined
  return isHost || error.message === 'Invalid host header'
    ? problems.misdirected
    : problems.badAddress
}

function detailsOf(error: Error): ProblemDetails {
  switch ('code' in error ? error.code : null) {
    case 'HPE_HEADER_OVERFLOW':
      return problems.headersTooLarge
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return problems.bodyTooLarge
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return problems.tooSlow
    default:
      return problems.notUnderstood
  }
}
