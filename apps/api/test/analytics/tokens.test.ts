import { Tokens } from '@podium/contracts'
import { expect, test } from 'vitest'
import { tokensByTeam } from '../../src/analytics/tokens.ts'
import { tokens } from '../support/activity.ts'

const publicIds = { team: (id: string) => `t_${id}`, key: (hash: string) => `k_${hash}` }
const coverage = { start_date: '2026-11-20', end_date: '2026-11-21', missing: [] }
type Cell = Parameters<typeof tokensByTeam>[0]['cells'][number]
const cell = (
  teamId: string | null,
  model: string,
  key: string,
  prompt: number,
  completion: number,
): Cell => ({
  teamId,
  model,
  key,
  counters: tokens(prompt, completion),
})
const keys = ['k', 'k1', 'k2'].map((key) => ({ key, alias: 'laptop' }))
const board = (teams: [string, string | null, 'gone'?][], cells: Cell[]) => {
  const listed = teams.map(([teamId, alias, gone]) => ({ teamId, alias, isGone: gone === 'gone' }))
  return Tokens.parse(tokensByTeam({ teams: listed, keys, cells, coverage }, publicIds))
}

test('a team is the sum of its keys and models, over all days', () => {
  const answer = board(
    [['red', 'Red Pandas']],
    [
      cell('red', 'large', 'k1', 10, 2),
      cell('red', 'large', 'k1', 5, 1),
      cell('red', 'small', 'k1', 1, 0),
      cell('red', 'small', 'k2', 100, 0),
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
    [
      ['a', 'Idle'],
      ['b', 'Busy'],
      ['c', 'Middling'],
    ],
    [cell('b', 'm', 'k', 9, 0), cell('c', 'm', 'k', 3, 0)],
  )
  expect(answer.teams.map((team) => [team.name, team.tokens])).toEqual([
    ['Busy', 9],
    ['Middling', 3],
    ['Idle', 0],
  ])
})

test('two teams with one name are two rows', () => {
  const answer = board(
    [
      ['aaaa', 'Twins'],
      ['bbbb', 'Twins'],
      ['cccc', null],
    ],
    [],
  )
  expect(answer.teams.map((team) => team.name)).toEqual(['Twins (aaaa)', 'Twins (bbbb)', 't_cccc'])
})

test('a team that is gone stays while it has traffic, under its last known name', () => {
  const answer = board(
    [
      ['gone', 'Once Upon', 'gone'],
      ['idle', 'Long Gone', 'gone'],
    ],
    [cell('gone', 'm', 'k', 5, 0)],
  )
  expect(answer.teams.map((team) => [team.name, team.tokens])).toEqual([['Once Upon', 5]])
})

test('Unassigned and the gateway’s own pages are no rows', () => {
  const answer = board(
    [['litellm-dashboard', 'UI']],
    [cell(null, 'm', 'k', 7, 0), cell('litellm-dashboard', 'm', 'k', 1, 0)],
  )
  expect(answer.teams).toEqual([])
})
