import { Reconciliation } from '@podium/contracts'
import { expect, test } from 'vitest'
import { describeReconciliation } from '../../src/analytics/reconciliation.ts'
import { noCounters } from '../../src/domain/counters.ts'
import { tokens } from '../support/activity.ts'

const publicIds = { team: (id: string) => `t_${id}`, key: (hash: string) => `k_${hash}` }
const noon = Date.parse('2026-11-21T12:00:00Z')
const drift = (teamId: string, driftUsd: number, since = noon) => ({
  teamId,
  since,
  until: noon + 60_000,
  meterUsd: 2,
  driftUsd,
})

test('what was never compared is null, not balanced', () => {
  expect(Reconciliation.parse(describeReconciliation([], [], publicIds))).toEqual({
    days: [],
    drift: null,
    worst: [],
  })
})

test('each day says whether it balances, newest first', () => {
  const exact = { cellsBeyondTeams: noCounters, teamsBeyondDay: noCounters, heldCells: 0 }
  const { days } = describeReconciliation(
    [
      { ...exact, day: '2026-11-20', isExact: true },
      { ...exact, day: '2026-11-21', cellsBeyondTeams: tokens(10), heldCells: 1, isExact: false },
    ],
    [],
    publicIds,
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

test('drift is told for all teams together, and for the worst by their public ids', () => {
  const some = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => drift(id, index / 4))
  const answer = describeReconciliation(
    [],
    [...some, drift('g', -1.5, noon - 3_600_000)],
    publicIds,
  )
  expect(answer.drift).toEqual({
    teams: 7,
    since: '2026-11-21T11:00:00.000Z',
    until: '2026-11-21T12:01:00.000Z',
    meter_usd: 14,
    booked_usd: 11.75,
    drift_usd: 2.25,
  })
  expect(answer.worst.map(({ team, drift_usd: usd }) => [team, usd])).toEqual([
    ['t_g', -1.5],
    ['t_f', 1.25],
    ['t_e', 1],
    ['t_d', 0.75],
    ['t_c', 0.5],
  ])
})
