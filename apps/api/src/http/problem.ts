import type { Problem } from '@podium/contracts'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

type Details = { status: ContentfulStatusCode; title: string; detail: string; parameter?: string }

/** RFC 9457: the only shape in which this server says no. */
export function problem(c: Context, { status, title, detail, parameter }: Details): Response {
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    detail,
    ...(parameter !== undefined && { parameter }),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  })
}

export function badParameter(c: Context, parameter: string, detail: string): Response {
  return problem(c, { status: 400, title: 'Bad request', detail, parameter })
}

export function notFound(c: Context): Response {
  return problem(c, {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing at this address.',
  })
}
