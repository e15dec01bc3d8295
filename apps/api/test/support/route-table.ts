import type { Route } from '../../src/http/routes/route.ts'
import { createRoutes, type RouteDeps } from '../../src/http/routes/index.ts'

/** The table to look at, not to ask: making a route touches nothing. */
export function routeTable(): Route[] {
  const known = new Map<string | symbol, unknown>([
    ['metricsAccess', 'viewer'],
    [Symbol.toPrimitive, () => 1],
  ])
  const anything: unknown = new Proxy(() => anything, {
    get: (_, name) => known.get(name) ?? anything,
  })
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- stands for every dependency, and none is used
  return createRoutes(anything as RouteDeps)
}
