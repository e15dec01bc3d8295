import { CompatCostEfficiency } from '@podium/contracts'
import { expect, test } from 'vitest'
import { costEfficiency } from '../../../src/analytics/compat/cost-efficiency.ts'
import { noCounters } from '../../../src/domain/counters.ts'
import { asked, team } from '../../support/asked.ts'

const row = (teamId: string | null, model: string, promptTokens: number, spendUsd: number) => ({
  teamId,
  model,
  counters: { ...noCounters, requests: 1, promptTokens, spendUsd },
})

test('what each team paid for each model, to four decimals', () => {
  const rows = [
    row('a', 'small', 3000, 0.000_66),
    row('a', 'large', 4000, 1.234_56),
    row('a', 'failing', 0, 0),
    row('b', 'large', 9000, 9),
    row(null, 'large', 5000, 1),
  ]
  const answer = costEfficiency(rows, asked([team('a', 'A'), team('b', 'B'), team('c', 'C')]))
  expect(CompatCostEfficiency.parse(answer).cells).toEqual([
    { team: 'B', model: 'large', cost_per_1k_tokens: 1, total_cost: 9, total_tokens: 9000 },
    {
      team: 'A',
      model: 'large',
      cost_per_1k_tokens: 0.3086,
      total_cost: 1.2346,
      total_tokens: 4000,
    },
    {
      team: 'A',
      model: 'small',
      cost_per_1k_tokens: 0.0002,
      total_cost: 0.0007,
      total_tokens: 3000,
    },
    { team: 'A', model: 'failing', cost_per_1k_tokens: 0, total_cost: 0, total_tokens: 0 },
  ])
})
