import { expect, test } from 'vitest'
import { nameTeams } from '../../src/analytics/team-names.ts'

const publicIds = { team: (id: string) => `t_${id}`, key: (hash: string) => `k_${hash}` }
type Team = Parameters<typeof nameTeams>[0][number]
const team = (teamId: string | null, alias: string | null, missing = 0): Team => ({
  teamId,
  alias,
  listed: true,
  missing,
  mark: 0,
})
const names = (teams: Team[]) => nameTeams(teams, publicIds).map(({ name }) => name.name)

test('a team goes by its alias, and by its public id without one', () => {
  expect(nameTeams([team('a', ' Red '), team('b', null), team('c', ' ')], publicIds)).toEqual([
    { teamId: 'a', name: { id: 't_a', name: 'Red', gone: false, mark: 0 } },
    { teamId: 'b', name: { id: 't_b', name: 't_b', gone: false, mark: 0 } },
    { teamId: 'c', name: { id: 't_c', name: 't_c', gone: false, mark: 0 } },
  ])
})

test('traffic without a team and the gateway’s own pages are no teams', () => {
  expect(names([team(null, null), team('litellm-dashboard', 'UI')])).toEqual([])
})

test('a team that is missing from three lists, or was never listed, is gone', () => {
  const teams = [team('a', 'A', 2), team('b', 'B', 3), { ...team('c', null), listed: false }]
  expect(nameTeams(teams, publicIds).map(({ name }) => name.gone)).toEqual([false, true, true])
})

test('teams that share an alias are told apart by the end of their id', () => {
  expect(names([team('aaaa', 'Twins'), team('bbbb', 'Twins')])).toEqual([
    'Twins (aaaa)',
    'Twins (bbbb)',
  ])
})

test('a team that is gone leaves its name to the one that is listed', () => {
  expect(names([team('aaaa', 'Red', 3), team('bbbb', 'Red'), team('cccc', 'Red', 9)])).toEqual([
    'Red (aaaa)',
    'Red',
    'Red (cccc)',
  ])
})

test('no two names are equal, whatever people call their teams and ids end in', () => {
  const teams = [
    team('1-xxxx', 'Twins'),
    team('2-xxxx', 'Twins'),
    team('aaaa', 'Twins'),
    team('b', 'Twins (aaaa)'),
  ]
  expect(names(teams)).toEqual([
    'Twins (t_1-xxxx)',
    'Twins (t_2-xxxx)',
    'Twins (t_aaaa)',
    'Twins (aaaa)',
  ])
})
