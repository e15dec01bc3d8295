import { CompatLeaderboard } from '@podium/contracts'
import type { Counters } from '@podium/litellm-client'
import { expect, test } from 'vitest'
import { tokensByTeam } from '../../../src/analytics/compat/leaderboard.ts'
import { asked, publicIds, team } from '../../support/asked.ts'
import { tokens } from '../../support/activity.ts'

type Cell = { teamId: string | null; model: string; key: string; counters: Counters }
const cell = (
  teamId: string | null,
  model: string,
  key: string,
  [prompt, completion]: [number, number],
): Cell => ({ teamId, model, key, counters: tokens(prompt, completion) })
const keys = ['k', 'k1', 'k2'].map((key) => ({ key, alias: 'laptop' }))
const board = (teams: Parameters<typeof asked>[0], cells: Cell[]) =>
  CompatLeaderboard.parse(tokensByTeam({ cells, keys }, asked(teams), publicIds))

test('a team is the sum of its keys and models, over all days', () => {
  const answer = board(
    [team('red', 'Red Pandas')],
    [
      cell('red', 'large', 'k1', [10, 2]),
      cell('red', 'large', 'k1', [5, 1]),
      cell('red', 'small', 'k1', [1, 0]),
      cell('red', 'small', 'k2', [100, 0]),
    ],
  )
  expect(answer.teams).toEqual([
    {
      name: 'Red Pandas',
      team_id: 't_red',
      tokens: 119,
      breakdown: {
        api_keys: [
          {
            api_key: 'k_k2',
            key_alias: 'laptop',
            models: [
              { model_name: 'small', total_tokens: 100, prompt_tokens: 100, completion_tokens: 0 },
            ],
          },
          {
            api_key: 'k_k1',
            key_alias: 'laptop',
            models: [
              { model_name: 'large', total_tokens: 18, prompt_tokens: 15, completion_tokens: 3 },
              { model_name: 'small', total_tokens: 1, prompt_tokens: 1, completion_tokens: 0 },
            ],
          },
        ],
      },
    },
  ])
})

test('every team of the gateway appears, most tokens first', () => {
  const answer = board(
    [team('a', 'Idle'), team('b', 'Busy'), team('c', 'Middling')],
    [cell('b', 'm', 'k', [9, 0]), cell('c', 'm', 'k', [3, 0])],
  )
  expect(answer.teams.map(({ name, tokens: sum }) => [name, sum])).toEqual([
    ['Busy', 9],
    ['Middling', 3],
    ['Idle', 0],
  ])
})

test('a team that is gone stays while it has traffic, under its last known name', () => {
  const answer = board(
    [team('gone', 'Once Upon', 3), team('idle', 'Long Gone', 3)],
    [cell('gone', 'm', 'k', [5, 0])],
  )
  expect(answer.teams.map(({ name, tokens: sum }) => [name, sum])).toEqual([['Once Upon', 5]])
})

test('Unassigned and the gateway’s own pages are no rows', () => {
  const answer = board(
    [team('litellm-dashboard', 'UI')],
    [cell(null, 'm', 'k', [7, 0]), cell('litellm-dashboard', 'm', 'k', [1, 0])],
  )
  expect(answer.teams).toEqual([])
})
