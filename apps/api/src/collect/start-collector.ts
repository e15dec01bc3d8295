import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { CollectorMessage, CollectorOptions } from './messages.ts'

export type Collector = {
  /** Rejects with a fault that the collector cannot handle; resolves when it has stopped. */
  ended: Promise<void>
  stop: () => Promise<void>
}

/** Starts the collector in a thread of its own. */
export function startCollector(
  options: CollectorOptions,
  onMessage: (message: CollectorMessage) => void,
): Collector {
  const thread = new Worker(new URL('./collector-thread.ts', import.meta.url), {
    workerData: options,
  })
  thread.on('message', onMessage)
  // `once` rejects where the thread dies of an error.
  const ended = once(thread, 'exit').then(() => undefined)
  return {
    ended,
    stop: async () => {
      thread.postMessage('stop')
      await ended.catch(() => undefined)
    },
  }
}
