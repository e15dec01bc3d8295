import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Problem } from '@podium/contracts'
import type { Hub } from '../live/hub.ts'
import { problem } from './problem.ts'
import { rawRoute, type Route } from './route.ts'

/** Server-sent events, written past Hono: its stream writer costs three times as much. */
export function liveRoute(hub: Hub): Route {
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
      const { outgoing } = c.env
      // Nothing may be sent before the hub has accepted: a refusal is an ordinary answer.
      outgoing.setHeader('content-type', 'text/event-stream; charset=utf-8')
      outgoing.setHeader('cache-control', 'no-store, no-transform')
      outgoing.setHeader('x-accel-buffering', 'no')
      if (hub.connect(outgoing, c.req.header('last-event-id'))) return RESPONSE_ALREADY_SENT
      for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name)
      return problem(c, {
        status: 503,
        title: 'Too many viewers',
        detail: 'The live stream is full or closing. Poll instead, or come back in a moment.',
      })
    },
  })
}
