import type { GpuDraw } from '../gpus/gpu-draw.ts'
import { createBatch } from './batch.ts'
import type { EngineRequest, Traffic } from './engine-request.ts'
import { addTotals, createTotals } from './totals.ts'
import type { LatencyBounds, Totals } from './totals.ts'
import type { EngineSize } from './engine-size.ts'

export interface EngineModelOptions extends EngineSize {
  traffic: Traffic
  startsAt: number
  bounds: LatencyBounds
  /** Its share of the GPUs it runs on. */
  draws: readonly GpuDraw[]
}

/** An engine at one instant. */
export interface EngineMoment {
  nowMs: number
  startedAtMs: number
  running: number
  waiting: number
  kvTokens: number
  /** What those that run will hold at their ends. */
  reservedTokens: number
  /** Since it was started. */
  totals: Totals
}

export interface EngineModel {
  advance(toMs: number): void
  /** Null while it is down. */
  moment(): EngineMoment | null
  /** All that it ever counted, over every restart. */
  everCounted(): Totals
  /** Ends the process, with all that it works on; the next one counts from 0. */
  restart(downMs: number): void
}

/** Continuous batching, event by event, so that nobody's reading changes what happens. */
export function createEngineModel(options: EngineModelOptions): EngineModel {
  const { traffic, bounds, draws, maxRunning, kvCapacityTokens } = options
  let clock = options.startsAt
  let startedAtMs = options.startsAt
  let batch = createBatch(options)
  let [past, totals] = [createTotals(bounds), createTotals(bounds)]

  function moveTo(toMs: number): void {
    for (const draw of draws) draw.hold(clock, toMs, batch.running() / maxRunning)
    batch.work(toMs, totals)
    clock = toMs
  }

  function receive(request: EngineRequest): void {
    // Nobody is there.
    if (clock < startedAtMs) return
    const isTooLong = request.promptTokens + request.generationTokens > options.contextTokens
    if (request.fate === 'rejected') totals.rejected++
    else if (request.fate === 'refused' || isTooLong) totals.refused++
    else batch.add(request)
  }

  function moment(): EngineMoment | null {
    if (clock < startedAtMs) return null
    return {
      nowMs: clock,
      startedAtMs,
      running: batch.running(),
      waiting: batch.waiting(),
      kvTokens: Math.min(kvCapacityTokens, batch.kvTokens()),
      reservedTokens: batch.reservedTokens(),
      totals,
    }
  }

  return {
    advance(toMs) {
      if (toMs <= clock) return
      const arrivals = traffic.until(toMs)
      for (;;) {
        const eventMs = Math.min(batch.nextEvent(clock), arrivals[0]?.arrivesMs ?? Infinity)
        if (eventMs > toMs) break
        moveTo(Math.max(clock, eventMs))
        if ((arrivals[0]?.arrivesMs ?? Infinity) <= clock) {
          const request = arrivals.shift()
          if (request !== undefined) receive(request)
        }
        batch.schedule(clock, totals)
      }
      moveTo(toMs)
    },
    moment,
    everCounted: () => addTotals(past, totals),
    restart(downMs) {
      past = addTotals(past, totals)
      totals = createTotals(bounds)
      batch = createBatch(options)
      startedAtMs = clock + downMs
    },
  }
}
