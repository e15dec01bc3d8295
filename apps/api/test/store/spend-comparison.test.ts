import { expect, test } from 'vitest'
import { compareSpend, driftOf } from '../../src/ledger/compare-spend.ts'
import { parseComparison } from '../../src/store/spend-comparison.ts'

const mark = (at: number, usd: number) => ({ at, meterUsd: usd, leastUsd: usd, mostUsd: usd })

test('a comparison that was kept before marks took time to settle goes on', () => {
  const kept = { from: mark(0, 1), last: mark(60_000, 2), open: mark(120_000, 2), ledgerUsd: 2 }
  const comparison = parseComparison(JSON.stringify(kept))
  expect(driftOf(comparison)).toMatchObject({ since: 0, meterUsd: 1, driftUsd: 0 })
  const look = { at: 300_000, meterUsd: 2.5, ledgerUsd: 2.5, ledgerReadAt: 300_000 }
  const next = compareSpend(comparison, look, 95_000)
  expect(driftOf(next)).toMatchObject({ since: 0, until: 120_000, driftUsd: 0 })
  expect(parseComparison(JSON.stringify(next))).toEqual(next)
})
