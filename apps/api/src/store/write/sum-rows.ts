import type { BulkRow } from '../engine.ts'

/** Something counted; several with the same key are to become one row. */
export type Counted = { counters: readonly number[] }

/** One row a key, since one statement may not meet a row twice. */
export function sumRows<Item extends Counted>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly number[],
): BulkRow[] {
  const rows = new Map<string, number[]>()
  for (const item of items) {
    const keys = keysOf(item)
    const name = keys.join(' ')
    const row = rows.get(name)
    if (row === undefined) rows.set(name, [...keys, ...item.counters])
    else addTo(row, keys.length, item.counters)
  }
  return [...rows.values()]
}

function addTo(row: number[], offset: number, counters: readonly number[]): void {
  for (const [index, value] of counters.entries())
    row[offset + index] = (row[offset + index] ?? 0) + value
}
