import type { Context } from 'hono'
import { z } from 'zod'
import { BadParameter } from '../../queries/bad-parameter.ts'

export function searchOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams
}

/**
 * A parameter may be repeated only where the schema takes a list. A strict schema refuses unknown and
 * repeated ones; a loose one ignores them, and the first one counts.
 */
export function parseSearch<Schema extends z.ZodObject>(
  search: URLSearchParams,
  schema: Schema,
): z.infer<Schema> {
  const texts = new Map<string, string | string[]>()
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    const [first] = values
    if (takesList(schema, name)) texts.set(name, values)
    else if (
      first !== undefined &&
      (values.length === 1 || !isStrict(schema) || !knows(schema, name))
    )
      texts.set(name, first)
    else throw new BadParameter(name, `${name} may be given only once.`)
  }
  const parsed = schema.safeParse(Object.fromEntries(texts))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue?.code === 'unrecognized_keys')
    throw new BadParameter(issue.keys[0] ?? '', 'This address has no such parameter.')
  throw new BadParameter(String(issue?.path[0] ?? ''), issue?.message ?? 'It cannot be understood.')
}

function isStrict(schema: z.ZodObject): boolean {
  return schema.def.catchall instanceof z.ZodNever
}

function knows(schema: z.ZodObject, name: string): boolean {
  return Object.hasOwn(schema.shape, name)
}

function takesList(schema: z.ZodObject, name: string): boolean {
  return knows(schema, name) && unwrap(schema.shape[name]) instanceof z.ZodArray
}

function unwrap(type: unknown): unknown {
  return type instanceof z.ZodOptional || type instanceof z.ZodDefault
    ? unwrap(type.unwrap())
    : type
}
