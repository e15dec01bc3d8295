import { expect, test } from 'vitest'
import { clientOf, Refusal, routes, startGateway } from '../support/gateway.ts'

const hour = { from: new Date('2026-11-21T08:00:00.700Z'), to: new Date('2026-11-21T08:59:59Z') }

// An excerpt of a genuine answer of 1.81.12, and of a failure of 1.109.1.
const success = {
  request_id: 'chatcmpl-1',
  api_key: 'k'.repeat(64),
  spend: 0.00541,
  prompt_tokens: 1940,
  completion_tokens: 205,
  startTime: '2026-11-21T08:01:12.467+00:00',
  endTime: '2026-11-21T08:01:12.561Z',
  completionStartTime: '2026-11-21T08:01:12.500123+00:00',
  model: 'openai/alpha-large',
  model_group: 'Team/Alpha-Large-EU',
  custom_llm_provider: 'openai',
  cache_hit: 'True',
  team_id: 'red',
  requester_ip_address: '127.0.0.1',
  status: 'success',
}
const failure = {
  request_id: 'r2',
  api_key: '',
  spend: '0.0',
  prompt_tokens: null,
  startTime: '2026-11-21T08:03:58.785',
  model: '',
  model_group: '',
  team_id: '',
  cache_hit: 'None',
  status: 'failure',
}

test('a page of logs is asked in UTC seconds, oldest first, and told in our words', async () => {
  const gateway = await startGateway(
    routes({ '/spend/logs/v2': { data: [success, failure], total: 1 } }),
  )
  const page = await clientOf(gateway.url).spendLogs({ ...hour, page: 3, pageSize: 2 })
  expect(page).toEqual({
    page: 3,
    hasMore: true,
    rows: [
      {
        requestId: 'chatcmpl-1',
        startedAtMs: Date.UTC(2026, 10, 21, 8, 1, 12, 467),
        endedAtMs: Date.UTC(2026, 10, 21, 8, 1, 12, 561),
        firstTokenAtMs: Date.UTC(2026, 10, 21, 8, 1, 12, 500),
        teamId: 'red',
        key: 'k'.repeat(64),
        model: 'Team/Alpha-Large-EU',
        underlyingModel: 'openai/alpha-large',
        provider: 'openai',
        promptTokens: 1940,
        completionTokens: 205,
        spendUsd: 0.00541,
        succeeded: true,
        fromCache: true,
      },
      {
        requestId: 'r2',
        startedAtMs: Date.UTC(2026, 10, 21, 8, 3, 58, 785),
        endedAtMs: null,
        firstTokenAtMs: null,
        teamId: null,
        key: null,
        model: null,
        underlyingModel: null,
        provider: null,
        promptTokens: 0,
        completionTokens: 0,
        spendUsd: 0,
        succeeded: false,
        fromCache: false,
      },
    ],
  })
  expect(gateway.calls[0]?.query).toEqual({
    start_date: '2026-11-21 08:00:00',
    end_date: '2026-11-21 08:59:59',
    page: '3',
    page_size: '2',
    sort_by: 'startTime',
    sort_order: 'asc',
  })
})

test('a page that is not full is the last, whatever total the gateway claims', async () => {
  const gateway = await startGateway(
    routes({ '/spend/logs/v2': { data: [success], total: 10_000, total_pages: 100 } }),
  )
  expect((await clientOf(gateway.url).spendLogs(hour)).hasMore).toBe(false)
})

test('a viewer of an old release is forbidden, an older release does not know the route', async () => {
  const viewer = {
    error: { message: 'user not allowed to access this route', type: 'auth_error', code: '403' },
  }
  const old = await startGateway(routes({ '/spend/logs/v2': new Refusal(403, viewer) }))
  await expect(clientOf(old.url).spendLogs(hour)).rejects.toMatchObject({ kind: 'forbidden' })
  const older = await startGateway(routes({}))
  await expect(clientOf(older.url).spendLogs(hour)).rejects.toMatchObject({ kind: 'not_found' })
})

test('a row without a time, and a window without one, are refused', async () => {
  const gateway = await startGateway(
    routes({ '/spend/logs/v2': { data: [{ ...success, startTime: 'soon' }] } }),
  )
  const client = clientOf(gateway.url)
  await expect(client.spendLogs(hour)).rejects.toMatchObject({
    kind: 'schema',
    detail: 'spend logs: data.*.startTime',
  })
  for (const broken of [
    { spend: -1 },
    { spend: 1e308 },
    { prompt_tokens: 0.5 },
    { completion_tokens: 2 ** 60 },
  ]) {
    const other = await startGateway(
      routes({ '/spend/logs/v2': { data: [{ ...success, ...broken }] } }),
    )
    await expect(clientOf(other.url).spendLogs(hour)).rejects.toMatchObject({ kind: 'schema' })
  }
  await expect(client.spendLogs({ ...hour, from: new Date(NaN) })).rejects.toMatchObject({
    kind: 'input',
  })
  await expect(client.spendLogs({ ...hour, page: 0 })).rejects.toMatchObject({ kind: 'input' })
})
