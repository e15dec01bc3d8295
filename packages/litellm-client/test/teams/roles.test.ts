import { expect, test } from 'vitest'
import { answerOf } from '../support/activity.ts'
import { clientOf, Refusal, routes, startGateway } from '../support/gateway.ts'

const row = (id: string) => ({ team_id: id, team_alias: null })
const page = (...ids: string[]) => ({ teams: ids.map(row), total: ids.length, total_pages: 1 })
const notAllowed = new Refusal(403, { detail: 'Virtual key is not allowed to call this route.' })
const day = { from: '2026-11-21', to: '2026-11-21' }

test("a viewer's own teams in an old paged list are not taken for all teams", async () => {
  const gateway = await startGateway(
    routes({ '/v2/team/list': page('mine'), '/team/list': [row('a'), row('mine')] }),
  )
  const client = clientOf(gateway.url)
  const first = await client.teams()
  expect([first.teams.map(({ teamId }) => teamId), first.complete, first.source]).toEqual([
    ['a', 'mine'],
    true,
    'v1',
  ])
  await client.teams()
  expect(gateway.paths()).toEqual(['/v2/team/list', '/team/list', '/team/list'])
})

test('an old paged list that the full one confirms is used alone from then on', async () => {
  const gateway = await startGateway(
    routes({ '/v2/team/list': page('a', 'b'), '/team/list': [row('a'), row('b')] }),
  )
  const client = clientOf(gateway.url)
  const [first, second] = [await client.teams(), await client.teams()]
  expect([first.source, second.source, second.complete]).toEqual(['v1', 'v2', true])
  expect(gateway.paths()).toEqual(['/v2/team/list', '/team/list', '/v2/team/list'])
})

test('a paged list that cannot be compared says that it may be a part', async () => {
  const gateway = await startGateway(
    routes({ '/v2/team/list': page('a'), '/team/list': notAllowed }),
  )
  const client = clientOf(gateway.url)
  expect([(await client.teams()).complete, (await client.teams()).complete]).toEqual([false, false])
  expect(gateway.paths()).toEqual(['/v2/team/list', '/team/list', '/v2/team/list'])
})

test.each([
  ['is not there', new Refusal(404, { detail: 'Not Found' })],
  ['is not for this key', notAllowed],
])('where the paged list %s, the full one is asked from then on', async (_, refusal) => {
  const gateway = await startGateway(routes({ '/v2/team/list': refusal, '/team/list': [row('a')] }))
  const client = clientOf(gateway.url)
  expect([(await client.teams()).source, (await client.teams()).source]).toEqual(['v1', 'v1'])
  expect(gateway.paths()).toEqual(['/v2/team/list', '/team/list', '/team/list'])
})

test('a list with fewer teams than the gateway counts is not complete', async () => {
  const list = { teams: [{ ...row('a'), members_count: 1 }], total: 2, total_pages: 1 }
  const gateway = await startGateway(routes({ '/v2/team/list': list }))
  expect((await clientOf(gateway.url).teams()).complete).toBe(false)
})

test('a rejected key is not tried on the other list', async () => {
  const unknown = new Refusal(401, {
    error: { message: 'x', type: 'token_not_found_in_db', code: '401' },
  })
  const gateway = await startGateway(routes({ '/v2/team/list': unknown, '/team/list': [row('a')] }))
  await expect(clientOf(gateway.url).teams()).rejects.toMatchObject({ kind: 'auth', status: 401 })
  expect(gateway.paths()).toEqual(['/v2/team/list'])
})

test('activity is asked for only by a key that was shown the teams, and again after it was refused', async () => {
  let list: object = page('red')
  const gateway = await startGateway(
    routes({
      '/v2/team/list': () => list,
      '/team/list': () => list,
      '/team/daily/activity/aggregated': answerOf([{ team: 'red' }]),
    }),
  )
  const client = clientOf(gateway.url)
  list = notAllowed
  await expect(client.dailyActivity(day)).rejects.toMatchObject({ kind: 'forbidden' })
  list = { teams: [{ ...row('red'), members_count: 1 }], total: 1, total_pages: 1 }
  await client.dailyActivity(day)
  await client.dailyActivity(day)
  list = new Refusal(401, {
    detail: { error: 'Only admin users can query all teams/other teams.' },
  })
  await expect(client.teams()).rejects.toMatchObject({ kind: 'partial_view' })
  await expect(client.dailyActivity(day)).rejects.toMatchObject({ kind: 'partial_view' })
  expect(gateway.paths().map((path) => path.split('/').at(-1))).toEqual([
    'list',
    'list',
    'list',
    'aggregated',
    'aggregated',
    'list',
    'list',
  ])
})

test('everything a team can be asked for is told, the rest is dropped', async () => {
  const full = {
    ...row('t1'),
    team_alias: '🦊 Füchse & Töchter <1>',
    organization_id: 'org',
    spend: '0.0754319158',
    max_budget: 0.002,
    budget_duration: '30d',
    budget_reset_at: '2026-12-01T00:00:00Z',
    blocked: true,
    models: ['alpha'],
    created_at: '2026-11-21T08:00:41.199000Z',
    members_with_roles: [{ user_id: 'someone', user_email: 'someone@example.org' }],
    keys: [{ token: 'x', key_name: 'sk-...0002' }],
    members_count: 1,
  }
  const odd = {
    ...row('t2'),
    team_alias: '',
    spend: null,
    max_budget: -1,
    blocked: null,
    models: null,
    members_count: 0,
  }
  const gateway = await startGateway(
    routes({ '/v2/team/list': { teams: [full, odd], total: 2, total_pages: 1 } }),
  )
  expect((await clientOf(gateway.url).teams()).teams).toEqual([
    {
      teamId: 't1',
      alias: '🦊 Füchse & Töchter <1>',
      organizationId: 'org',
      spendUsd: 0.0754319158,
      maxBudgetUsd: 0.002,
      budgetDuration: '30d',
      budgetResetAt: '2026-12-01T00:00:00Z',
      blocked: true,
      models: ['alpha'],
      createdAt: '2026-11-21T08:00:41.199000Z',
    },
    {
      teamId: 't2',
      alias: null,
      organizationId: null,
      spendUsd: null,
      maxBudgetUsd: null,
      budgetDuration: null,
      budgetResetAt: null,
      blocked: false,
      models: [],
      createdAt: null,
    },
  ])
})
