import { expect, test } from 'vitest'
import { z } from 'zod'
import { ask, startSimulator } from '../simulator.ts'

const NewKey = z.object({ key: z.string(), token: z.string() })

test('a new key belongs to its team, works at once and is gone when deleted', async () => {
  const { simulator, clock } = startSimulator({ profile: '1.81', load: 0, oddities: false })
  const team = { team_alias: 'Late Comers', team_id: 'late', max_budget: 5 }
  expect(await ask(simulator, '/team/new', { body: team })).toMatchObject({
    status: 200,
    json: { ...team, spend: 0, blocked: false },
  })
  const made = await ask(simulator, '/key/generate', {
    body: { key_alias: 'late laptop', team_id: 'late', duration: '8h', max_budget: 1 },
  })
  const { key, token } = NewKey.parse(made.json)
  expect(key).toMatch(/^sk-/)
  expect(await ask(simulator, `/key/info?key=${token}`)).toMatchObject({
    json: { key: token, info: { key_alias: 'late laptop', team_id: 'late', max_budget: 1 } },
  })
  const chat = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'hello there' }] }
  expect(await ask(simulator, '/v1/chat/completions', { key, body: chat })).toMatchObject({
    status: 200,
    json: { model: 'gpt-5-mini', usage: { prompt_tokens: 3 } },
  })
  clock.seconds(30)
  simulator.advance(clock.now())
  expect(simulator.truth.readable()).toMatchObject([
    { teamId: 'late', apiKey: token, successes: 1 },
  ])
  expect(await ask(simulator, '/key/delete', { body: { keys: [key] } })).toEqual({
    status: 200,
    json: { deleted_keys: [key] },
  })
  expect(await ask(simulator, '/v1/chat/completions', { key, body: chat })).toMatchObject({
    status: 401,
    json: { error: { type: 'token_not_found_in_db' } },
  })
})

test.each([
  [
    '/key/generate',
    { key_alias: 'yesterday' },
    400,
    { error: { type: 'bad_request_error', param: 'key_alias' } },
  ],
  ['/key/generate', { team_id: 'no-such-team' }, 200, { team_id: 'no-such-team' }],
  ['/team/new', { max_budget: -1 }, 400, { error: { code: '400' } }],
  [
    '/team/new',
    { max_budget: 'much' },
    422,
    { detail: [{ type: 'float_parsing', loc: ['body', 'max_budget'] }] },
  ],
  ['/team/delete', { team_ids: ['no-such-team'] }, 404, { error: { code: '404' } }],
  ['/team/delete', {}, 422, { detail: [{ type: 'missing', loc: ['body', 'team_ids'] }] }],
  ['/key/delete', { keys: ['0'.repeat(64)] }, 404, { error: { code: '404' } }],
])('%s with %j answers %i', async (path, body, status, json) => {
  const { simulator } = startSimulator({ profile: '1.81' })
  expect(await ask(simulator, path, { body })).toMatchObject({ status, json })
})

test.each([
  ['1.81', 400],
  ['1.99', 429],
  ['1.109', 422],
] as const)('%s refuses a spent budget with %i', async (profile, status) => {
  const { simulator, clock } = startSimulator({ profile, load: 0 })
  const made = await ask(simulator, '/key/generate', { body: { max_budget: 0.000001 } })
  const { key } = NewKey.parse(made.json)
  const body = { model: 'gpt-5', messages: [{ role: 'user', content: 'spend it' }] }
  await ask(simulator, '/v1/chat/completions', { key, body })
  clock.seconds(60)
  expect(await ask(simulator, '/v1/chat/completions', { key, body })).toMatchObject({
    status,
    json: { error: { type: 'budget_exceeded' } },
  })
})

test('a key made for reading may not read daily activity', async () => {
  const path = '/team/daily/activity?start_date=2026-11-20&end_date=2026-11-20'
  const statuses: number[] = []
  for (const profile of ['1.78', '1.81'] as const) {
    const { simulator } = startSimulator({ profile })
    const made = await ask(simulator, '/key/generate', {
      body: { key_type: 'read_only', user_id: 'organiser' },
    })
    const { key } = NewKey.parse(made.json)
    const response = await simulator.app.request(path, {
      headers: { authorization: `Bearer ${key}` },
    })
    statuses.push(response.status)
  }
  expect(statuses).toEqual([500, 403])
})
