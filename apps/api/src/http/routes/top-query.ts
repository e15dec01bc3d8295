import { z } from 'zod'

/** How many stand alone. */
export function topQuery({ most, usual, says }: { most: number; usual: number; says: string }) {
  const problem = `top must be a whole number from 1 to ${most}.`
  return z
    .string()
    .regex(/^\d{1,3}$/, problem)
    .transform(Number)
    .pipe(z.int().min(1, problem).max(most, problem))
    .default(usual)
    .describe(`${says} (1–${most}).`)
}
