import * as contracts from '@podium/contracts'
import { z } from 'zod'
import type { JsonSchema } from './document.ts'

const prefix = '#/components/schemas/'

/** The contracts by their names, and `others` in whose place they are referred to. */
export function jsonSchemas(others: ReadonlyMap<string, z.ZodType>): {
  named: Record<string, JsonSchema>
  others: ReadonlyMap<string, JsonSchema>
} {
  const registry = z.registry<{ id: string }>()
  const names = new Map<z.core.$ZodType, string>()
  for (const [name, schema] of Object.entries(contracts)) names.set(schema, name)
  for (const [schema, id] of names) registry.add(schema, { id })
  for (const [id, schema] of others) if (!names.has(schema)) registry.add(schema, { id })

  // As read: what an answer has besides is not for clients to refuse.
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => prefix + id,
    override: ({ jsonSchema }) => simplify(jsonSchema),
  })
  const converted = new Map(Object.entries(schemas).map(([id, schema]) => [id, withoutId(schema)]))
  const placed = new Map(
    [...others].map(([id, schema]) => {
      const name = names.get(schema)
      return [id, name === undefined ? (converted.get(id) ?? {}) : { $ref: prefix + name }]
    }),
  )
  const named = Object.fromEntries([...names.values()].map((id) => [id, converted.get(id) ?? {}]))
  return { named, others: placed }
}

/** A format says it in a word, and every integer of JavaScript ends there. */
function simplify(schema: JsonSchema): void {
  if (schema.format !== undefined) delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

function withoutId(schema: JsonSchema): JsonSchema {
  const bare = { ...schema }
  delete bare.$schema
  delete bare.$id
  return bare
}
