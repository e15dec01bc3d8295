import type { Context } from 'hono'

export const jsonType = 'application/json; charset=utf-8'

/** An answer that is about this moment and kept nowhere. */
export function json(c: Context, value: object, status: 200 | 503 = 200): Response {
  return c.json(value, status, { 'content-type': jsonType })
}
