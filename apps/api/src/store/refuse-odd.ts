import { counterColumns, dollarColumns } from './counter-columns.ts'
import type { BulkRow } from './engine.ts'
import { storeError } from './store-error.ts'

const isDollars = counterColumns.map((name) => dollarColumns.has(name))
/** The gateway's own savings may be a loss. */
const mayFall = counterColumns.map((name) => name === 'cache_savings')
const mostDollars = 1e12
const mostCounted = 1e15
const lowestChange = -1e12

/** What SQLite's tables check themselves: whole counts and finite dollars, and no absolute below nothing. */
export function refuseOdd(
  rows: readonly BulkRow[],
  { keys, isAbsolute }: { keys: number; isAbsolute: boolean },
): void {
  for (const row of rows)
    for (let index = 0; index < counterColumns.length; index += 1) {
      const value = row[keys + index] ?? Number.NaN
      const lowest = isAbsolute && mayFall[index] !== true ? 0 : lowestChange
      const isFit =
        isDollars[index] === true
          ? value >= lowest && value <= mostDollars
          : value >= lowest && value <= mostCounted && Number.isInteger(value)
      if (!isFit) throw storeError('refused')
    }
}
