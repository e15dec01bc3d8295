import { amountOf } from '../domain/measure.ts'
import type { SliceQuery, TimeSlice } from '../domain/time-slice.ts'
import type { UnplacedTraffic } from '../domain/traffic.ts'
import { startOfDay } from '../domain/utc-day.ts'

/** What has no minute, as slices of time: each is somewhere in its UTC day. */
export function slicesOf(
  parts: readonly UnplacedTraffic[],
  { whose, measure, byModel }: Omit<SliceQuery, 'unit'>,
): TimeSlice[] {
  return parts
    .filter(({ teamId }) => whose === 'all' || whose.teamId === teamId)
    .map(({ day, model, counters }) => ({
      model: byModel ? model : null,
      start: startOfDay(day) / 1000,
      width: 1440,
      isPlaced: false,
      amount: amountOf(measure, counters),
    }))
}
