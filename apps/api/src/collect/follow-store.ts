import { StoreError } from '../store/store-error.ts'
import type { Store } from '../store/open-store.ts'
import { parseSharedEvent, type CollectorEvent } from './collector-event.ts'

type FollowOptions = {
  store: Pick<Store, 'dataVersion' | 'collectorEvents' | 'listen'>
  apply: (event: CollectorEvent) => void
  /** Whether the collector of this process is the leader: then it has posted every event itself. */
  isLeading: () => boolean
  onFault: (error: unknown) => void
  lookMs?: number
}

/**
 * Follows the collector of another process: at once where the database announces a change, else within a second. A
 * store that cannot be read reports that to whoever asks it, not here.
 */
export function followStore(options: FollowOptions): () => Promise<void> {
  const { store, apply, isLeading, onFault, lookMs = 1000 } = options
  let looking: Promise<void> | null = null
  let isAskedAgain = false

  async function read(): Promise<void> {
    const dataVersion = await store.dataVersion()
    if (!isLeading())
      for (const body of await store.collectorEvents()) {
        const event = parseSharedEvent(body)
        if (event !== null && !isLeading()) apply(event)
      }
    apply({ kind: 'data', dataVersion })
  }

  function look(): void {
    isAskedAgain = looking !== null
    looking ??= read()
      .catch((error: unknown) => {
        if (!(error instanceof StoreError)) onFault(error)
      })
      .finally(() => {
        looking = null
        if (isAskedAgain) look()
      })
  }

  const timer = setInterval(look, lookMs)
  const stopListening = store.listen(look)
  look()
  return async () => {
    clearInterval(timer)
    await stopListening()
    isAskedAgain = false
    await looking
  }
}
