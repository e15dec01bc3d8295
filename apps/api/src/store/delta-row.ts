import type { CellName } from '../domain/cell.ts'
import type { Delta } from '../ledger/delta.ts'
import type { Width } from '../domain/placement.ts'
import { toCounters, type CounterColumns } from './counter-columns.ts'
import { dayText } from './day-number.ts'
import { reasonOf } from './reason-code.ts'

type DeltaRow = CounterColumns & { day: number; start: number; width: Width; reason: number }

export function toDelta(row: DeltaRow, name: CellName): Delta {
  return {
    ...name,
    day: dayText(row.day),
    start: row.start,
    width: row.width,
    reason: reasonOf(row.reason),
    counters: toCounters(row),
  }
}
