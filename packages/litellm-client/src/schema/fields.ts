import { z } from 'zod'
import { safeKey, safeLabel } from './names.ts'

// Fields as tolerant as the releases differ: what does no harm is read as "none", and only an amount
// that would falsify a sum fails the whole answer.

/** A name for people that may be missing; empty counts as none. */
export const Label = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => safeLabel(text ?? '') || null)

/** A name or id that things are told apart by. */
export const Key = z.string().transform(safeKey)

/** The same where it may be missing; empty counts as none. */
export const OptionalKey = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => safeKey(text ?? '') || null)

/** No sum of money or count at a real gateway comes near; an answer with more is broken. */
export const implausible = 1e12

/** Money spent: missing or null is unknown; negative, infinite or implausible fails the whole answer. */
export const Amount = z
  .unknown()
  .optional()
  .transform((value, context) => {
    const amount = readAmount(value)
    const isAbsent = value === undefined || value === null
    if (isAbsent || (amount !== null && amount >= 0 && amount < implausible)) return amount
    context.addIssue({ code: 'custom', message: 'no usable amount' })
    return z.NEVER
  })

/** A number that an answer gives about itself, such as its pages; null where it makes no sense. */
export const Count = z
  .unknown()
  .optional()
  .transform((value) => {
    const count = readAmount(value)
    return count !== null && count >= 0 && Number.isSafeInteger(count) ? count : null
  })

/** A limit that an operator set; one that makes no sense (old releases take negative budgets) is none. */
export const Limit = z
  .unknown()
  .optional()
  .transform((value) => {
    const amount = readAmount(value)
    return amount !== null && amount >= 0 && amount < implausible ? amount : null
  })

export const Flag = z
  .unknown()
  .optional()
  .transform((value) => value === true || value === 'true' || value === 'True')

/** A finite number, from a number or its plain text; a masked price such as `1.23**e-07` is none. */
export function readAmount(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(value)) return null
  const amount = Number(value)
  return Number.isFinite(amount) ? amount : null
}
