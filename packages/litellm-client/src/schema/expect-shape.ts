import type { z } from 'zod'
import { LiteLLMError } from '../errors/litellm-error.ts'

/** A reader of answers of this shape; `what` is our name for them. */
export function expectShape<T>(schema: z.ZodType<T>, what: string): (json: unknown) => T {
  return (json) => {
    const parsed = schema.safeParse(json)
    if (parsed.success) return parsed.data
    const place =
      parsed.error.issues[0]?.path.map((step) => (isFieldName(step) ? step : '*')).join('.') ?? ''
    throw new LiteLLMError('schema', { detail: place === '' ? what : `${what}: ${place}` })
  }
}

/** Only field names of the gateway's API are shown; ids of teams and keys may be anything else. */
function isFieldName(step: PropertyKey): step is string {
  return typeof step === 'string' && /^[a-zA-Z_]{1,40}$/.test(step)
}
