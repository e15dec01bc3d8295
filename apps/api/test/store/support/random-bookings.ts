import type { Counters } from '@podium/litellm-client'
import type { CellName } from '../../../src/domain/cell.ts'
import { CellMap } from '../../../src/ledger/cell-map.ts'
import { noCounters, subtract, sum } from '../../../src/domain/counters.ts'
import type { Delta } from '../../../src/ledger/delta.ts'
import type { Reason } from '../../../src/domain/placement.ts'
import type { Store } from '../../../src/store/open-store.ts'
import type { WriteTx } from '../../../src/store/write/write-tx.ts'
import { booked, count, day, midnight, placed, read, unplaced } from './bookings.ts'

/** Mulberry32: the same numbers for the same seed, everywhere. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

type Roll = (sides: number) => number

/** Twenty polls of what a ledger may book: placed and not, wide and narrow, corrections, moves, backfills. */
export async function bookAtRandom(store: Store, seed: number): Promise<void> {
  const roll = dice(seed)
  for (let poll = 0; poll < 20; poll += 1) await store.write((tx) => bookOnce(tx, roll, poll))
}

async function bookOnce(tx: WriteTx, roll: Roll, poll: number): Promise<void> {
  const { cells } = await tx.dayState(day)
  const states = CellMap.of(cells)
  const bookedOf = (cell: CellName) => states.get(cell)?.counters ?? noCounters
  const note = (delta: Delta) => {
    const { teamId, model, key } = delta
    const counters = sum([bookedOf(delta), delta.counters])
    states.set(delta, { teamId, model, key, counters, fall: null })
  }

  const changes = await randomMove(tx, roll)
  changes.forEach(note)
  const deltas = Array.from({ length: 1 + roll(12) }, () => {
    const delta = randomDelta(roll, bookedOf)
    note(delta)
    return delta
  })
  const touched = CellMap.of([...changes, ...deltas])
  const changed = [...states].filter((state) => touched.has(state))
  await tx.saveBooking(day, booked({ cells: changed, deltas }), changes, read(poll))
}

/** Now and then, everything of one cell goes to another one of its team. */
async function randomMove(tx: WriteTx, roll: Roll): Promise<Delta[]> {
  const from = randomCell(roll)
  if (roll(3) > 0) return []
  const to = { ...from, model: `proven-${roll(2)}` }
  const deltas = await tx.deltasOf(day, from)
  return deltas.flatMap((delta) => [
    { ...delta, counters: subtract(noCounters, delta.counters) },
    { ...delta, ...to },
  ])
}

function randomCell(roll: Roll): CellName {
  const team = roll(5)
  return {
    teamId: team === 0 ? null : `team-${team}`,
    model: `model-${roll(4)}`,
    key: `key-${team}-${roll(3)}`,
  }
}

const reasons: readonly Reason[] = ['baseline', 'gap', 'late', 'correction']

function randomDelta(roll: Roll, bookedOf: (cell: CellName) => Counters): Delta {
  const cell = randomCell(roll)
  const there = bookedOf(cell).promptTokens / 100
  const reason = reasons[roll(8)]
  if (reason === 'correction' && there > 0) return unplaced(cell, reason, count(-1 - roll(there)))
  const counters = count(1 + roll(1000))
  if (reason !== undefined) return unplaced(cell, reason, counters)
  const minute = roll(1440)
  const width = ([1, 15, 60] as const)[roll(3)] ?? 1
  const start = midnight / 1000 + (minute - (minute % width)) * 60
  const backfilled = roll(5) === 0 ? ('backfilled' as const) : null
  return { ...placed(cell, minute, counters), start, width, reason: backfilled }
}
