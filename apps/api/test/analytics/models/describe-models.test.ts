import { expect, test } from 'vitest'
import { describeMatrix } from '../../../src/analytics/models/describe-matrix.ts'
import { describeModels } from '../../../src/analytics/models/describe-models.ts'
import { nameTeams } from '../../../src/analytics/team-names.ts'
import { noCounters } from '../../../src/domain/counters.ts'
import { publicIds, team } from '../../support/asked.ts'
import { terms } from '../../support/traffic.ts'

const price = { input: 2.5e-6, output: 1e-5, cacheRead: null, cacheCreation: null }
const noPrice = { input: null, output: null, cacheRead: null, cacheCreation: null }
const listed = (model: string, its: typeof price | typeof noPrice | null) => ({
  ...{ model, provider: 'openai', underlyingModels: [`openai/${model}`], price: its },
})
const row = (teamId: string | null, model: string, promptTokens: number, spendUsd: number) => ({
  ...{ teamId, model },
  counters: { ...noCounters, requests: 1, successes: 1, promptTokens, spendUsd },
})
const rows = [
  row('a', 'large', 300, 0.003),
  row('b', 'large', 100, 0.001),
  row('b', 'small', 600, 0.0006),
  row(null, 'small', 9000, 9),
]
const everything = { teams: new Set(['a', 'b', 'c']), isEveryTeam: true, models: null }
const models = [
  listed('other', null),
  listed('large', price),
  listed('small', noPrice),
  listed('z', null),
  listed('y', null),
]

test('models stand with what was really paid, most tokens first, then those nobody used by name', () => {
  const answer = describeModels({ models, rows, filter: everything, termsOf: terms() })
  expect(answer.totals).toMatchObject({ tokens: 1000, requests: 3 })
  expect(answer.models.map(({ model }) => model)).toEqual(['small', 'large', 'y', 'z'])
  expect(answer.models[1]).toMatchObject({
    provider: 'openai',
    underlying: ['openai/large'],
    list_price: { input: 2.5, output: 10, cache_read: null, cache_creation: null },
    paid_per_1m_tokens: 10,
    teams: 2,
    share: 0.4,
    cache_saving_usd: 0,
    usage: { tokens: 400, spend_usd: 0.004 },
  })
  expect(answer.models[0]).toMatchObject({ list_price: null, teams: 1, share: 0.6 })
  expect(answer.models[2]).toMatchObject({ teams: 0, share: 0, paid_per_1m_tokens: null })
})

test('a filter by team and model is all that is counted', () => {
  const filter = { teams: new Set(['b']), isEveryTeam: false, models: new Set(['large']) }
  const answer = describeModels({ models, rows, filter, termsOf: terms() })
  expect(answer.models.map(({ model, usage }) => [model, usage.tokens])).toEqual([['large', 100]])
  expect(answer.totals.tokens).toBe(100)
})

const teams = nameTeams([team('a', 'A'), team('b', 'B'), team('c', 'C')], publicIds)

test('the matrix has the teams and models with traffic, and null where they never met', () => {
  const matrix = (measure: 'tokens' | 'spend' | 'success' | 'efficiency') =>
    describeMatrix({ teams, rows, filter: everything, measure, termsOf: terms() })
  expect(matrix('tokens').teams.map(({ name }) => name)).toEqual(['B', 'A'])
  expect(matrix('tokens').models).toEqual(['small', 'large'])
  expect(matrix('tokens').cells).toEqual([
    [600, 100],
    [null, 300],
  ])
  expect(matrix('spend').cells[1]).toEqual([null, 0.003])
  expect(matrix('success').cells[0]).toEqual([100, 100])
  expect(matrix('efficiency').cells[0]).toEqual([0, 0])
})

test('the totals of a matrix are sums, or ratios of sums', () => {
  const totals = (measure: 'tokens' | 'cost_per_1k_tokens') =>
    describeMatrix({ teams, rows, filter: everything, measure, termsOf: terms() }).totals
  expect(totals('tokens')).toEqual({ teams: [700, 300], models: [600, 400], all: 1000 })
  expect(totals('cost_per_1k_tokens').models).toEqual([0.001, 0.01])
  expect(totals('cost_per_1k_tokens').all).toBeCloseTo(0.0046, 12)
})
