import { CompatModels } from '@podium/contracts'
import { expect, test } from 'vitest'
import { models } from '../../../src/analytics/compat/models.ts'
import { asked, team } from '../../support/asked.ts'
import { tokens } from '../../support/activity.ts'

test('models are summed over the teams that have a row, most tokens first', () => {
  const rows = [
    { teamId: 'a', model: 'small', counters: tokens(5) },
    { teamId: 'a', model: 'large', counters: tokens(4) },
    { teamId: 'b', model: 'large', counters: tokens(2, 1) },
    { teamId: null, model: 'small', counters: tokens(1000) },
    { teamId: 'litellm-dashboard', model: 'small', counters: tokens(1000) },
  ]
  const answer = models(rows, asked([team('a', 'A'), team('b', 'B')]))
  expect(CompatModels.parse(answer).models).toEqual([
    { model: 'large', tokens: 7 },
    { model: 'small', tokens: 5 },
  ])
})
