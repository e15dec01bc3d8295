import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { HttpStats } from '../../telemetry/http-stats.ts'
import type { RequestLine } from '../../terminal/terminal.ts'
import { connectionOf, type Served } from '../served.ts'

type Deps = {
  observe: HttpStats['observe']
  log: (line: RequestLine) => void
}

export type AccessLog = {
  middleware: MiddlewareHandler<Served>
  /** What could not be read as a request was refused before it came to any middleware. */
  refused: (status: number, requestId: string) => void
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** The client went away before the answer began. */
const clientClosed = 499

/** Counts, times and logs every answer by its route. Neither the query nor the client is kept. */
export function createAccessLog({ observe, log }: Deps): AccessLog {
  function tell(line: RequestLine): void {
    const { method, route, status, ms } = line
    observe({ method, route, status, seconds: ms / 1000 })
    log(line)
  }
  return {
    middleware: async (c, next) => {
      const begun = performance.now()
      const method = methods.has(c.req.method) ? c.req.method : 'OTHER'
      const asked = { requestId: c.get('requestId'), method, route: routeOf(c) }
      const elapsed = () => performance.now() - begun
      const { incoming, outgoing } = connectionOf(c)
      if (incoming === undefined || outgoing === undefined) {
        await next()
        tell({ ...asked, status: c.res.status, ms: elapsed(), bytes: null })
        return
      }
      const { socket } = incoming
      const before = socket.bytesWritten
      outgoing.once('close', () => {
        const status = outgoing.headersSent ? outgoing.statusCode : clientClosed
        tell({ ...asked, status, ms: elapsed(), bytes: socket.bytesWritten - before })
      })
      await next()
    },
    refused: (status, requestId) =>
      tell({ requestId, method: 'OTHER', route: '/*', status, ms: 0, bytes: null }),
  }
}

/** As in the route table. The page and all unknown addresses are one route: no address becomes a label. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '/*'
}
