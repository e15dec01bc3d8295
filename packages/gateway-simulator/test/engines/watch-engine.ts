import { figuresOf, followEngine, readEngine, spanOf } from '@podium/inference-metrics'
import type { EngineState, ModelSample } from '@podium/inference-metrics'
import { createEngineSimulator, createGpuSimulator } from '../../src/index.ts'
import type { EngineSimulatorOptions } from '../../src/index.ts'

export const startsAt = Date.parse('2026-11-20T10:00:00Z')
const intervalMs = 5000

type Options = Partial<Omit<EngineSimulatorOptions, 'now' | 'startsAt'>>

/** An engine on one GPU, with a clock in the test's hand and a poller that reads it every five seconds. */
export function watchEngine(options: Options = {}) {
  let nowMs = startsAt
  const now = () => nowMs
  const hardware = createGpuSimulator({ count: 1, seed: 1, startsAt, now })
  const engine = createEngineSimulator({
    seed: 3,
    startsAt,
    now,
    gpus: hardware.gpus,
    ...options,
  })
  let state: EngineState | null = null
  let hasFailed = false
  const ring: ModelSample[] = []

  async function scrape(path: string) {
    const response = await engine.app.request(path)
    const read = readEngine(await response.text())
    if (!response.ok || !read.ok) {
      hasFailed = true
      return null
    }
    const followed = followEngine(state, read.reading, { at: nowMs, hasFailed, intervalMs })
    state = followed.state
    hasFailed = false
    ring.push(...followed.samples.values())
    return read
  }

  return {
    engine,
    hardware,
    tick: (ms: number) => void (nowMs += ms),
    scrape,
    watch: async (minutes: number, path = '/metrics') => {
      for (let left = (minutes * 60_000) / intervalMs; left > 0; left--) {
        nowMs += intervalMs
        await scrape(path)
      }
    },
    figures: () => {
      const newest = ring.at(-1)
      if (newest === undefined) throw new Error('Nothing was read')
      const span = spanOf(ring, 3_600_000)
      return figuresOf([{ gauges: newest, span, estimatesAborted: newest.estimatesAborted }])
    },
    resets: () => ring.filter(({ hasReset }) => hasReset).length,
  }
}
