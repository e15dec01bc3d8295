import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createEngineTarget } from '@podium/api/src/collect/inference/engine-target.ts'
import { createGpuExporter } from '@podium/api/src/collect/inference/gpu-exporter.ts'
import { createInferenceState } from '@podium/api/src/collect/inference/inference-state.ts'
import { createMinutes } from '@podium/api/src/collect/inference/minutes.ts'
import { createMinuteWriter } from '@podium/api/src/collect/inference/write-minutes.ts'
import { writtenSlices } from '@podium/api/src/collect/inference/written-slices.ts'
import { runTicks } from '@podium/api/src/collect/inference/run-ticks.ts'
import { watchedOf } from '@podium/api/src/collect/inference/watched-of.ts'
import { parseConfig } from '@podium/api/src/config.ts'
import type { Tick } from '@podium/api/src/domain/inference/scraped.ts'
import { connectStore, type Store } from '@podium/api/src/store/open-store.ts'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { z } from 'zod'
import { atMost, type Measure } from '../measure.ts'
import { withPlace } from '../with-place.ts'

const ticks = 720
const engines = 8
const seconds = 5

/** An hour of ticks, one right after the other: scraping, the thread's message, verdicts, what is remembered and what is written. */
export const scrapeEngines: Measure = {
  id: 'p11',
  name: `P11: ${engines} engines and 16 GPUs, scraped every ${seconds} s for an hour`,
  run: () => withPlace('file', measure),
}

async function measure(place: StoreLocation) {
  await using made = new AsyncDisposableStack()
  const upstream = fork(join(import.meta.dirname, '../upstream/engines.ts'))
  made.defer(() => upstream.disconnect())
  const { port } = Port.parse((await once(upstream, 'message')).at(0))
  const store = connectStore({ place, now: Date.now })
  made.defer(() => store.close())
  await store.lease.acquire(600_000)
  const nothingYet = used()
  const room = await watch(`http://127.0.0.1:${port}`, store)
  await room.tick(12)
  const began = process.cpuUsage()
  await room.tick(ticks)
  const { user, system } = process.cpuUsage(began)
  const share = (user + system) / 1e6 / (ticks * seconds)
  const held = used() - nothingYet
  const [hour] = await store.engineSlices(room.span, [60])
  if (hour === undefined) throw new Error('Nothing was written')
  return [
    atMost('of a core', 100 * share, '%', 2, 'promised'),
    atMost('memory of the hour', held / 2 ** 20, 'MB', 30, 'promised'),
  ]
}

const Port = z.object({ port: z.number() })

async function watch(url: string, store: Store) {
  const urls = Array.from({ length: engines }, (_, index) => `e${index}=${url}/${index}`)
  const env = { INFERENCE_URLS: urls.join(), GPU_SOURCE: `gpu=${url}/gpus` }
  const { inference: config } = parseConfig(env, () => '')
  const { intervalMs } = config
  const gpuTargets = config.gpus === 'auto' ? [] : config.gpus
  const nothing = () => undefined
  const state = createInferenceState(watchedOf(config, gpuTargets), {
    scraped: nothing,
    source: nothing,
  })
  const targets = {
    engines: config.engines.map((target) =>
      createEngineTarget({ target, apiKey: null, intervalMs }),
    ),
    gpus: gpuTargets.flatMap(({ id, url: of }) =>
      of === null ? [] : [createGpuExporter({ id, url: of })],
    ),
  }
  let at = Date.parse('2026-11-21T12:00:00Z')
  const span = { from: at / 1000, to: at / 1000 + 7200 }
  const fail = (error: unknown) => {
    throw error
  }
  const writer = createMinuteWriter({
    minutes: createMinutes(intervalMs),
    written: () => writtenSlices(store, at),
    save: (slices) => store.write((tx) => tx.saveSlices(slices)),
    onFailure: fail,
    now: () => at,
  })
  await writer.lead()

  async function tick(times: number): Promise<void> {
    for (let index = 0; index < times; index += 1) {
      const once = new AbortController()
      await runTicks({
        ...targets,
        ...{ intervalMs: 60_000, now: () => at, steady: () => 0, signal: once.signal },
        onFault: fail,
        onTick: async (told: Tick) => {
          await writer.onTick(told)
          state.apply({ kind: 'scraped', tick: structuredClone(told) })
          once.abort()
        },
      })
      at += seconds * 1000
    }
  }

  return { tick, span }
}

/** What is really held: after a collection. */
function used(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (isCollect(collect)) collect()
  return process.memoryUsage().heapUsed
}

function isCollect(value: unknown): value is () => void {
  return typeof value === 'function'
}
