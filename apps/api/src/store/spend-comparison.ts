import { z } from 'zod'
import type { SpendComparison } from '../ledger/compare-spend.ts'

const range = { leastUsd: z.number(), mostUsd: z.number() }
const Mark = z.object({ at: z.number(), meterUsd: z.number(), ...range })
const marks = { from: Mark.nullable(), last: Mark.nullable(), open: Mark }
const Comparison = z.object({ ...marks, ledger: z.object(range), meterUsd: z.number() })

/** As it was kept before a mark took time to settle. */
const Earlier = z
  .object({ ...marks, ledgerUsd: z.number() })
  .transform(({ ledgerUsd, ...kept }) => ({
    ...kept,
    ledger: { leastUsd: ledgerUsd, mostUsd: ledgerUsd },
    meterUsd: kept.open.meterUsd,
  }))

const Kept = z.union([Comparison, Earlier])

export function parseComparison(kept: string): SpendComparison {
  return Kept.parse(JSON.parse(kept))
}
