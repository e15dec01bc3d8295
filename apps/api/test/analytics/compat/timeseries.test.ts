import { CompatTimeseries } from '@podium/contracts'
import { expect, test } from 'vitest'
import { timeseries } from '../../../src/analytics/compat/timeseries.ts'
import { asked, team } from '../../support/asked.ts'
import { tokens } from '../../support/activity.ts'

const teams = [team('a', 'Idle'), team('b', 'Busy'), team('g', 'Gone', 3)]
const none = { tokens: 0, total_requests: 0, successful_requests: 0, failed_requests: 0 }
const one = { total_requests: 1, successful_requests: 1, failed_requests: 0 }

test('every day has every team, in the order of the range', () => {
  const rows = [
    { teamId: 'b', day: '2026-11-20', counters: tokens(3, 4) },
    { teamId: null, day: '2026-11-20', counters: tokens(100) },
  ]
  const answer = timeseries(rows, asked(teams))
  expect(CompatTimeseries.parse(answer).timeseries).toEqual([
    {
      date: '2026-11-20',
      teams: [
        { name: 'Busy', tokens: 7, ...one },
        { name: 'Idle', ...none },
      ],
    },
    {
      date: '2026-11-21',
      teams: [
        { name: 'Busy', ...none },
        { name: 'Idle', ...none },
      ],
    },
  ])
})
