import { z } from 'zod'
import { rawRoute, type Route } from './route.ts'

const Health = z.object({ status: z.string() })

/** Alive and ready; neither asks the gateway, because the board stays up without it. */
export function healthRoutes(isDraining: () => boolean): Route[] {
  const type = 'application/json'
  return [
    rawRoute({
      method: 'GET',
      path: '/healthz',
      access: 'anyone',
      tag: 'operations',
      summary: 'Whether the process answers',
      answers: { 200: { description: 'It does.', type, schema: Health } },
      handle: (c) => c.json({ status: 'ok' }),
    }),
    rawRoute({
      method: 'GET',
      path: '/readyz',
      access: 'anyone',
      tag: 'operations',
      summary: 'Whether new requests should be sent here',
      answers: {
        200: { description: 'They should.', type, schema: Health },
        503: { description: 'They should not: it is about to stop.', type, schema: Health },
      },
      handle: (c) =>
        isDraining() ? c.json({ status: 'draining' }, 503) : c.json({ status: 'ready' }),
    }),
  ]
}
