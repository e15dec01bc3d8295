import { describe, expect, test } from 'vitest'
import {
  beginComparison,
  compareSpend,
  driftOf,
  forgetBooked,
  type SpendComparison,
} from '../../src/ledger/compare-spend.ts'

type Look = readonly [meterUsd: number, ledgerUsd: number]

const minuteMs = 60_000
const settleMs = 95_000

/** One look a minute at a team's counter and at a ledger that was just read; \`since\` is of a new team. */
function compare(looks: readonly Look[], since: number | null = null): SpendComparison | null {
  let comparison: SpendComparison | null = null
  for (const [minute, [meterUsd, ledgerUsd]] of looks.entries()) {
    const look = { at: minute * minuteMs, meterUsd, ledgerUsd }
    comparison =
      comparison === null
        ? beginComparison(look, since)
        : compareSpend(comparison, { ...look, ledgerReadAt: look.at }, settleMs)
  }
  return comparison
}

function drift(looks: readonly Look[], since: number | null = null) {
  const comparison = compare(looks, since)
  return comparison === null ? null : driftOf(comparison)
}

const often = (look: Look, times: number) => Array.from({ length: times }, () => look)

describe('a team that was there before', () => {
  const quiet = often([90, 2], 4)

  test('is compared once two counters have settled', () => {
    expect(drift(quiet)).toBeNull()
    expect(drift(often([90, 2], 5))).toEqual({ since: 0, until: 120_000, meterUsd: 0, driftUsd: 0 })
  })

  test('drifts by what its counter gained beyond the ledger, or the reverse', () => {
    const after = (look: Look) => drift([...quiet, ...often(look, 7)])
    expect(after([91.5, 3.5])).toMatchObject({ meterUsd: 1.5, driftUsd: 0 })
    expect(after([92, 3.5])).toMatchObject({ meterUsd: 2, driftUsd: 0.5 })
    expect(after([91, 3.5])).toMatchObject({ meterUsd: 1, driftUsd: -0.5 })
  })

  test('begins anew when its budget does', () => {
    const before: Look[] = [...quiet, ...often([95, 2], 6)]
    expect(drift(before)).toMatchObject({ driftUsd: 5 })
    expect(drift([...before, [1, 4]])).toBeNull()
    expect(drift([...before, ...often([1, 4], 4), ...often([2, 4.25], 7)])).toMatchObject({
      since: before.length * minuteMs,
      meterUsd: 1,
      driftUsd: 0.75,
    })
  })

  test('begins anew, too, when its counter passes the last one that settled', () => {
    const before: Look[] = [...often([5, 2], 5), [7, 2]]
    expect(drift([...before, [6, 2]])).toBeNull()
  })
})

describe('a team that was created while we watched', () => {
  test('began with nothing, so what was lost before it was first seen is seen', () => {
    const storm = often([0.75, 0.25], 3)
    expect(drift(storm, -10_000)).toEqual({
      since: -10_000,
      until: 0,
      meterUsd: 0.75,
      driftUsd: 0.5,
    })
  })

  test('is not compared before the flush of the gateway must be over', () => {
    expect(drift(often([0.75, 0.25], 2), -10_000)).toBeNull()
  })
})

describe('what comes at different moments', () => {
  test('is no drift where the ledger learns it within the flush', () => {
    const looks: Look[] = [
      [0, 0],
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 5],
      [7, 6],
      [8, 7],
    ]
    for (let count = 1; count <= looks.length; count += 1)
      expect(drift(looks.slice(0, count), -1)?.driftUsd ?? 0).toBe(0)
  })

  test('is no drift where the counter learns it within the flush', () => {
    const looks: Look[] = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 6],
      [6, 7],
      [7, 8],
      [8, 9],
    ]
    for (let count = 1; count <= looks.length; count += 1)
      expect(drift(looks.slice(0, count))?.driftUsd ?? 0).toBe(0)
  })

  test('waits for the ledger to be read, however often the teams are', () => {
    let comparison = beginComparison({ at: 0, meterUsd: 1, ledgerUsd: 0 }, -1)
    const look = { at: 600_000, meterUsd: 1, ledgerUsd: 0 }
    comparison = compareSpend(comparison, { ...look, ledgerReadAt: 90_000 }, settleMs)
    expect(driftOf(comparison)).toBeNull()
    comparison = compareSpend(comparison, { ...look, ledgerReadAt: 95_000 }, settleMs)
    expect(driftOf(comparison)).toMatchObject({ driftUsd: 1 })
  })
})

test('days that are no longer looked at change no drift', () => {
  const comparison = compare(often([0.75, 0.25], 3), -10_000)
  if (comparison === null) throw new Error('nothing was compared')
  expect(driftOf(forgetBooked(comparison, 0.25))).toEqual(driftOf(comparison))
})
