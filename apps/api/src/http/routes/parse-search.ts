import { z } from 'zod'
import type { Refusal } from '../refused.ts'

type Parsed<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/**
 * A parameter may be repeated only where the schema takes a list. A strict schema refuses unknown and
 * repeated ones; a loose one ignores them, and the first one counts.
 */
export function parseSearch<Schema extends z.ZodObject>(
  search: URLSearchParams,
  schema: Schema,
): Parsed<z.infer<Schema>> {
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
    else return refuse(name, `${name} may be given once only.`)
  }
  const parsed = schema.safeParse(Object.fromEntries(texts))
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  if (issue?.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? ''
    return refuse(name, 'There is no such parameter here.')
  }
  const name = String(issue?.path[0] ?? '')
  return refuse(name, issue?.message ?? 'It cannot be understood.')
}

function refuse(parameter: string, detail: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { parameter: parameter.slice(0, 80), detail } }
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
