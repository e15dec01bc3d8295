import { expect, test } from 'vitest'
import { CellMap } from '../../src/ledger/cell-map.ts'
import { noCounters } from '../../src/domain/counters.ts'
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
