import { z } from 'zod'
import type { SpendComparison } from '../ledger/compare-spend.ts'

const Mark = z.object({
  at: z.number(),
  meterUsd: z.number(),
  leastUsd: z.number(),
  mostUsd: z.number(),
})
const Comparison = z.object({
  from: Mark.nullable(),
  last: Mark.nullable(),
  open: Mark,
  ledgerUsd: z.number(),
})

export function parseComparison(marks: string): SpendComparison {
  return Comparison.parse(JSON.parse(marks))
}
