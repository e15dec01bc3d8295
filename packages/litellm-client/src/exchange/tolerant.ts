import { z } from 'zod'

/** What an id or label may be: text; empty counts as none. */
export const Label = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => (text === undefined || text === '' ? null : text))

/** No sum of money or count here comes near; what does is a broken answer. */
export const absurd = 1e12

/** Money spent: missing or null is unknown; negative, endless or absurd spoils the whole answer. */
export const Spent = z
  .unknown()
  .optional()
  .transform((value, context) => {
    const amount = readAmount(value)
    const isAbsent = value === undefined || value === null
    if (isAbsent || (amount !== null && amount >= 0 && amount < absurd)) return amount
    context.addIssue({ code: 'custom', message: 'no usable amount' })
    return z.NEVER
  })

/** A number that an answer tells of itself, such as its pages; one that makes no sense is not told. */
export const Told = z
  .unknown()
  .optional()
  .transform((value) => {
    const count = readAmount(value)
    return count !== null && count >= 0 && Number.isSafeInteger(count) ? count : null
  })

/** A limit someone set; one that makes no sense (old releases take negative budgets) is none. */
export const Limit = z
  .unknown()
  .optional()
  .transform((value) => {
    const amount = readAmount(value)
    return amount !== null && amount >= 0 && amount < absurd ? amount : null
  })

/** A finite number from a number or the plain text of one; masked prices such as `1.23**e-07` are none. */
export function readAmount(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(value)) return null
  const amount = Number(value)
  return Number.isFinite(amount) ? amount : null
}

export const Flag = z
  .unknown()
  .optional()
  .transform((value) => value === true || value === 'true' || value === 'True')

/**
 * An object whose keys are ids. Not z.record, which drops the key `__proto__` that JSON.parse makes an
 * ordinary one.
 */
export const Dictionary = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)
