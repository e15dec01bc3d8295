import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Problem } from '@podium/contracts'
import type { Access } from '../../access/create-access.ts'
import { createConnectionLimit } from '../../access/connection-limit.ts'
import type { Hub } from '../../live/hub.ts'
import { ProblemError, problems } from '../problem.ts'
import { connectionOf } from '../served.ts'
import { rawRoute, type Route } from './route.ts'

type Dependencies = { access: Pick<Access, 'hasEnded'>; hub: Hub; livePerAddress: number }

/** Server-sent events, written to the connection: Hono's `streamSSE` takes three times as long for each. */
export function liveRoute({ access, hub, livePerAddress }: Dependencies): Route {
  const connections = createConnectionLimit(livePerAddress)
  return rawRoute({
    method: 'GET',
    path: '/api/v1/live',
    access: 'viewer',
    tag: 'live',
    summary: 'What changes, as server-sent events',
    answers: {
      200: {
        description:
          'Events `hello`, `data` (something was booked), `status` (the state of a source has changed), `inference` (engines or GPUs were scraped) and `bye`.',
        type: 'text/event-stream',
      },
      503: {
        description: 'Too many viewers, or about to stop.',
        type: 'application/problem+json',
        schema: Problem,
      },
    },
    handle: (c) => {
      const { outgoing } = connectionOf(c)
      // With what the middleware has set.
      const head = c.body(null, 200, streamHeaders)
      if (c.req.method === 'HEAD' || outgoing === undefined) return head
      const visitor = c.get('visitor')
      const leave = connections.take(visitor.address)
      if (leave === null) throw new ProblemError(problems.streamFull)
      outgoing.on('close', leave)
      outgoing.setHeaders(head.headers)
      const isOver = () => access.hasEnded(visitor)
      if (hub.connect(outgoing, c.req.header('last-event-id'), isOver)) return RESPONSE_ALREADY_SENT
      // Nothing has been sent: a refusal is an ordinary answer.
      for (const name of head.headers.keys()) outgoing.removeHeader(name)
      throw new ProblemError(problems.streamFull)
    },
  })
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  vary: 'Origin',
  'x-accel-buffering': 'no',
}
