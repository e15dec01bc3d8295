import type { InferenceConfig } from '../../config/inference.ts'
import type { Store } from '../../store/open-store.ts'
import { isFenced } from '../../store/store-error.ts'
import { createClock } from '../clock.ts'
import type { InferenceEvent } from './inference-event.ts'
import type { Past } from './live-past.ts'
import { createMinutes } from './minutes.ts'
import { watchInference } from './watch-inference.ts'
import { createMinuteWriter } from './write-minutes.ts'
import { writtenSlices } from './written-slices.ts'

type Deps = {
  config: InferenceConfig
  past: Past | null
  store: Pick<Store, 'write' | 'engineSlices' | 'gpuSlices'>
  post: (event: InferenceEvent) => void
  onFailure: (error: unknown) => void
}

/** Engines and GPUs: every process scrapes them, and the one that leads keeps their minutes. */
export function watchAndKeep({ config, past, store, post, onFailure }: Deps) {
  const { now } = createClock()
  const writer = createMinuteWriter({
    minutes: createMinutes(config.intervalMs),
    written: () => writtenSlices(store, now()),
    save: (slices) => store.write((tx) => tx.saveSlices(slices)),
    onFailure: (error) => {
      if (!isFenced(error)) onFailure(error)
    },
    now,
  })
  return {
    lead: writer.lead,
    leave: writer.leave,
    /** Nothing is asked before `ready`. */
    run: (signal: AbortSignal, ready: Promise<unknown>) =>
      watchInference({
        ...{ config, post, ready, past, now, signal },
        onTick: writer.onTick,
        onFault: onFailure,
        steady: () => performance.now(),
      }),
  }
}
