import { other } from '../../../src/domain/cell.ts'
import { dayMs, minuteMs, startOfDay } from '../../../src/domain/utc-day.ts'
import { mustAgreeBy, provable, type Named } from './judge.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { Played } from './play-history.ts'

type Placed = Named & { start: number }
export type Grain = 'cell' | 'team'

/** Every increase sits in the minute of the first read that showed it, within its own day, and nothing is unplaced. */
export async function judgePlaces(store: LedgerStore, played: Played, grain: Grain): Promise<void> {
  for (const day of played.days) {
    const deltas = await store.deltas(day)
    const unplaced = deltas.find(({ reason, width }) => reason !== null || width !== 1)
    if (unplaced) throw new Error(`not placed: ${JSON.stringify(unplaced)}`)
    const dayStart = startOfDay(day)
    const lastMinute = dayStart + dayMs - minuteMs
    const expected = played.arrivals
      .filter((arrival) => arrival.day === day)
      .map(({ row, seenAt }): Placed => {
        const at = Math.min(seenAt, lastMinute)
        return { ...row, model: row.model ?? other, start: (at - (at % minuteMs)) / 1000 }
      })
    const minuteOf = (placed: Placed) =>
      `${placed.start} ${grain === 'cell' ? provable(placed) : JSON.stringify(placed.teamId)}`
    mustAgreeBy<Placed>(`${day} minute of`, minuteOf, deltas, expected)
  }
}
