import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DayRange } from '../domain/span.ts'
import type { CollectorEvent } from './collector-event.ts'
import type { CollectorOptions } from './collector-options.ts'
import type { InferenceEvent } from './inference/inference-event.ts'

export type Collector = {
  /** Rejects with a fault that the collector cannot handle; resolves when it has stopped. */
  ended: Promise<void>
  /** Somebody looks at these days: what is not read of them is read before the rest of the past. */
  want: (days: DayRange) => void
  stop: () => Promise<void>
}

/** Beside this file, and built where this file is. */
const script = new URL(`./collector-thread${extname(import.meta.filename)}`, import.meta.url)

/** Starts the collector in a thread of its own. */
export function startCollector(
  options: CollectorOptions,
  onEvent: (event: CollectorEvent | InferenceEvent) => void,
): Collector {
  const thread = new Worker(script, { workerData: options })
  thread.on('message', onEvent)
  // `once` rejects where the thread dies of an error.
  const ended = once(thread, 'exit').then(() => undefined)
  return {
    ended,
    want: (days) => thread.postMessage(days),
    stop: async () => {
      thread.postMessage('stop')
      await ended.catch(() => undefined)
    },
  }
}
