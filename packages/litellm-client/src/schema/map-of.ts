import { z } from 'zod'
import { safeKey } from './names.ts'

export const JsonObject = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

/**
 * A JSON object from ids to values, read into a Map; null is an empty one. Not `z.record`, which drops
 * the id `__proto__` and would put other ids into the path of an issue.
 */
export function mapOf<T>(schema: z.ZodType<T>) {
  return JsonObject.nullable().transform((object, context): Map<string, T> => {
    const map = new Map<string, T>()
    for (const [id, value] of Object.entries(object ?? {})) {
      const parsed = schema.safeParse(value)
      if (!parsed.success) {
        const path = parsed.error.issues[0]?.path ?? []
        context.addIssue({ code: 'custom', message: 'a value of the map', path: ['*', ...path] })
        return z.NEVER
      }
      map.set(safeKey(id), parsed.data)
    }
    return map
  })
}
