import { addDeltas } from '../../../src/ledger/add-deltas.ts'
import { cellId } from '../../../src/domain/cell.ts'
import { CellMap } from '../../../src/ledger/cell-map.ts'
import type { CellState, DayState } from '../../../src/ledger/day-state.ts'
import type { Delta } from '../../../src/ledger/delta.ts'
import type { LedgerStore } from './ledger-store.ts'

type Day = { state: DayState; cells: CellMap<CellState>; deltas: Delta[] }

/** The simplest store there can be: what the real ones must agree with. */
export function createMemoryLedger(): LedgerStore {
  const days = new Map<string, Day>()
  function dayOf(day: string): Day {
    const known = days.get(day)
    if (known) return known
    const cells = new CellMap<CellState>()
    const made: Day = { state: { day, lastRead: null, cells }, cells, deltas: [] }
    days.set(day, made)
    return made
  }
  const dayState = (day: string) => Promise.resolve(dayOf(day).state)
  const deltas = (day: string) => Promise.resolve(dayOf(day).deltas)
  return {
    dayState,
    deltas,
    close: () => Promise.resolve(),
    write: (work) =>
      work({
        dayState,
        deltasOf: async (day, cell) => {
          const id = cellId(cell)
          return (await deltas(day)).filter((delta) => cellId(delta) === id)
        },
        saveBooking: (day, booking, changes, read) => {
          const known = dayOf(day)
          for (const cell of booking.cells) known.cells.set(cell, cell)
          known.deltas = addDeltas([...known.deltas, ...booking.deltas, ...changes])
          known.state = { day, lastRead: read, cells: known.cells }
          return Promise.resolve()
        },
      }),
  }
}
