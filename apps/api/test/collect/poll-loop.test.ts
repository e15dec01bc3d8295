import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
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

/** How long each pause was to be, after polls that took so long. */
async function pausesAfter(tookMs: readonly number[]): Promise<number[]> {
  const stop = new AbortController()
  const pauses: number[] = []
  let steady = 0
  const left = [...tookMs]
  await runPollLoop({
    intervalMs: () => 2,
    attempt: () => {
      steady += left.shift() ?? 0
      return Promise.resolve()
    },
    reasonOf: () => null,
    onChange: ({ nextAttemptAt }) => {
      pauses.push(nextAttemptAt ?? 0)
      if (left.length === 0) stop.abort()
    },
    now: () => 0,
    steady: () => steady,
    random: () => 0,
    signal: stop.signal,
  })
  return pauses
}

test('a gateway that is slow is asked for a fifth of the time, and one slow answer makes none slow', async () => {
  expect(await pausesAfter([0, 30, 0, 0])).toEqual([2, 2, 2, 2])
  expect(await pausesAfter([30, 30, 10, 0])).toEqual([2, 120, 40, 2])
})

test('a gateway that says nothing is told as silent before the client gives it up, and as well when it answers', async () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const stop = new AbortController()
  const news: string[] = []
  const takes = [0, 15_000, 0, 6000, 15_000]
  let began = 0
  const looping = runPollLoop({
    intervalMs: () => 1,
    attempt: () => {
      began = performance.now()
      return new Promise((resolve) => setTimeout(resolve, takes.shift()))
    },
    reasonOf: () => null,
    onChange: ({ state }) => {
      news.push(`${state} after ${(performance.now() - began) / 1000} s`)
      if (takes.length === 0) stop.abort()
    },
    now: () => 0,
    steady: () => performance.now(),
    random: () => 0,
    signal: stop.signal,
  })
  // The pauses between are real ones, of a millisecond.
  const loop = { isOver: false }
  void looping.then(() => (loop.isOver = true))
  while (!loop.isOver) {
    await vi.advanceTimersByTimeAsync(1000)
    await sleep(1)
  }
  expect(news).toEqual([
    ...['ok after 0 s', 'down after 12 s', 'ok after 15 s', 'ok after 0 s', 'ok after 6 s'],
    // Of one that is slow anyway more is waited for.
    'ok after 15 s',
  ])
})
