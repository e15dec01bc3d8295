import type { SourceReason } from '@podium/contracts'
import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs, failed, unknownHealth, succeeded, type SourceHealth } from './source-health.ts'

type Loop = {
  intervalMs: () => number
  attempt: (signal: AbortSignal) => Promise<void>
  /** The code of a failure; null ends the loop, because somebody else polls now. */
  reasonOf: (error: unknown) => SourceReason | null
  onChange: (health: SourceHealth) => void | Promise<void>
  /** The time of day, which may be set; pauses go by `steady`. */
  now: () => number
  steady: () => number
  random: () => number
  signal: AbortSignal
}

/** One attempt at a time, the next one a pause after the last one ended, until the signal aborts. */
export async function runPollLoop(loop: Loop): Promise<void> {
  const isStopped = () => loop.signal.aborted
  let health = unknownHealth
  while (!isStopped()) {
    const startedAt = loop.now()
    const began = loop.steady()
    let pauseMs: number
    try {
      await loop.attempt(loop.signal)
      const tookMs = loop.steady() - began
      pauseMs = Math.max(loop.intervalMs(), 5 * tookMs) - tookMs
      health = succeeded(startedAt, loop.now() + pauseMs)
    } catch (error) {
      if (isStopped()) return
      const reason = loop.reasonOf(error)
      if (reason === null) throw error
      health = failed(health, reason, 0)
      pauseMs = backoffMs(health, { intervalMs: loop.intervalMs(), random: loop.random() })
      health = { ...health, nextAttemptAt: loop.now() + pauseMs }
    }
    await loop.onChange(health)
    // An abort ends the pause; the loop's condition ends the loop.
    await sleep(pauseMs, undefined, { signal: loop.signal }).catch(() => undefined)
  }
}
