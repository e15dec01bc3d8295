import type { RouteDependencies } from './dependencies.ts'
import { rawRoute, type Route } from './route.ts'

/** What Prometheus reads. */
export function metricsRoute({
  measure,
  metricsAccess,
}: Pick<RouteDependencies, 'measure' | 'metricsAccess'>): Route {
  return rawRoute({
    method: 'GET',
    path: '/metrics',
    access: metricsAccess,
    tag: 'operations',
    summary: 'Teams, sources, requests and the process, for Prometheus',
    answers: { 200: { description: 'As of now, in the text format 0.0.4.', type: 'text/plain' } },
    handle: async (c) =>
      c.body(await measure(), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      }),
  })
}
