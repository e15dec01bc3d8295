import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Answering } from '../cache/answer-question.ts'
import type { Gate } from '../middleware/authorize.ts'
import { parseSearch } from './parse-search.ts'
import { badParameter, problem } from '../problem.ts'
import type { RawRoute, Route, Served } from './route.ts'

/** Every route of the table at its address; other methods there are refused by name. */
export function mountRoutes(
  app: Hono<Served>,
  routes: readonly Route[],
  gate: Gate,
  answer: Answering,
): void {
  for (const [path, ofPath] of Map.groupBy(routes, (route) => route.path)) {
    for (const route of ofPath) {
      app.on(
        route.method,
        path,
        (c) => gate(c, route) ?? (route.kind === 'raw' ? handle(c, route) : answer(c, route)),
      )
    }
    const allow = ofPath.map(({ method }) => method).join(', ')
    app.all(path, (c) => {
      c.header('allow', allow)
      return problem(c, {
        status: 405,
        title: 'Method not allowed',
        detail: `This address answers ${allow}.`,
      })
    })
  }
}

function handle(c: Context<Served>, route: RawRoute): Response | Promise<Response> {
  const query = parseSearch(new URL(c.req.url).searchParams, route.query ?? z.object({}))
  return query.ok ? route.handle(c) : badParameter(c, query.refusal.parameter, query.refusal.detail)
}
