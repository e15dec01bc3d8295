import { expect, test } from 'vitest'
import { safeKey } from '../../src/schema/names.ts'
import { noCounters } from '../../src/activity/counters.ts'
import { tallyAnswer } from '../../src/activity/tally-answer.ts'
import { finishDay } from '../../src/activity/finish-day.ts'
import { parseJson } from '../../src/http/json.ts'

const date = '2026-11-21'
const metadata = { total_pages: 1 }

/** One day of one team; every part of it can be replaced. */
function answer(metrics: unknown, breakdown: object = { entities: { red: { metrics } } }): string {
  return JSON.stringify({ results: [{ date, metrics, breakdown }], metadata })
}

function read(text: string) {
  const { tally } = tallyAnswer(parseJson(text), date)
  return finishDay(date, { tally, source: 'aggregated', notes: [] })
}

test('numbers may come as text, null or not at all', () => {
  const metrics = {
    spend: '1.5e-3',
    prompt_tokens: '12',
    completion_tokens: null,
    api_requests: 2,
    successful_requests: 2.0,
    failed_requests: '0',
    total_response_time_ms: 12.6,
    prompt_caching_savings_spend: -0.25,
    something_new: { nested: true },
  }
  const { tally } = tallyAnswer(parseJson(answer(metrics)), date)
  expect(tally.counters).toEqual({
    ...noCounters(),
    spendUsd: 0.0015,
    promptTokens: 12,
    requests: 2,
    successes: 2,
    responseMs: 13,
    cacheSavingsUsd: -0.25,
  })
  expect([...tally.absent]).toEqual([
    'completionTokens',
    'cacheReadTokens',
    'cacheCreationTokens',
    'timedRequests',
  ])
})

test.each([
  ['spend', -5],
  ['spend', 1e308],
  ['spend', '1e12'],
  ['spend', 'much'],
  ['spend', true],
  ['prompt_tokens', 9007199254740993n],
  ['prompt_tokens', 0.5],
  ['api_requests', -1],
  ['total_response_time_ms', -1],
  ['prompt_caching_savings_spend', -1e13],
  ['spend', '1.23**e-07'],
  ['api_requests', '٣'],
])('a %s of %s spoils the whole answer', (field, value) => {
  const text = answer({ [field]: 'VALUE' }).replaceAll(
    '"VALUE"',
    typeof value === 'bigint' ? String(value) : JSON.stringify(value),
  )
  expect(() => read(text)).toThrow(
    expect.objectContaining({ kind: 'schema', detail: `activity: results.*.metrics.${field}` }),
  )
})

test.each([
  ['no results', JSON.stringify({ metadata })],
  ['results that are null', JSON.stringify({ results: null, metadata })],
  ['no metadata', JSON.stringify({ results: [] })],
  ['a list', '[]'],
  ['results that are an object', JSON.stringify({ results: {}, metadata })],
  [
    'a day without date',
    JSON.stringify({ results: [{ metrics: {}, breakdown: { entities: {} } }], metadata }),
  ],
  [
    'a day without metrics',
    JSON.stringify({ results: [{ date, breakdown: { entities: {} } }], metadata }),
  ],
  ['another day', answer({}).replace(date, '2026-11-20')],
  ['requests without any team', answer({ api_requests: 1 }, { entities: {} })],
  ['requests and null for the teams', answer({ api_requests: 1 }, { entities: null })],
  ['no entities', answer({}, { models: {} })],
  ['a team that is a number', answer({}, { entities: { red: 7 } })],
  ['a team without metrics', answer({}, { entities: { red: {} } })],
  ['metrics that are a list', answer([], { entities: {} })],
  [
    'a key without metrics',
    answer({}, { entities: { red: { metrics: {}, api_key_breakdown: { k: {} } } } }),
  ],
  ['an answer with a tail', `${answer({})}{}`],
])('%s is a schema error', (_, text) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ kind: 'schema' }))
})

test.each([
  [{ total_pages: '3', has_more: 'True' }, 3],
  [{ total_pages: 0, has_more: false }, 0],
  [{}, null],
])('the number of pages may come as text or not at all: %j', (told, pages) => {
  const text = JSON.stringify({ results: [], metadata: told })
  const { metadata: read } = tallyAnswer(parseJson(text), date)
  expect(read.total_pages).toBe(pages)
})

test('more pages of an unknown number are no answer', () => {
  const text = JSON.stringify({ results: [], metadata: { total_pages: null, has_more: 'True' } })
  expect(() => tallyAnswer(parseJson(text), date)).toThrow(
    expect.objectContaining({ kind: 'schema' }),
  )
})

test.each(['"results"', '"metrics"', '"model_groups"', '"date"'])(
  '%s twice is not added up',
  (name) => {
    const metrics = { api_requests: 1 }
    const groups = { entities: { red: { metrics } }, model_groups: { alpha: { metrics } } }
    const text = answer(metrics, groups)
    const member =
      new RegExp(`${name}:("[^"]*"|\\[.*\\]|\\{[^{}]*\\}|\\{.*?\\}{3})`).exec(text)?.[0] ?? ''
    const doubled = text.replace(member, `${member},${member}`)
    expect(JSON.parse(doubled)).toEqual(JSON.parse(text))
    expect(read(doubled)).toEqual(read(text))
  },
)

test('ids are opaque: names of object properties, empty ones and formulas are ids like others', () => {
  const ids = [
    '__proto__',
    'constructor',
    'toString',
    '=cmd()',
    '<img onerror=x>',
    '\u202eevil',
    '👩‍👩‍👧',
  ]
  const one =
    '{"metrics":{"api_requests":1},"metadata":{"team_alias":"x"},"api_key_breakdown":{"__proto__":{"metrics":{"api_requests":1}}}}'
  const entities = `{${ids.map((id) => `${JSON.stringify(id)}:${one}`).join(',')}}`
  const text = `{"results":[{"date":"${date}","metrics":{"api_requests":7},"breakdown":{"entities":${entities}}}],"metadata":{}}`
  const { day } = read(text)
  expect(
    day.teams.map(({ teamId, counters, keys }) => [
      teamId,
      counters.requests,
      keys.map(({ key }) => key),
    ]),
  ).toEqual(ids.map((id) => [safeKey(id), 1, ['__proto__']]))
})

test('what the day has beyond its teams is unassigned, and noted', () => {
  const { day, notes } = read(
    answer(
      { api_requests: 5, spend: 1 },
      {
        entities: { red: { metrics: { api_requests: 3, spend: 0.75 }, api_key_breakdown: {} } },
        model_groups: {},
        api_keys: {},
      },
    ),
  )
  expect(
    day.teams.map(({ teamId, counters }) => [teamId, counters.requests, counters.spendUsd]),
  ).toEqual([
    ['red', 3, 0.75],
    [null, 2, 0.25],
  ])
  expect(notes).toEqual([
    { date, kind: 'unassigned_derived', count: 2 },
    { date, kind: 'models_incomplete', count: 5 },
    { date, kind: 'keys_incomplete', count: 5 },
  ])
})

test('teams that have more than their day are no answer; another order of a sum is no difference', () => {
  const entities = (spend: number[]) => ({
    entities: Object.fromEntries(
      spend.map((part, index) => [`t${index}`, { metrics: { spend: part, api_requests: 1 } }]),
    ),
  })
  expect(() => read(answer({ api_requests: 1 }, entities([0, 0])))).toThrow(
    expect.objectContaining({
      kind: 'schema',
      detail: 'the teams have more requests than the day',
    }),
  )
  const { day } = read(answer({ api_requests: 3, spend: 0.6 }, entities([0.1, 0.2, 0.3])))
  expect(day.teams).toHaveLength(3)
})

test('a release without model groups shows underlying names, one without keys says so', () => {
  const metrics = { api_requests: 1 }
  const { day, notes } = read(
    answer(metrics, {
      models: { 'openai/gpt': { metrics } },
      entities: { red: { metrics } },
      api_keys: { k: { metrics } },
    }),
  )
  expect(day.models.map(({ model }) => model)).toEqual(['openai/gpt'])
  expect(notes).toEqual([
    { date, kind: 'no_key_breakdown', count: 1 },
    { date, kind: 'no_model_groups', count: 1 },
  ])
})

test('traffic without a team is one entry, by whatever names the release lists it', () => {
  const part = {
    metrics: { api_requests: 1 },
    api_key_breakdown: { k: { metrics: { api_requests: 1 } } },
  }
  const { day } = read(
    answer({ api_requests: 3 }, { entities: { '': part, red: part, Unassigned: part } }),
  )
  expect(
    day.teams.map(({ teamId, counters, keys }) => [
      teamId,
      counters.requests,
      keys[0]?.counters.requests,
    ]),
  ).toEqual([
    ['red', 1, 1],
    [null, 2, 2],
  ])
})
