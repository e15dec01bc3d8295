import type { StoreState } from '@podium/contracts'
import { storeStateOf, type StoreError } from './store-error.ts'

export type StoreView = { state: StoreState; since: number | null }

type WatchOptions = {
  now: () => number
  /** Null is that all is well again. */
  onChange: (trouble: StoreError | null) => void
}

/** How the database is, as far as this process knows: from who reads here, and from the collector, who writes. */
export function createStoreWatch({ now, onChange }: WatchOptions) {
  let reading: StoreError | null = null
  let writing: StoreError | null = null
  let view: StoreView = { state: 'ok', since: null }

  function update(): void {
    const trouble = reading ?? writing
    const state = trouble === null ? 'ok' : (storeStateOf(trouble) ?? 'failed')
    if (state === view.state) return
    view = { state, since: now() }
    onChange(trouble)
  }

  return {
    view: (): StoreView => view,
    /** What the last look said; null is that it answered. */
    read: (trouble: StoreError | null): void => {
      reading = trouble
      update()
    },
    wrote: (trouble: StoreError | null): void => {
      writing = trouble
      update()
    },
    /** Whoever asks a database that is away need not wait to be told. */
    assertReachable: (): void => {
      if (reading?.kind === 'unreachable') throw reading
    },
  }
}

export type StoreWatch = ReturnType<typeof createStoreWatch>
