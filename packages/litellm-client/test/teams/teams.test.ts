import { expect, test } from 'vitest'
import { clientOf, Refusal, routes, startGateway } from '../support/gateway.ts'

const row = (id: string, more: Record<string, unknown> = {}) => ({
  team_id: id,
  team_alias: id.toUpperCase(),
  ...more,
})

test('a modern gateway is asked by its paged list alone, all pages of it', async () => {
  const pages = [[row('a', { members_count: 1 })], [row('b', { members_count: 2 })]]
  const gateway = await startGateway(
    routes({
      '/v2/team/list': ({ page }) => ({
        teams: pages[Number(page) - 1],
        total: 2,
        total_pages: 2,
      }),
    }),
  )
  const list = await clientOf(gateway.url).teams()
  expect(list.teams.map(({ teamId, alias }) => ({ teamId, alias }))).toEqual([
    { teamId: 'a', alias: 'A' },
    { teamId: 'b', alias: 'B' },
  ])
  expect([list.complete, list.source]).toEqual([true, 'v2'])
  expect(gateway.calls.map(({ path, query }) => [path, query])).toEqual(
    ['1', '2'].map((page) => [
      '/v2/team/list',
      { page, page_size: '100', sort_by: 'team_id', sort_order: 'asc' },
    ]),
  )
})

test('the number of pages may come as text', async () => {
  const gateway = await startGateway(
    routes({
      '/v2/team/list': ({ page }) => ({
        teams: [row(page === '1' ? 'a' : 'b', { members_count: 1 })],
        total: '3',
        total_pages: '2',
      }),
    }),
  )
  const { teams, complete } = await clientOf(gateway.url).teams()
  expect([teams.map(({ teamId }) => teamId), complete]).toEqual([['a', 'b'], false])
})

test("an old gateway's empty list for a viewer is made good by the full list", async () => {
  const gateway = await startGateway(
    routes({ '/v2/team/list': { teams: [], total: 0, total_pages: 0 }, '/team/list': [row('a')] }),
  )
  const client = clientOf(gateway.url)
  const [first, second] = [await client.teams(), await client.teams()]
  expect(first.teams.map(({ teamId }) => teamId)).toEqual(['a'])
  expect([first.complete, first.source, second.source]).toEqual([true, 'v1', 'v1'])
  expect(gateway.paths()).toEqual(['/v2/team/list', '/team/list', '/team/list'])
})

test('a key that sees only its own teams is refused, for activity as well', async () => {
  const only = {
    detail: {
      error: 'Only admin users can query all teams/other teams. Your user role=internal_user',
    },
  }
  const gateway = await startGateway(routes({ '/v2/team/list': new Refusal(401, only) }))
  const client = clientOf(gateway.url)
  await expect(client.teams()).rejects.toMatchObject({ kind: 'partial_view', status: 401 })
  await expect(
    client.dailyActivity({ from: '2026-11-21', to: '2026-11-21' }),
  ).rejects.toMatchObject({
    kind: 'partial_view',
  })
  expect(gateway.paths()).toEqual(['/v2/team/list', '/v2/team/list'])
})

test('one team is asked for by its id; one that is not there is not found', async () => {
  const gone = { error: { message: 'Team not found', type: 'auth_error', code: '404' } }
  const gateway = await startGateway(
    routes({
      '/team/info': ({ team_id: id = '' }) =>
        id === 'a & b'
          ? { team_id: id, team_info: row(id, { max_budget: 5 }), keys: [], team_memberships: [] }
          : new Refusal(404, gone),
    }),
  )
  const client = clientOf(gateway.url)
  expect(await client.team('a & b')).toMatchObject({
    teamId: 'a & b',
    alias: 'A & B',
    maxBudgetUsd: 5,
  })
  await expect(client.team('c')).rejects.toMatchObject({ kind: 'not_found' })
})
