import { expect, test } from 'vitest'
import { noCounters } from '../../src/ledger/counters.ts'
import { followSpend } from '../../src/ledger/follow-spend.ts'
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
  const cells = new Map([...booked.cells].map(([id, each]) => [id, { ...each, fall }]))
  expect(reconcileDay({ ...booked, cells }, activity)).toMatchObject({
    cellsBeyondTeams: { promptTokens: 10, requests: 0 },
    isExact: false,
    heldCells: 2,
  })
})

test('a team counter and the ledger are compared from where both were first seen', () => {
  const first = followSpend(null, { meterUsd: 90, ledgerUsd: 2 })
  expect(first.driftUsd).toBe(0)
  expect(followSpend(first, { meterUsd: 91.5, ledgerUsd: 3.5 }).driftUsd).toBe(0)
  expect(followSpend(first, { meterUsd: 92, ledgerUsd: 3.5 }).driftUsd).toBe(0.5)
})

test('a budget that begins anew begins the comparison anew', () => {
  const before = followSpend(null, { meterUsd: 90, ledgerUsd: 2 })
  const reset = followSpend(before, { meterUsd: 1, ledgerUsd: 4 })
  expect(reset).toEqual({
    from: { meterUsd: 1, ledgerUsd: 4 },
    last: { meterUsd: 1, ledgerUsd: 4 },
    driftUsd: 0,
  })
  expect(followSpend(reset, { meterUsd: 2, ledgerUsd: 4.25 }).driftUsd).toBe(0.75)
})
