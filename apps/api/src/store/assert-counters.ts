import { counterList } from '../domain/counters.ts'
import type { BulkRow } from './engine.ts'
import { storeError } from './store-error.ts'

const mostDollars = 1e12
const mostCounted = 1e15
const lowestChange = -1e12

const rules = counterList.map(({ unit }) => {
  const isDollars = unit === 'usd' || unit === 'signed usd'
  return {
    isWhole: !isDollars,
    isSigned: unit === 'signed usd',
    most: isDollars ? mostDollars : mostCounted,
  }
})

/**
 * Refuses what SQLite's tables refuse by themselves: counts are whole, dollars finite, and an absolute is never below
 * nothing. PostgreSQL would spend half of a poll on these checks.
 */
export function assertCounters(
  rows: readonly BulkRow[],
  { keys, isAbsolute }: { keys: number; isAbsolute: boolean },
): void {
  const isFit = (row: BulkRow) =>
    rules.every(({ isWhole, isSigned, most }, index) => {
      const value = row[keys + index] ?? Number.NaN
      const lowest = isAbsolute && !isSigned ? 0 : lowestChange
      return value >= lowest && value <= most && (!isWhole || Number.isInteger(value))
    })
  if (!rows.every(isFit)) throw storeError('refused')
}
