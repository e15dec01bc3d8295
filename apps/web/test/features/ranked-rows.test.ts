import { expect, test } from 'vitest'
import { idleTeams, rankedRows } from '../../src/features/board/ranked-rows.ts'

const team = (team_id: string, tokens: number) => ({
  team_id,
  tokens,
  name: team_id,
  breakdown: { api_keys: [] },
})

test('a row knows its place, its share of the leader and the way to the next place', () => {
  expect(rankedRows([team('a', 100), team('b', 40), team('c', 0)])).toEqual([
    { teamId: 'a', name: 'a', rank: 1, tokens: 100, share: 1, gap: 60 },
    { teamId: 'b', name: 'b', rank: 2, tokens: 40, share: 0.4, gap: 60 },
  ])
})

test('a lone leader leads nobody', () => {
  expect(rankedRows([team('a', 100)])[0]?.gap).toBe(0)
})

test('a team without a token is not ranked', () => {
  expect(rankedRows([team('a', 0)])).toEqual([])
  expect(idleTeams([team('a', 0), team('b', 1)]).map((idle) => idle.team_id)).toEqual(['a'])
})
