import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Problem } from '@podium/contracts'
import type { Access } from '../../access/create-access.ts'
import { createConnectionLimit } from '../../access/connection-limit.ts'
import type { Hub } from '../../live/hub.ts'
import type { Context } from 'hono'
import { problem } from '../problem.ts'
import { rawRoute, type Route } from './route.ts'

type Deps = { access: Pick<Access, 'hasEnded'>; hub: Hub; livePerAddress: number }

/** Server-sent events, written past Hono: its stream writer costs three times as much. */
export function liveRoute({ access, hub, livePerAddress }: Deps): Route {
  const connections = createConnectionLimit(livePerAddress)
  return rawRoute({
    method: 'GET',
    path: '/api/v1/live',
    access: 'viewer',
    tag: 'live',
    summary: 'What changes, as server-sent events',
    answers: {
      200: { description: 'Events `hello`, `data` and `bye`.', type: 'text/event-stream' },
      503: {
        description: 'Too many viewers, or about to stop.',
        type: 'application/problem+json',
        schema: Problem,
      },
    },
    handle: (c) => {
      const { incoming, outgoing, visitor } = c.env
      if (incoming.method === 'HEAD') return c.body(null, 200, streamHeaders)
      const leave = connections.take(visitor.address)
      if (leave === null) return full(c)
      outgoing.on('close', leave)
      // Nothing may be sent before the hub has accepted: a refusal is an ordinary answer.
      for (const [name, value] of Object.entries(streamHeaders)) outgoing.setHeader(name, value)
      const isOver = () => access.hasEnded(incoming, visitor)
      if (hub.connect(outgoing, c.req.header('last-event-id'), isOver)) return RESPONSE_ALREADY_SENT
      for (const name of Object.keys(streamHeaders)) outgoing.removeHeader(name)
      return full(c)
    },
  })
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

function full(c: Context): Response {
  return problem(c, {
    status: 503,
    title: 'Too many viewers',
    detail: 'The live stream is full or closing. Poll instead, or come back in a moment.',
  })
}
