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

/** A gateway that says nothing for so long is told as silent, and waited for until the client gives it up. */
const shortestSilenceMs = 10_000
const graceMs = 2000

/**
 * One attempt at a time, the next one a pause after the last one ended, until the signal aborts. A gateway that is slow
 * is asked for a fifth of the time at most; one slow answer, as of a gateway that stood still, makes none slow.
 */
export async function runPollLoop(loop: Loop): Promise<void> {
  const isStopped = () => loop.signal.aborted
  let health = unknownHealth
  let beforeMs = 0
  while (!isStopped()) {
    const startedAt = loop.now()
    const began = loop.steady()
    let pauseMs: number
    const silence = setTimeout(tellSilence, silenceMs(loop.intervalMs(), beforeMs), loop, health)
    try {
      await loop.attempt(loop.signal).finally(() => clearTimeout(silence))
      const tookMs = loop.steady() - began
      const usualMs = Math.min(tookMs, beforeMs)
      beforeMs = tookMs
      pauseMs = Math.max(loop.intervalMs(), 5 * usualMs) - usualMs
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

/** Of a gateway that is slow anyway more is to be waited for. */
function silenceMs(intervalMs: number, beforeMs: number): number {
  return Math.max(shortestSilenceMs, intervalMs, 3 * beforeMs) + graceMs
}

/** Before the first answer nobody knows how long one takes; a failure has been told already. */
function tellSilence({ onChange }: Loop, health: SourceHealth): void {
  if (health.state === 'ok')
    void Promise.resolve(onChange({ ...failed(health, 'timeout', 0), nextAttemptAt: null })).catch(
      () => undefined,
    )
}
