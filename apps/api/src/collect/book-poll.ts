import type { DayActivity } from '@podium/litellm-client'
import { attributeDay } from '../ledger/attribute-day.ts'
import { bookDay } from '../ledger/book-day.ts'
import { CellMap } from '../ledger/cell-map.ts'
import { cellId, type Cell, type CellName } from '../domain/cell.ts'
import type { Booked, DayBooking, Move } from '../ledger/day-booking.ts'
import type { ReadMoment } from '../domain/day-coverage.ts'
import type { DayState } from '../ledger/day-state.ts'
import type { Delta } from '../ledger/delta.ts'
import { reclassify } from '../ledger/reclassify.ts'
import { addDeltas } from '../ledger/add-deltas.ts'

/** What booking needs of one transaction of the store. */
export type LedgerTx = {
  dayState: (day: string) => Promise<DayState>
  deltasOf: (day: string, cell: CellName) => Promise<readonly Delta[]>
  /** Upserts cells, adds deltas and changes, and remembers `read` as the day's last. */
  saveBooking: (
    day: string,
    booking: Booked,
    changes: readonly Delta[],
    read: ReadMoment,
  ) => Promise<void>
}

export type DayAnswer = ReadMoment & {
  day: string
  /** Null where the gateway has no rows for the day. */
  activity: DayActivity | null
  /** Answers about one team alone, by team. */
  own: ReadonlyMap<string, DayActivity>
  isTruncated: boolean
}

/** Books one answer about one day. To be called inside `store.write`, so that it counts whole or not at all. */
export async function bookPoll(
  tx: LedgerTx,
  { day, activity, own, isTruncated, ...read }: DayAnswer,
  pollMs: number,
): Promise<DayBooking> {
  const state = await tx.dayState(day)
  const hints = { known: state.cells, own, isTruncated }
  const cells = activity === null ? new CellMap<Cell>() : attributeDay(activity, hints)
  const booking = bookDay(state, { ...read, day, cells }, pollMs)
  if (booking.verdict === 'stale') return booking
  const changes = await changesOf(tx, day, booking.moves)
  await tx.saveBooking(day, booking, changes, read)
  return booking
}

/** Several moves may leave one cell: each finds what the ones before have left of its deltas. */
async function changesOf(tx: LedgerTx, day: string, moves: readonly Move[]): Promise<Delta[]> {
  const changes: Delta[] = []
  const leftOf = new Map<string, readonly Delta[]>()
  for (const move of moves) {
    const id = cellId(move.from)
    const deltas = leftOf.get(id) ?? (await tx.deltasOf(day, move.from))
    const made = reclassify(deltas, move)
    leftOf.set(id, addDeltas([...deltas, ...made.filter((delta) => cellId(delta) === id)]))
    changes.push(...made)
  }
  return changes
}
