import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Gate } from './gate.ts'
import { parseSearch } from './parse-search.ts'
import { badParameter, notFound, problem } from './problem.ts'
import type { AnswerRoute, RawRoute, Route, Served } from './route.ts'

/** Every route of the table at its address; other methods there are refused by name. */
export function mountRoutes(
  app: Hono<Served>,
  routes: readonly Route[],
  gate: Gate,
  now: () => number,
): void {
  for (const [path, ofPath] of Map.groupBy(routes, (route) => route.path)) {
    for (const route of ofPath) {
      app.on(
        route.method,
        path,
        (c) =>
          gate(c, route) ?? (route.kind === 'raw' ? handle(c, route) : answer(c, route, now())),
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

async function answer(c: Context<Served>, route: AnswerRoute, now: number): Promise<Response> {
  const plan = route.ask(c.req.param(), new URL(c.req.url).searchParams, now)
  if ('parameter' in plan) return badParameter(c, plan.parameter, plan.detail)
  const body = await plan.read()
  return body === null ? notFound(c) : c.json(body)
}
