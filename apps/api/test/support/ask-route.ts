import type { z } from 'zod'
import type { Route } from '../../src/http/routes/route.ts'

/** What a route of the table answers to this query, held to its own schema. */
export async function askRoute<Answer>(
  route: Route,
  schema: z.ZodType<Answer>,
  { query = '', now }: { query?: string; now: number },
): Promise<Answer> {
  if (route.kind !== 'answer') throw new Error(`${route.path} answers for itself`)
  return schema.parse(await route.ask({}, new URLSearchParams(query), now).read())
}
