import {
  createEngineSimulator,
  createGpuSimulator,
  type EngineTruth,
  type SimulatedKindName,
} from '@podium/gateway-simulator'
import { expect, onTestFinished } from 'vitest'
import { testApp } from '../test-app.ts'
import { watchEngines } from './watched-engines.ts'

const startsAt = Date.parse('2026-11-21T10:00:00Z')
const kvCapacityTokens = 24_000
export const size = { maxRunning: 6, kvCapacityTokens, contextTokens: 16_384 }

/** An engine on two GPUs, scraped over HTTP for five minutes. */
export async function watchFor(kind: SimulatedKindName) {
  let at = startsAt
  const now = () => at
  const base = { seed: 11, startsAt, now }
  const hardware = createGpuSimulator({ ...base, count: 2 })
  const engine = createEngineSimulator({ ...base, ...size, kind, gpus: hardware.gpus })
  const [server, exporter] = [await engine.listen(), await hardware.listen()]
  onTestFinished(async () => {
    await Promise.all([server.close(), exporter.close()])
  })
  const { state, tickAt } = watchEngines({
    INFERENCE_URLS: `one=${kind}+${server.url}`,
    GPU_SOURCE: `dcgm=${exporter.url}`,
    ENGINE_GPUS: 'one=dcgm:0+dcgm:1',
  })
  const { get } = await testApp({ inference: state, now })
  const truths = new Map<number, EngineTruth>()
  const joules = new Map<number, number[]>()
  for (; at <= startsAt + 300_000; at += 5000) {
    truths.set(at, engine.truth())
    joules.set(
      at,
      hardware.truth().map(({ energyJoules }) => energyJoules),
    )
    await tickAt(at)
  }
  at -= 5000
  const ask = async (path: string): Promise<unknown> => (await get(path)).json()
  const read = async (path: string) => (await get(path)).text()
  return { ask, read, truths, joules, hardware, last: at }
}

/** Of one window: an answer's `from` and `to`. */
export function between<T>(
  kept: ReadonlyMap<number, T>,
  window: { from: string; to: string } | null,
) {
  const read = (instant: string | undefined) => kept.get(Date.parse(instant ?? ''))
  const [before, after] = [read(window?.from), read(window?.to)]
  if (before === undefined || after === undefined) throw new Error('There is no such window')
  return [before, after] as const
}

type Told = { from: string; to: string; seconds: number } | null

/** A counter moves in steps, so its pace is that from the first step to the last: here one with every scrape. */
export function usedIn(joules: ReadonlyMap<number, number[]>, window: Told, index: number): number {
  if (window === null) throw new Error('There is no window')
  const firstStep = new Date(Date.parse(window.from) + 5000).toISOString()
  const [before, after] = between(joules, { from: firstStep, to: window.to })
  const joulesOfSteps = (after[index] ?? 0) - (before[index] ?? 0)
  return (joulesOfSteps / (window.seconds - 5)) * window.seconds
}

/** Within 1 %, or a thousandth where it is nothing. */
export function near(value: number | null): unknown {
  if (value === null) return null
  return expect.toSatisfy(
    (seen: number | null) =>
      seen !== null && Math.abs(seen - value) <= Math.max(0.001, value / 100),
    `${value} within 1 %`,
  )
}
