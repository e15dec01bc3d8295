import { expect, test } from 'vitest'
import { runPollLoop } from '../../src/collect/poll-loop.ts'
import type { SourceHealth } from '../../src/collect/source-health.ts'

test('a clock that is set back or forward by hours changes no pause', async () => {
  const stop = new AbortController()
  const health: SourceHealth[] = []
  let wall = Date.parse('2026-11-21T12:00:00Z')
  let attempts = 0
  await runPollLoop({
    intervalMs: () => 1,
    attempt: () => {
      attempts += 1
      wall += attempts % 2 === 0 ? 5 * 3_600_000 : -3_600_000
      if (attempts === 6) stop.abort()
      return Promise.resolve()
    },
    reasonOf: () => null,
    onChange: (now) => {
      health.push(now)
    },
    now: () => wall,
    steady: () => performance.now(),
    random: () => 0,
    signal: stop.signal,
  })
  expect(attempts).toBe(6)
  expect(health.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'ok'))
})
