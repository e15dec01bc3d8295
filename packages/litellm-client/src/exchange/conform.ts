import type { z } from 'zod'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { parseJson } from './parse-json.ts'

/** Reads an answer of moderate size, `what` being our name for it. */
export function jsonOf<T>(schema: z.ZodType<T>, what: string): (body: Buffer) => T {
  return (body) => conform(schema, parseJson(body), what)
}

/** Holds a value to its schema; of a mismatch only the place is told, and no names that came with it. */
export function conform<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const place =
    parsed.error.issues[0]?.path.map((step) => (isOurs(step) ? step : '*')).join('.') ?? ''
  throw new LiteLLMError('schema', { detail: place === '' ? what : `${what}: ${place}` })
}

/** Field names of the contract are snake case words; ids of teams and keys may be anything else. */
function isOurs(step: PropertyKey): step is string {
  return typeof step === 'string' && /^[a-zA-Z_]{1,40}$/.test(step)
}
