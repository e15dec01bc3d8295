import { expect, test } from 'vitest'
import { CellMap } from '../../src/ledger/cell-map.ts'
import { noCounters } from '../../src/domain/counters.ts'
import { driftOf, compareSpend, type SpendComparison } from '../../src/ledger/compare-spend.ts'
import { reconcileDay } from '../../src/ledger/reconcile-day.ts'
import { day as activityOf, key, team, tokens } from '../support/activity.ts'
import { cell, day, state } from '../support/ledger/cells.ts'

const activity = activityOf(
  [team('red', [key('k1', tokens(30))]), team('blue', [key('k2', tokens(5))])],
  {},
)

test('cells, teams and the day are the same', () => {
  const booked = state('11:00:00', [cell('red large k1', 30), cell('blue other k2', 5)])
  expect(reconcileDay(booked, activity)).toEqual({
    day,
    cellsBeyondTeams: noCounters,
    teamsBeyondDay: noCounters,
    isExact: true,
    heldCells: 0,
  })
})

test('a cell at its high water is beyond its team, and said to be held', () => {
  const booked = state('11:00:00', [cell('red large k1', 40), cell('blue other k2', 5)])
  const fall = { reads: 1, firstAt: 0, lowest: tokens(30) }
  const cells = CellMap.of([...booked.cells].map((each) => ({ ...each, fall })))
  expect(reconcileDay({ ...booked, cells }, activity)).toMatchObject({
    cellsBeyondTeams: { promptTokens: 10, requests: 0 },
    isExact: false,
    heldCells: 2,
  })
})

/** One look a minute at a team's counter and the ledger. */
function looks(...pairs: (readonly [meterUsd: number, ledgerUsd: number])[]) {
  let comparison: SpendComparison | null = null
  for (const [minute, [meterUsd, ledgerUsd]] of pairs.entries())
    comparison = compareSpend(comparison, { at: minute * 60_000, meterUsd, ledgerUsd })
  return comparison === null ? null : driftOf(comparison)
}

test('a team counter and the ledger are compared from where both were first seen', () => {
  const quiet = [90, 2] as const
  const after = (meterUsd: number, ledgerUsd: number) => {
    const then = [meterUsd, ledgerUsd] as const
    return looks(quiet, quiet, then, then, then)
  }
  expect(looks(quiet)).toBeNull()
  expect(looks(quiet, quiet)).toBeNull()
  expect(after(91.5, 3.5)).toEqual({ since: 0, until: 180_000, meterUsd: 1.5, driftUsd: 0 })
  expect(after(92, 3.5)).toMatchObject({ meterUsd: 2, driftUsd: 0.5 })
  expect(after(91, 3.5)).toMatchObject({ meterUsd: 1, driftUsd: -0.5 })
})

test('what the ledger learns a look later is no drift', () => {
  expect(looks([90, 2], [91, 2], [92, 3], [93, 4])).toMatchObject({ meterUsd: 2, driftUsd: 0 })
  expect(looks([90, 2], [90, 3], [91, 4], [92, 5])).toMatchObject({ meterUsd: 1, driftUsd: 0 })
  expect(looks([90, 2], [91, 2], [92, 2], [93, 2])).toMatchObject({ meterUsd: 2, driftUsd: 2 })
})

test('a budget that begins anew begins the comparison anew', () => {
  const before = [[90, 2] as const, [95, 2] as const, [95, 4] as const, [1, 4] as const]
  expect(looks(...before)).toBeNull()
  expect(looks(...before, [1, 4], [2, 4.25], [2, 4.25], [2, 4.25])).toEqual({
    since: 180_000,
    until: 360_000,
    meterUsd: 1,
    driftUsd: 0.75,
  })
})
