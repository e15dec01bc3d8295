import { CompatHourly } from '@podium/contracts'
import { expect, test } from 'vitest'
import { hourly } from '../../../src/analytics/compat/hourly.ts'
import { asked, team } from '../../support/asked.ts'
import { tokens } from '../../support/activity.ts'

const teams = [team('a', 'A'), team('b', 'B')]
const shown = (answer: CompatHourly) => ({
  hours: CompatHourly.parse(answer).hours.filter((hour) => hour.tokens !== 0),
  unattributed: answer.unattributed_tokens,
})

test('what has an hour is in it, and the rest is named', () => {
  const totals = [
    { teamId: 'a', counters: tokens(100, 20) },
    { teamId: 'b', counters: tokens(5) },
    { teamId: null, counters: tokens(1000) },
  ]
  const hours = [
    { teamId: 'a', hour: 9, tokens: 50 },
    { teamId: 'a', hour: 9, tokens: 7 },
    { teamId: 'b', hour: 23, tokens: 5 },
    { teamId: null, hour: 9, tokens: 1000 },
  ]
  expect(shown(hourly({ totals, hours }, asked(teams)))).toEqual({
    hours: [
      { hour: 9, tokens: 57 },
      { hour: 23, tokens: 5 },
    ],
    unattributed: 63,
  })
})

test('what the gateway took back after it had an hour is below nothing', () => {
  const totals = [{ teamId: 'a', counters: tokens(80) }]
  const hours = [{ teamId: 'a', hour: 9, tokens: 100 }]
  expect(shown(hourly({ totals, hours }, asked(teams)))).toEqual({
    hours: [{ hour: 9, tokens: 100 }],
    unattributed: -20,
  })
})
