import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpStats } from '../../telemetry/http-stats.ts'
import type { RequestLine } from '../../terminal/terminal.ts'
import { createRequestIds } from '../request-id.ts'
import type { ReadyAnswer } from '../ready-answer.ts'
import { createRouteTemplate } from '../route-template.ts'

type Deps = {
  stats: Pick<HttpStats, 'tally' | 'time'>
  routes: readonly { path: string }[]
  log: {
    request: (line: RequestLine) => void
    /** `null` where nobody listens: what is ready costs next to nothing, and a line would be most of it. */
    ready: ((line: RequestLine) => void) | null
  }
}

export type Watch = {
  /** An answer that was sent on the spot, which takes less time than to look at the clock: it is only counted. */
  ready: (incoming: IncomingMessage, answer: ReadyAnswer) => void
  /** Follows an answer to its end; answers the request's id. `begun` is by the clock of `performance`. */
  follow: (incoming: IncomingMessage, outgoing: ServerResponse, begun: number) => string
  /** What was no request was refused. */
  broken: (status: number) => void
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The client went away before anything was said. */
const clientClosed = 499

/** Counts and tells what was asked, by route of the table. Neither the query nor the client is kept. */
export function watchRequests({ stats, routes, log }: Deps): Watch {
  const routeOf = createRouteTemplate(routes)
  const idOf = createRequestIds()
  const methodOf = ({ method = '' }: IncomingMessage) => (methods.has(method) ? method : 'OTHER')

  return {
    ready: (incoming, answer) => {
      const { method = '', url = '' } = incoming
      const { status } = answer
      const tally =
        (method === 'GET' ? answer.tally : null) ?? stats.tally(method, routeOf(url), status)
      if (method === 'GET') answer.tally = tally
      tally.value += 1
      log.ready?.({ requestId: null, method, route: routeOf(url), status, ms: 0, bytes: null })
    },
    follow: (incoming, outgoing, begun) => {
      const requestId = idOf(incoming.headers['x-request-id'])
      const { socket } = incoming
      const before = socket.bytesWritten
      outgoing.once('close', () => {
        const ms = performance.now() - begun
        const [method, route] = [methodOf(incoming), routeOf(incoming.url ?? '')]
        const status = outgoing.headersSent ? outgoing.statusCode : clientClosed
        stats.tally(method, route, status).value += 1
        stats.time(method, route, ms / 1000)
        log.request({ requestId, method, route, status, ms, bytes: socket.bytesWritten - before })
      })
      return requestId
    },
    broken: (status) => {
      const [method, route] = ['OTHER', '/*']
      stats.tally(method, route, status).value += 1
      log.request({ requestId: null, method, route, status, ms: 0, bytes: null })
    },
  }
}
