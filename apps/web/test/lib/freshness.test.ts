import type { Status } from '@podium/contracts'
import { expect, test } from 'vitest'
import { freshness } from '../../src/lib/freshness.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const status = (last_success_at: string | null): Status => ({
  demo: false,
  version: '1',
  now: '2026-11-21T12:00:00Z',
  data_version: 1,
  store: { state: 'ok', since: null },
  history: { days: 0, unread: 0 },
  days: [],
  reconciliation: { reconciled: false, days: [], drift: null, waiting: 0, worst: [] },
  corrections: [],
  notes: [],
  poll_seconds: 10,
  sources: [
    {
      name: 'activity',
      state: 'ok',
      reason: null,
      last_success_at,
      next_attempt_at: null,
      consecutive_failures: 0,
    },
  ],
})

test.each([
  ['2026-11-21T11:59:56Z', 4000, 'ok'],
  ['2026-11-21T11:59:29Z', 31_000, 'warn'],
  ['2026-11-21T11:58:19Z', 101_000, 'bad'],
  ['2026-11-21T12:00:09Z', 0, 'ok'],
])('a success at %s is %i ms old and %s', (last, ageMs, tone) => {
  expect(freshness(status(last), now)).toMatchObject({ ageMs, tone })
})

test('what cannot be read again is amber at once', () => {
  const [source] = status('2026-11-21T11:59:56Z').sources
  if (source === undefined) throw new Error('there is a source')
  const down = { ...status(null), sources: [{ ...source, state: 'down' as const }] }
  expect(freshness(down, now)).toMatchObject({ ageMs: 4000, tone: 'warn' })
})

test('before the first success nothing has an age', () => {
  expect(freshness(status(null), now)).toEqual({ readAt: null, ageMs: 0, tone: 'warn' })
  expect(freshness(undefined, now)).toEqual({ readAt: null, ageMs: 0, tone: 'warn' })
})
