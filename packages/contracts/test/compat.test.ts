import { expect, test } from 'vitest'
import { CompatLeaderboard } from '../src/index.ts'

const team = { name: 'Latent Lions', team_id: 't_1', tokens: 12, breakdown: { api_keys: [] } }
const coverage = { start_date: '2026-11-20', end_date: '2026-11-21', missing: [] }

test('a team without traffic is still a team', () => {
  const answer = { teams: [{ ...team, tokens: 0 }], coverage }
  expect(CompatLeaderboard.parse(answer)).toEqual(answer)
})

test('tokens are whole and never negative', () => {
  for (const tokens of [1.5, -1, Number.NaN, '12'])
    expect(CompatLeaderboard.safeParse({ teams: [{ ...team, tokens }], coverage }).success).toBe(
      false,
    )
})
