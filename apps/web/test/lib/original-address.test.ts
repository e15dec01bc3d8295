import { expect, test } from 'vitest'
import { fromOriginal } from '../../src/lib/original-address.ts'

const today = '2026-11-21'

test.each([
  [{ search: 'lions' }, { q: 'lions' }],
  [
    { start: '2026-11-01', end: '2026-11-07', search: '' },
    { from: '2026-11-01', to: '2026-11-07', tz: 'UTC' },
  ],
  [{ start: '2026-11-01T00:00:00.000Z' }, { from: '2026-11-01', to: today, tz: 'UTC' }],
  [{ end: '2026-11-07' }, { from: '2026-11-07', to: '2026-11-07', tz: 'UTC' }],
  [{ start: 'soon', measure: 'spend' }, { measure: ['spend'] }],
])('%j of the original is %j here', (query, ours) => {
  expect(fromOriginal(query, today)).toEqual(ours)
})

test.each([{}, { q: 'lions' }, { from: '2026-11-01', to: '2026-11-07', search: null }])(
  '%j is none of its addresses',
  (query) => {
    expect(fromOriginal(query, today)).toBeNull()
  },
)
