import { StoreError, storeError } from '../store/store-error.ts'
import type { Store } from '../store/open-store.ts'
import { parseSharedEvent, type CollectorEvent } from './collector-event.ts'

type FollowOptions = {
  store: Pick<Store, 'dataVersion' | 'collectorEvents' | 'listen'>
  apply: (event: CollectorEvent) => void
  /** Whether the collector of this process is the leader: then it has posted every event itself. */
  isLeading: () => boolean
  /** Whether the store answers; null is that it does. */
  onRead: (trouble: StoreError | null) => void
  onFault: (error: unknown) => void
  lookMs?: number
}

/** A database that says nothing for so long is away. */
const answerMs = 5000

/**
 * Follows the collector of another process: at once where the database announces a change, else within a second. So
 * this is also the first to know when the database is away, and when it is back.
 */
export function followStore(options: FollowOptions): () => Promise<void> {
  const { store, apply, isLeading, onRead, onFault, lookMs = 1000 } = options
  let looking: Promise<void> | null = null
  let isAskedAgain = false

  async function read(): Promise<void> {
    const late = setTimeout(() => onRead(storeError('unreachable')), answerMs)
    const dataVersion = await store.dataVersion().finally(() => clearTimeout(late))
    onRead(null)
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
        if (error instanceof StoreError) onRead(error)
        else onFault(error)
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
