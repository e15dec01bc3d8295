import { expect, test } from 'vitest'
import { describeUsage } from '../../../src/analytics/usage-rows/describe-usage.ts'
import { knownBefore } from '../../../src/analytics/usage-rows/known-before.ts'
import { nameTeams } from '../../../src/analytics/team-names.ts'
import { publicIds, team } from '../../support/asked.ts'
import { counted, terms } from '../../support/traffic.ts'

const price = { input: 2e-6, output: 1e-5, cacheRead: 1e-6, cacheCreation: null }
const models = [
  { model: 'large', provider: 'openai', price },
  { model: 'small', provider: 'openai', price },
  { model: 'local', provider: null, price: null },
]
const used = (
  teamId: string | null,
  model: string,
  tokens: number,
  spendUsd: number,
  failures = 0,
) => ({
  ...{ teamId, model },
  counters: counted({
    ...{ promptTokens: tokens, cacheReadTokens: tokens / 4, spendUsd },
    ...{ successes: 9, failures, responseMs: 900, timedRequests: 9 },
  }),
})
const rows = [
  used('a', 'large', 400, 0.004),
  used('b', 'large', 200, 0.001),
  used('b', 'small', 1000, 0.001, 1),
  used('c', 'local', 100, 0),
  used(null, 'small', 40, 1),
]
const filter = { teams: new Set(['a', 'b', 'c']), isEveryTeam: true, models: null }
const known = {
  rows,
  filter,
  models,
  teams: nameTeams([team('a', 'Ann'), team('b', 'Bob'), team('c', 'Cy')], publicIds),
  termsOf: terms({ local: { isPriced: false } }),
  booked: null,
  unplaced: { uncertain: [] },
}
const asked = { by: 'team', then: 'none', measure: 'tokens', top: 50 } as const

test('the largest have a row of their own, the rest share one, and ratios are ratios of sums', () => {
  const answer = describeUsage(known, { ...asked, top: 1 }, null)
  expect(answer.rows.map(({ key, label, kind }) => [key, label, kind])).toEqual([
    ['t_b', 'Bob', 'team'],
    [null, 'Others', 'others'],
  ])
  const [, others] = answer.rows
  expect(others?.usage).toMatchObject({ tokens: 500, unpriced_tokens: 100, spend_usd: 0.004 })
  expect(others?.usage.cost_per_1k_tokens).toBeCloseTo(0.01, 12)
  expect(answer.totals.usage).toMatchObject({ tokens: 1700, spend_usd: 0.006, failures: 1 })
  expect(answer.totals.usage.cost_per_1k_tokens).toBeCloseTo(6 / 1600, 12)
  expect(answer.totals).toMatchObject({ share: 1, mean_response_ms: 100, timed_requests: 36 })
  expect(answer.unpriced_models).toEqual(['local'])
})

test('what has no price is the rows’ to say, and saves nothing', () => {
  const { rows: shown, totals } = describeUsage(known, { ...asked, by: 'model' }, null)
  const local = shown.find(({ key }) => key === 'local')
  expect(local).toMatchObject({ priced: false, cache_saving_usd: null })
  expect(local?.usage.spend_usd).toBeNull()
  expect(totals.cache_saving_usd).toBeCloseTo(1600 / 4 / 1e6, 12)
})

test('a group divided by another is a row for each pair, and providers without a name are one', () => {
  const pairs = describeUsage(known, { ...asked, then: 'model', measure: 'spend' }, null)
  expect(pairs.rows.map(({ key, then_key: then, label }) => [key, then, label])).toEqual([
    ['t_a', 'large', 'Ann · large'],
    ['t_b', 'large', 'Bob · large'],
    ['t_b', 'small', 'Bob · small'],
    ['t_c', 'local', 'Cy · local'],
  ])
  const providers = describeUsage(known, { ...asked, by: 'provider' }, null)
  expect(providers.rows.map(({ label, usage }) => [label, usage.tokens])).toEqual([
    ['openai', 1600],
    ['unknown', 100],
  ])
  const one = describeUsage(known, { ...asked, by: 'none' }, null)
  expect(one.rows).toEqual([{ ...one.totals }])
})

test('the balance is told in every unit, with what belongs to no team', () => {
  const { balance } = describeUsage(known, asked, null)
  expect(balance.tokens).toMatchObject({ shown: 1700, unassigned: 40, whole: 1740, apart: 0 })
  expect(balance.spend).toMatchObject({ shown: 0.006, unassigned: 1, whole: 1.006, apart: 0 })
  const booked = [{ teamId: 'a', counters: counted({ promptTokens: 1750 }) }]
  expect(describeUsage({ ...known, booked }, asked, null).balance.tokens.apart).toBe(10)
})

const window = {
  ...{ from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z', tz: 'UTC' },
  ...{
    basis: 'days' as const,
    unread_days: [],
    before_history: [],
    unplaced: null,
    uncertain: null,
  },
}
const span = { window, filter, unplaced: { uncertain: [] } }
const past = (told = knownBefore(span, span)) => ({
  ...known,
  rows: [used('a', 'large', 200, 0.002), used('c', 'local', 300, 0)],
  told,
})

test('a row stands beside what it was in the period before', () => {
  const { rows: shown, totals } = describeUsage(known, { ...asked, top: 2 }, past())
  expect(shown.map(({ before }) => before?.tokens)).toEqual([0, 200, 300])
  expect(shown.map(({ change }) => change?.tokens)).toEqual([null, 1, 100 / 300 - 1])
  expect(totals.change?.tokens).toBeCloseTo(2.4, 12)
  expect(totals.change).toMatchObject({ failures: null, cache_hit_share: 0 })
})

test('a period that is not wholly known is no comparison, and says why', () => {
  const amount = { tokens: 1, requests: 1, spend_usd: 0, share: 0.1, days: ['2026-11-20'] }
  const cut = { ...window, uncertain: amount }
  const lost = { ...used('a', 'large', 1, 0), day: '2026-11-20' }
  const at = (reason: 'gap' | 'baseline') => ({
    ...span,
    window: cut,
    unplaced: { uncertain: [{ ...lost, reason }] },
  })
  expect(knownBefore(span, at('gap'))).toMatchObject({ known: false, reason: 'gap' })
  expect(knownBefore(span, at('baseline')).reason).toBe('no_known_time')
  expect(knownBefore(at('gap'), span).reason).toBe('this_span')
  const unread = { ...span, window: { ...window, unread_days: ['2026-11-20'] } }
  expect(knownBefore(span, unread).reason).toBe('unread_day')
  const early = { ...span, window: { ...window, before_history: ['2026-11-20'] } }
  expect(knownBefore(span, early).reason).toBe('before_history')
  const { totals } = describeUsage(known, asked, past(knownBefore(span, at('gap'))))
  expect(totals.before?.tokens).toBe(500)
  expect(totals.change).toBeNull()
})
