import { cellId } from '../domain/cell.ts'
import { add, isZero } from '../domain/counters.ts'
import type { Delta } from './delta.ts'

/** Rows with the same name, bucket and reason as one; what adds up to nothing is no row. */
export function addDeltas(deltas: readonly Delta[]): Delta[] {
  const rows = new Map<string, Delta>()
  for (const delta of deltas) {
    const id = `${cellId(delta)} ${delta.day} ${delta.start} ${delta.width} ${delta.reason ?? ''}`
    const row = rows.get(id)
    rows.set(id, row ? { ...row, counters: add(row.counters, delta.counters) } : delta)
  }
  return [...rows.values()].filter(({ counters }) => !isZero(counters))
}
