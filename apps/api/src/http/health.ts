import { Hono } from 'hono'

/** Alive and ready; neither asks the gateway, because the board stays up without it. */
export function healthRoutes(isDraining: () => boolean): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.json({ status: 'ok' }))
  routes.get('/readyz', (c) =>
    isDraining() ? c.json({ status: 'draining' }, 503) : c.json({ status: 'ready' }),
  )
  return routes
}
