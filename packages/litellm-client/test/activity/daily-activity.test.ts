import { expect, test } from 'vitest'
import { noCounters } from '../../src/activity/counters.ts'
import { answerOf, type Row } from '../support/activity.ts'
import { clientOf, routes, startGateway } from '../support/gateway.ts'

const teams = { teams: [{ team_id: 'red', members_count: 1 }], total: 1, total_pages: 1 }
const old = (rows: Row[]) =>
  routes({
    '/v2/team/list': teams,
    '/team/daily/activity': ({ start_date }) =>
      answerOf(rows.filter((row) => (row.date ?? '2026-11-21') === start_date)),
  })

test('a day of an old gateway is one page, in our words', async () => {
  const rows = [
    { team: 'red', requests: 3, failures: 1, prompt: 30, completion: 5, spend: 0.5 },
    { key: 'k2', requests: 1, prompt: 0, completion: 0, spend: 0 },
  ]
  const gateway = await startGateway(old(rows))
  const activity = await clientOf(gateway.url).dailyActivity({
    from: '2026-11-21',
    to: '2026-11-21',
  })
  const red = {
    ...noCounters(),
    promptTokens: 30,
    completionTokens: 5,
    requests: 3,
    successes: 2,
    failures: 1,
    spendUsd: 0.5,
  }
  const stray = { ...noCounters(), requests: 1, successes: 1 }
  const all = { ...red, requests: 4, successes: 3 }
  const k1 = { key: 'k1', alias: 'alias k1', counters: red }
  const k2 = { key: 'k2', alias: 'alias k2', counters: stray }
  expect(activity).toEqual({
    days: [
      {
        date: '2026-11-21',
        source: 'single-page',
        counters: all,
        teams: [
          { teamId: 'red', alias: 'Red Team', counters: red, keys: [k1] },
          { teamId: null, alias: null, counters: stray, keys: [k2] },
        ],
        models: [{ model: 'alpha', counters: all, keys: [k1, k2] }],
        providers: [{ provider: 'openai', counters: all, keys: [k1, k2] }],
        keys: [k1, k2],
      },
    ],
    absent: ['cacheSavingsUsd', 'responseMs', 'timedRequests'],
    notes: [],
  })
  expect(gateway.calls.at(-1)).toMatchObject({
    path: '/team/daily/activity',
    query: { start_date: '2026-11-21', end_date: '2026-11-21', page: '1', page_size: '20000' },
  })
})

test('days are asked one by one, come oldest first, and empty ones are left out', async () => {
  const rows = [{ date: '2026-03-01' }, { date: '2026-02-27', team: 'red' }]
  const gateway = await startGateway(old(rows))
  const client = clientOf(gateway.url)
  const { days } = await client.dailyActivity({ from: '2026-02-27', to: '2026-03-01' })
  expect(days.map(({ date }) => date)).toEqual(['2026-02-27', '2026-03-01'])
  expect(gateway.paths()).toEqual([
    '/v2/team/list',
    '/team/daily/activity/aggregated',
    '/team/daily/activity',
    '/team/daily/activity',
    '/team/daily/activity',
  ])
})

test('the aggregated answer is preferred and asked for as many keys as it may give', async () => {
  const gateway = await startGateway(
    routes({
      '/v2/team/list': teams,
      '/team/daily/activity/aggregated': answerOf([{ team: 'red' }], {
        api_key_limit: 1000,
        total_api_keys: 1,
      }),
    }),
  )
  const { days } = await clientOf(gateway.url).dailyActivity({
    from: '2026-11-21',
    to: '2026-11-21',
  })
  expect(days.map(({ source }) => source)).toEqual(['aggregated'])
  expect(gateway.calls.at(-1)?.query).toEqual({
    start_date: '2026-11-21',
    end_date: '2026-11-21',
    api_key_limit: '1000',
  })
})
