import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDeltas } from '../../src/ledger/add-deltas.ts'
import { apportion } from '../../src/ledger/apportion.ts'
import { noCounters, sum } from '../../src/domain/counters.ts'
import type { Delta } from '../../src/ledger/delta.ts'
import { onGrid } from '../../src/ledger/dollars.ts'
import { reclassify } from '../../src/ledger/reclassify.ts'
import { day } from '../support/ledger/cells.ts'

const from = { teamId: 'red', model: 'other', key: 'k1' }
const to = { teamId: 'red', model: 'large', key: 'k1' }

function row(start: number, promptTokens: number, change: Partial<Delta> = {}): Delta {
  const counters = onGrid({ ...noCounters, promptTokens, spendUsd: promptTokens / 1000 })
  return { ...from, day, start, width: 1, reason: null, counters, ...change }
}

test('minutes move pro rata, what is left over to the largest remainder', () => {
  const unplaced = row(0, 50, { width: 1440, reason: 'baseline' })
  const deltas = [row(60, 10), row(120, 25), unplaced]
  const counters = onGrid({ ...noCounters, promptTokens: 40, spendUsd: 0.04 })
  const changes = reclassify(deltas, { from, to, counters })
  const tokens = changes.map((each) => [
    each.model,
    each.start,
    each.reason,
    each.counters.promptTokens,
  ])
  expect(tokens).toEqual([
    ['other', 60, null, -5],
    ['large', 60, null, 5],
    ['other', 120, null, -12],
    ['large', 120, null, 12],
    ['other', 0, 'baseline', -23],
    ['large', 0, 'baseline', 23],
  ])
})

test('a cell that moves whole leaves no row behind, not even of a correction', () => {
  const deltas = [row(60, 30), row(0, -10, { width: 1440, reason: 'correction' })]
  const counters = sum(deltas.map((delta) => delta.counters))
  expect(addDeltas([...deltas, ...reclassify(deltas, { from, to, counters })])).toEqual(
    deltas.map((delta) => ({ ...delta, ...to, counters: addDeltas([delta])[0]?.counters })),
  )
})

test('shares sum to the amount and none exceeds its weight', () => {
  const weight = fc.oneof(
    fc.integer({ min: -500, max: 5000 }),
    fc.maxSafeNat().map((count) => Math.floor(count / 64)),
  )
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: 1, maxLength: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (weights, part) => {
        const total = weights.reduce((sum, each) => sum + each, 0)
        fc.pre(total > 0)
        const amount = Math.floor(total * part)
        const shares = apportion(amount, weights)
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(amount)
        for (const [index, share] of shares.entries()) {
          const most = weights[index] ?? 0
          expect(share).toBeGreaterThanOrEqual(Math.min(0, most))
          expect(share).toBeLessThanOrEqual(Math.max(0, most))
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test('amounts whose product is beyond the doubles are split to the last unit', () => {
  const weights = [2 ** 50, 2 ** 50 + 1, 3]
  const shares = apportion(2 ** 50, weights)
  expect(shares).toEqual([2 ** 49 - 1, 2 ** 49, 1])
})
