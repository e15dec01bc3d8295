import type { Counters } from '@podium/litellm-client'
import { add, growing, isWhole, isZero, noCounters, subtract } from '../domain/counters.ts'
import type { Booked, DayBooking } from './day-booking.ts'
import type { DayRead } from './day-read.ts'
import type { DayState } from './day-state.ts'
import { diffCells, nameOf, type Change } from './diff-cells.ts'
import { findMoves } from './find-moves.ts'
import { holdFall } from './hold-fall.ts'
import { placeInTime, type Place } from './place-in-time.ts'
import { startOfDay } from '../domain/utc-day.ts'

/** What one read of a day adds to what is booked for it. The same read again, or an older one, adds nothing. */
export function bookDay(state: DayState, read: DayRead, pollMs: number): DayBooking {
  const { lastRead } = state
  if (lastRead !== null && read.startedAt <= lastRead.finishedAt) return { verdict: 'stale' }
  const place = placeInTime(read.day, lastRead, read, pollMs)
  const isFlip = lastRead !== null && lastRead.source !== read.source
  const { moves, left } = findMoves(diffCells(state, read.cells), isFlip)
  const booking: Booked = { verdict: 'booked', cells: [], deltas: [], moves, corrections: [] }
  for (const change of left) bookChange(change, read, place, booking)
  return booking
}

const noFall = { fall: null, isBelieved: false }

function bookChange(change: Change, read: DayRead, place: Place, into: Booked): void {
  const { booked, ahead, fall: before } = change
  const name = nameOf(change)
  const { day, startedAt: at } = read
  const hasGrown = isWhole(ahead)
  const { fall, isBelieved } = hasGrown ? noFall : holdFall(before, change.read, booked, at)
  const rise = hasGrown ? ahead : withoutFalls(ahead)
  const lost = isBelieved ? subtract(ahead, rise) : noCounters
  into.cells.push({ ...name, counters: add(booked, isBelieved ? ahead : rise), fall })
  if (!isZero(rise)) into.deltas.push({ ...name, day, ...place, counters: rise })
  if (isZero(lost)) return
  const unplaced = { start: startOfDay(day) / 1000, width: 1440, reason: 'correction' } as const
  into.deltas.push({ ...name, day, ...unplaced, counters: lost })
  into.corrections.push({ ...name, day, at, counters: lost })
}

function withoutFalls(ahead: Counters): Counters {
  const rise = { ...ahead }
  for (const name of growing) rise[name] = Math.max(0, ahead[name])
  return rise
}
