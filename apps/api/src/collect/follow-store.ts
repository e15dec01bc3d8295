import { StoreError } from '../store/store-error.ts'
import type { Store } from '../store/open-store.ts'
import type { CollectorMessage } from './messages.ts'
import { parseMessage } from './parse-message.ts'

type Options = {
  store: Pick<Store, 'dataVersion' | 'collectorEvents' | 'listen'>
  hear: (message: CollectorMessage) => void
  /** Whether the collector of this process is the one that tells; what it keeps is old news then. */
  isLeading: () => boolean
  onFault: (error: unknown) => void
  lookMs?: number
}

/**
 * Hears what another process collects: at once where the database passes it on, else within a second. A store that
 * cannot be read says so to whoever asks it.
 */
export function followStore(options: Options): () => Promise<void> {
  const { store, hear, isLeading, onFault, lookMs = 1000 } = options
  let looking: Promise<void> | null = null
  let isAskedAgain = false

  async function read(): Promise<void> {
    const dataVersion = await store.dataVersion()
    if (!isLeading())
      for (const body of await store.collectorEvents()) {
        const message = parseMessage(body)
        if (message !== null && !isLeading()) hear(message)
      }
    hear({ kind: 'data', dataVersion })
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
