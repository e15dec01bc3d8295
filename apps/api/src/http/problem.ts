import type { Problem } from '@podium/contracts'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type Details = {
  status: ContentfulStatusCode
  title: string
  detail: string
  parameter?: string
}

export const problemHeaders = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
}

/** RFC 9457: the only shape in which this server says no. */
export function problem(c: Context, details: Details): Response {
  return c.body(problemBody(details), details.status, problemHeaders)
}

export function problemBody({ status, title, detail, parameter }: Details): string {
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    detail,
    ...(parameter !== undefined && { parameter }),
  }
  return JSON.stringify(body)
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
