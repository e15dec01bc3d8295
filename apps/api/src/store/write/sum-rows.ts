import type { BulkRow } from '../engine.ts'

/** Something counted; several with the same key are to become one row. */
export type Counted = { counters: readonly number[] }

type KeysOf<Item> = (item: Item) => readonly number[]

/** One row an item, where no two have the same key. */
export function listRows<Item extends Counted>(
  items: readonly Item[],
  keysOf: KeysOf<Item>,
): BulkRow[] {
  return items.map((item) => [...keysOf(item), ...item.counters])
}

/**
 * One row a key, since one statement may not meet a row twice. Of thousands a number should tell which: texts would
 * cost too much.
 */
export function sumRows<Item extends Counted>(
  items: readonly Item[],
  keysOf: KeysOf<Item>,
  nameOf: (item: Item) => number | string = (item) => keysOf(item).join(' '),
): BulkRow[] {
  const rows = new Map<number | string, number[]>()
  for (const item of items) {
    const name = nameOf(item)
    const row = rows.get(name)
    if (row === undefined) rows.set(name, [...keysOf(item), ...item.counters])
    else addTo(row, row.length - item.counters.length, item.counters)
  }
  return [...rows.values()]
}

/** Items that one number tells apart, each number once: for thousands, of which texts would cost too much. */
export function sumItems<Item extends Counted>(
  items: readonly Item[],
  numberOf: (item: Item) => number,
): Item[] {
  const sums = new Map<number, { item: Item; counters: number[] }>()
  for (const item of items) {
    const id = numberOf(item)
    const sum = sums.get(id)
    if (sum === undefined) sums.set(id, { item, counters: [...item.counters] })
    else addTo(sum.counters, 0, item.counters)
  }
  return Array.from(sums.values(), ({ item, counters }) => ({ ...item, counters }))
}

function addTo(row: number[], offset: number, counters: readonly number[]): void {
  for (let index = 0; index < counters.length; index += 1)
    row[offset + index] = (row[offset + index] ?? 0) + (counters[index] ?? 0)
}
