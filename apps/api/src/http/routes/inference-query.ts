import { z } from 'zod'

const windowProblem = 'window must be from 5s to 1h, for example 60s or 10m.'
const seconds = { s: 1, m: 60, h: 3600 }

function msOf(text: string): number {
  const [, count, unit] = /^(\d{1,4})([smh])$/.exec(text) ?? []
  return unit === 's' || unit === 'm' || unit === 'h' ? Number(count) * seconds[unit] * 1000 : 0
}

/** A window that ends at the newest scrape, as its words and in milliseconds. */
export const scrapeWindow = z
  .string()
  .refine((text) => msOf(text) >= 5000 && msOf(text) <= 3_600_000, windowProblem)
  .default('60s')
  .transform((window) => ({ window, windowMs: msOf(window) }))
  .describe(
    'What figures are about, up to the newest scrape: digits and `s`, `m` or `h`, from 5s to 1h.',
  )

export const names = (what: string) =>
  z
    .array(z.string().max(500))
    .max(100, `At most 100 ${what} may be named.`)
    .default([])
    .describe(`Only these ${what}; may be repeated.`)
