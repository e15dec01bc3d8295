import { z } from 'zod'

/** What the documentation says of a variable. */
export type About = { description: string; fallback: string; secret: boolean }

export const abouts = z.registry<About>()

/** The text of one variable. `check` answers what is wrong with it, never the text itself. */
export function text(check: (value: string) => string | null) {
  return z.string().check((context) => {
    const message = check(context.value)
    if (message !== null) context.issues.push({ code: 'custom', message, input: context.value })
  })
}

export function integer(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.int().min(min, message).max(max, message))
}

/** A number, or one of some words that stand for one. */
export function decimal<const Word extends string = never>(
  min: number,
  max: number,
  words: readonly Word[] = [],
) {
  const also = words.length === 0 ? '' : `, or one of ${words.join(', ')}`
  return z.string().transform((value, context): number | Word => {
    const word = words.find((one) => one === value)
    if (word !== undefined) return word
    const number = /^\d{1,9}(?:\.\d{1,12})?$/.test(value) ? Number(value) : Number.NaN
    if (number >= min && number <= max) return number
    const message = `must be a number from ${min} to ${max}${also}`
    context.issues.push({ code: 'custom', message, input: value })
    return z.NEVER
  })
}

export function choice<const T extends string>(values: readonly [T, ...T[]]) {
  return z.enum(values, `must be one of ${values.join(', ')}`)
}

const words = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

export function flag() {
  return z.string().transform((value, context) => {
    const meant = words.get(value)
    if (meant !== undefined) return meant
    context.issues.push({ code: 'custom', message: 'must be true, false, 1 or 0', input: value })
    return z.NEVER
  })
}
