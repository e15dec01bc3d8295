import { expect, test } from 'vitest'
import { backoffMs, failed, unknownHealth, succeeded } from '../../src/collect/source-health.ts'

test('a failure keeps the moment of the last success', () => {
  const source = failed(succeeded(1000, 11_000), 'conn_refused', 13_000)
  expect(source).toEqual({
    state: 'down',
    reason: 'conn_refused',
    lastSuccessAt: 1000,
    nextAttemptAt: 13_000,
    consecutiveFailures: 1,
  })
})

test.each([
  ['auth', 'auth_error'],
  ['partial_view', 'auth_error'],
  ['not_json', 'misconfigured'],
  ['timeout', 'down'],
] as const)('%s makes a source %s', (reason, state) => {
  expect(failed(unknownHealth, reason, 0).state).toBe(state)
})

test.each([
  ['conn_refused', 1000, [2500, 2500, 2500, 2500, 2500]],
  ['conn_refused', 10_000, [2500, 4500, 8500, 10_500, 10_500]],
  ['conn_refused', 600_000, [2500, 4500, 8500, 60_500, 60_500]],
  ['rate_limited', 10_000, [2500, 4500, 8500, 60_500, 60_500]],
] as const)(
  'after %s, every %i ms otherwise, the longest pauses are %j',
  (reason, intervalMs, longest) => {
    const pauses = [1, 2, 3, 6, 30].map((consecutiveFailures) =>
      backoffMs(
        { ...unknownHealth, state: 'down', reason, consecutiveFailures },
        { intervalMs, random: 1 },
      ),
    )
    expect(pauses).toEqual(longest)
  },
)

test.each(['auth', 'forbidden', 'expired_key'] as const)(
  'after %s the key is tried once more as usual, then at most once a minute',
  (reason) => {
    const first = failed(succeeded(1000, 11_000), reason, 0)
    const second = failed(first, reason, 0)
    expect(backoffMs(first, { intervalMs: 10_000, random: 0 })).toBe(10_000)
    expect(backoffMs(second, { intervalMs: 10_000, random: 0 })).toBe(60_000)
  },
)

test('what is read every ten minutes is not waited for longer because it was refused', () => {
  const first = failed(unknownHealth, 'auth', 0)
  expect(backoffMs(first, { intervalMs: 600_000, random: 0 })).toBe(60_000)
})
