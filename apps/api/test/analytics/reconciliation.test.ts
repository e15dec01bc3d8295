import { Reconciliation } from '@podium/contracts'
import { expect, test } from 'vitest'
import { describeReconciliation } from '../../src/analytics/reconciliation.ts'
import { noCounters } from '../../src/domain/counters.ts'
import { tokens } from '../support/activity.ts'

const noon = Date.parse('2026-11-21T12:00:00Z')
const named = (id: string, gone = false) => ({ id: `t_${id}`, name: `Team ${id}`, gone, mark: 0 })
const drift = (id: string, driftUsd: number, since = noon) => ({
  name: named(id),
  drift: { since, until: noon + 60_000, meterUsd: 2, driftUsd },
})
const exact = {
  day: '2026-11-21',
  cellsBeyondTeams: noCounters,
  teamsBeyondDay: noCounters,
  heldCells: 0,
  isExact: true,
}

test('what was never compared is null, not reconciled', () => {
  expect(Reconciliation.parse(describeReconciliation([exact], []))).toMatchObject({
    reconciled: false,
    drift: null,
    waiting: 0,
    worst: [],
  })
})

test('reconciled is said only where every team has been compared and agrees, and every day adds up', () => {
  const isSaid = (...given: Parameters<typeof describeReconciliation>) =>
    describeReconciliation(...given).reconciled
  const fine = [drift('a', 0), drift('b', 0)]
  expect(isSaid([exact], fine)).toBe(true)
  expect(isSaid([], fine)).toBe(false)
  expect(isSaid([{ ...exact, isExact: false }], fine)).toBe(false)
  expect(isSaid([exact], [...fine, drift('c', 0.01)])).toBe(false)
  expect(isSaid([exact], [...fine, drift('c', 0.01), drift('d', -0.01)])).toBe(false)
  const waiting = describeReconciliation([exact], [...fine, { name: named('c'), drift: null }])
  expect(waiting).toMatchObject({ reconciled: false, waiting: 1 })
  expect(isSaid([exact], [...fine, { name: named('c', true), drift: null }])).toBe(true)
})

test('each day says whether it balances, newest first', () => {
  const { days } = describeReconciliation(
    [
      { ...exact, day: '2026-11-20', isExact: true },
      { ...exact, day: '2026-11-21', cellsBeyondTeams: tokens(10), heldCells: 1, isExact: false },
    ],
    [],
  )
  const nothing = { tokens: 0, requests: 0, spend_usd: 0 }
  expect(days).toEqual([
    {
      day: '2026-11-21',
      balanced: false,
      cells_beyond_teams: { tokens: 10, requests: 1, spend_usd: 0.001 },
      teams_beyond_day: nothing,
      held_cells: 1,
    },
    {
      day: '2026-11-20',
      balanced: true,
      cells_beyond_teams: nothing,
      teams_beyond_day: nothing,
      held_cells: 0,
    },
  ])
})

test('drift is told for all teams together, and for the worst by their names, with a likely cause', () => {
  const some = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => drift(id, index / 4))
  const answer = describeReconciliation([], [...some, drift('g', -1.5, noon - 3_600_000)])
  expect(answer.drift).toEqual({
    teams: 7,
    drifting: 6,
    since: '2026-11-21T11:00:00.000Z',
    until: '2026-11-21T12:01:00.000Z',
    meter_usd: 14,
    booked_usd: 11.75,
    drift_usd: 2.25,
  })
  expect(answer.worst[0]).toEqual({
    team: 't_g',
    name: 'Team g',
    since: '2026-11-21T11:00:00.000Z',
    until: '2026-11-21T12:01:00.000Z',
    meter_usd: 2,
    booked_usd: 3.5,
    drift_usd: -1.5,
    cause: 'counter_behind',
  })
  expect(answer.worst).toHaveLength(6)
  expect(
    answer.worst.slice(0, 5).map(({ team, drift_usd: usd, cause }) => [team, usd, cause]),
  ).toEqual([
    ['t_g', -1.5, 'counter_behind'],
    ['t_f', 1.25, 'rows_lost'],
    ['t_e', 1, 'rows_lost'],
    ['t_d', 0.75, 'rows_lost'],
    ['t_c', 0.5, 'rows_lost'],
  ])
})
