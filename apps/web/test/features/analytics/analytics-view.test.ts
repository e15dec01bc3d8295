import { expect, test } from 'vitest'
import {
  addressOfAnalytics,
  analyticsViewOf,
} from '../../../src/features/analytics/analytics-view.ts'

type Query = Record<string, string | string[]>

const said = (query: Query) =>
  Object.fromEntries(
    Object.entries(addressOfAnalytics(analyticsViewOf(query))).filter(
      ([, value]) => value !== undefined,
    ),
  )

test('defaults are not written, and what nobody understands is the default', () => {
  expect(said({})).toEqual({})
  expect(said({ metric: 'tokens', by: 'team', bucket: 'auto', top: '7', cell: 'tokens' })).toEqual(
    {},
  )
  expect(said({ metric: 'joules', by: 'planet', bucket: 'year', rank: '?', top: '8' })).toEqual({})
})

test('everything that can be chosen comes back from its address', () => {
  const query = {
    metric: 'spend',
    by: 'model',
    then: 'team',
    bucket: 'all',
    rank: 'change',
    top: '20',
    cumulative: '1',
    before: '1',
    cell: 'cost',
    table: ['time', 'models'],
  }
  expect(said(query)).toEqual(query)
})

test.each<[query: Query, ours: Query, why?: string]>([
  [{ by: 'model', then: 'model' }, { by: 'model' }, 'a group is not divided by itself'],
  [{ metric: 'cost', cumulative: '1' }, { metric: 'cost' }, 'ratios are not added up'],
  [{ top: '50' }, {}, 'fifty lines are for the whole range only'],
])('%j is %j: %s', (query, ours) => {
  expect(said(query)).toEqual(ours)
})
