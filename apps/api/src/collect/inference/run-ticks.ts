import { setTimeout as sleep } from 'node:timers/promises'
import type { SourceReason } from '@podium/contracts'
import { minuteMs } from '../../domain/utc-day.ts'
import type {
  EngineAnswer,
  EngineScraped,
  GpuAnswer,
  GpuScraped,
  Tick,
} from '../../domain/inference/scraped.ts'
import { ScrapeError } from './scrape-error.ts'
import type { Target } from './target.ts'

export type Ticking = {
  intervalMs: number
  engines: readonly Target<EngineAnswer>[]
  gpus: readonly Target<GpuAnswer>[]
  onTick: (tick: Tick) => Promise<void>
  /** What should not have happened. */
  onFault: (error: unknown) => void
  now: () => number
  steady: () => number
  signal: AbortSignal
}

/** A key that was refused is not tried more often. */
const refusedMs = minuteMs

/** Asks all targets at each tick, each of them once at a time: one that takes longer skips ticks. */
export async function runTicks(ticking: Ticking): Promise<void> {
  const { intervalMs, onTick, now, steady, signal } = ticking
  const isStopped = () => signal.aborted
  const asking = createAsking(ticking)
  for (let next = steady(); !isStopped();) {
    const at = now()
    asking.start(at)
    next = Math.max(next + intervalMs, steady())
    // Whoever is late is told with the next tick.
    await Promise.race([asking.settled(), pause(next - steady(), signal)])
    if (isStopped()) break
    await onTick({ at, ...asking.take() })
    await pause(next - steady(), signal)
  }
  await asking.settled()
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.max(0, ms), undefined, { signal }).catch(() => undefined)
}

/** What is under way, and what has come in. */
function createAsking({ intervalMs, engines, gpus, onFault, steady, signal }: Ticking) {
  const running = new Map<Target<unknown>, Promise<void>>()
  const restUntil = new Map<Target<unknown>, number>()
  let arrived: { engines: EngineScraped[]; gpus: GpuScraped[] } = { engines: [], gpus: [] }

  type Ended = Omit<GpuScraped, 'good'> & { option: string | null }

  function ask<Answer>(
    target: Target<Answer>,
    at: number,
    onEnd: (ended: Ended & { good: Answer | null }) => void,
  ): void {
    if (running.has(target) || steady() < (restUntil.get(target) ?? 0)) return
    const end = (reason: SourceReason | null, option: string | null, good: Answer | null) => {
      running.delete(target)
      if (signal.aborted) return
      const isRefused = reason === 'auth' || reason === 'forbidden'
      const pauseMs = isRefused ? refusedMs : intervalMs
      if (isRefused) restUntil.set(target, steady() + refusedMs)
      onEnd({ id: target.id, at, reason, option, nextAt: at + pauseMs, good })
    }
    const work = target.poll(at, signal).then(
      (answer) => {
        end(null, null, answer)
      },
      (error: unknown) => {
        const isOurs = !(error instanceof ScrapeError)
        if (isOurs) onFault(error)
        end(isOurs ? 'fault' : error.reason, isOurs ? null : error.option, null)
      },
    )
    running.set(target, work)
  }

  return {
    start: (at: number) => {
      for (const engine of engines) ask(engine, at, (ended) => arrived.engines.push(ended))
      for (const source of gpus)
        ask(source, at, ({ id, reason, nextAt, good }) =>
          arrived.gpus.push({ id, at, reason, nextAt, good }),
        )
    },
    settled: async () => {
      await Promise.all(running.values())
    },
    take: () => {
      const taken = arrived
      arrived = { engines: [], gpus: [] }
      return taken
    },
  }
}
