import { expect, test } from 'vitest'
import { answerOf } from '../support/activity.ts'
import {
  type Call,
  clientOf,
  type Handler,
  Refusal,
  sendJson,
  startGateway,
} from '../support/gateway.ts'

const day = { from: '2026-11-21', to: '2026-11-21' }
const rows = [{ team: 'red' }, { team: 'blue', key: 'k2' }]
const teams = { teams: [{ team_id: 'red', members_count: 1 }], total: 1, total_pages: 1 }

type Reply = (call: Call) => unknown

/** A gateway of which the two activity routes are given. */
function gatewayWith(aggregated: Reply, paged: Reply = () => answerOf(rows)): Handler {
  return (call, response) => {
    const table: Record<string, Reply> = {
      '/v2/team/list': () => teams,
      '/team/daily/activity/aggregated': aggregated,
      '/team/daily/activity': paged,
    }
    const body = table[call.path]?.(call) ?? new Refusal(404, { detail: 'Not Found' })
    if (body instanceof Refusal) sendJson(response, body.body, body.status)
    else sendJson(response, body)
  }
}

async function read(handler: Handler, times = 1) {
  const gateway = await startGateway(handler)
  const client = clientOf(gateway.url)
  const sources: (string | undefined)[] = []
  let notes: unknown
  for (let time = 0; time < times; time++) {
    const activity = await client.dailyActivity(day)
    sources.push(activity.days[0]?.source)
    notes = activity.notes
  }
  const paths = gateway.paths().filter((path) => path.startsWith('/team/daily'))
  return {
    sources,
    notes,
    paths: paths.map((path) => path.split('/').at(-1)),
    calls: gateway.calls,
  }
}

test.each([
  [404, { detail: 'Not Found' }],
  [405, { detail: 'Method Not Allowed' }],
  [422, { detail: [{ type: 'missing' }] }],
  [403, { detail: 'Virtual key is not allowed to call this route.' }],
])(
  'an aggregated route that answers %i is not there, which is remembered',
  async (status, body) => {
    const { sources, paths } = await read(
      gatewayWith(() => new Refusal(status, body)),
      3,
    )
    expect(sources).toEqual(['single-page', 'single-page', 'single-page'])
    const asked = paths.filter((path) => path === 'aggregated').length
    expect(asked).toBe(status === 422 ? 2 : 1)
  },
)

test('a gateway that refuses the largest cap on keys is asked without one', async () => {
  const { sources, calls } = await read(
    gatewayWith(({ query }) =>
      'api_key_limit' in query
        ? new Refusal(422, { detail: [{ type: 'less_than_equal' }] })
        : answerOf(rows),
    ),
    2,
  )
  expect(sources).toEqual(['aggregated', 'aggregated'])
  expect(calls.map(({ query }) => query['api_key_limit'])).toEqual([
    undefined,
    '1000',
    undefined,
    undefined,
  ])
})

test('an aggregated answer that lacks keys gives way to one page of all rows', async () => {
  const capped = () => answerOf(rows.slice(0, 1), { api_key_limit: 1, total_api_keys: 2 })
  const { sources, notes } = await read(gatewayWith(capped))
  expect(sources).toEqual(['single-page'])
  expect(notes).toEqual([])
})

test('a cap on keys may come as text', async () => {
  const capped = { ...answerOf(rows), metadata: { api_key_limit: '1', total_api_keys: '2' } }
  const { sources, paths } = await read(gatewayWith(() => capped))
  expect([sources, paths]).toEqual([['single-page'], ['aggregated', 'activity']])
})

test('an aggregated answer that lacks keys is kept, and says so, where all rows do not fit a page', async () => {
  const capped = () => answerOf(rows, { api_key_limit: 1000, total_api_keys: 91_000 })
  const huge = () => answerOf(rows, { total_pages: 5 })
  const { sources, notes, paths } = await read(gatewayWith(capped, huge), 2)
  expect(sources).toEqual(['aggregated', 'aggregated'])
  expect(notes).toEqual([{ date: '2026-11-21', kind: 'keys_truncated', count: 90_000 }])
  expect(paths).toEqual(['aggregated', 'activity', 'aggregated'])
})

test.each([
  [500, 'upstream'],
  [503, 'upstream'],
  [429, 'rate_limited'],
  [401, 'auth'],
])(
  'a failure of the aggregated route (%i) is a failure, not a missing route',
  async (status, kind) => {
    const gateway = await startGateway(gatewayWith(() => new Refusal(status, { detail: 'x' })))
    const client = clientOf(gateway.url)
    await expect(client.dailyActivity(day)).rejects.toMatchObject({ kind, status })
    await expect(client.dailyActivity(day)).rejects.toMatchObject({
      kind,
      route: '/team/daily/activity/aggregated',
    })
  },
)

test('a budget refusal with status 422 does not make the route go away', async () => {
  const broke = new Refusal(422, { error: { type: 'budget_exceeded', message: 'x' } })
  const gateway = await startGateway(gatewayWith(() => broke))
  await expect(clientOf(gateway.url).dailyActivity(day)).rejects.toMatchObject({
    kind: 'budget',
    status: 422,
  })
})

test('where both routes fail, neither is taken for missing', async () => {
  let isBroken = true
  const gateway = await startGateway(
    gatewayWith(
      () => (isBroken ? new Refusal(404, { detail: 'Not Found' }) : answerOf(rows)),
      () => new Refusal(502, {}),
    ),
  )
  const client = clientOf(gateway.url)
  await expect(client.dailyActivity(day)).rejects.toMatchObject({ kind: 'upstream', status: 502 })
  isBroken = false
  expect((await client.dailyActivity(day)).days.map(({ source }) => source)).toEqual(['aggregated'])
})
